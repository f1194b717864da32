package org.kolsuite.registry.platforms;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.registry.kol.model.TierTable;
import org.kolsuite.registry.kol.model.TierTable.Tier;

/** Tier tables: the organisation's own where it has one, else the installation's default. Call inside a unit of work. */
@ApplicationScoped
public class TierTables {
    /**
     * A platform's table as the organisation sees it.
     *
     * @param own whether the organisation put it in place of the default
     * @param version 0 for the default
     */
    public record Sourced(String platform, TierTable table, boolean own, String source, long version) {}

    public Uni<Sourced> of(String platform) {
        return own(platform)
                .chain(own -> own.isEmpty()
                        ? defaults(platform)
                        : version(platform)
                                .map(version -> new Sourced(
                                        platform, new TierTable(own), true, "own table of the organisation", version)));
    }

    private static Uni<List<Tier>> own(String platform) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select code, from_followers from tier_override where platform = :platform order by 2",
                                Object[].class)
                        .setParameter("platform", platform)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Tier((String) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }

    private static Uni<Long> version(String platform) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select version from tier_version where platform = :platform", Long.class)
                        .setParameter("platform", platform)
                        .getSingleResult());
    }

    private static Uni<Sourced> defaults(String platform) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select code, from_followers, source from tier_default
                                where platform = :platform
                                   or (platform is null and not exists (select 1 from tier_default where platform = :platform))
                                order by 2""", Object[].class)
                        .setParameter("platform", platform)
                        .getResultList())
                .map(rows -> new Sourced(
                        platform,
                        new TierTable(rows.stream()
                                .map(row -> new Tier((String) row[0], ((Number) row[1]).longValue()))
                                .toList()),
                        false,
                        (String) rows.getFirst()[2],
                        0));
    }

    /** Puts the organisation's own table in place, whatever stood there. */
    public Uni<Void> replace(String platform, TierTable table, long version) {
        return delete(platform)
                .chain(() -> insertAll(platform, table))
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery("""
                                insert into tier_version (platform, version) values (:platform, :version)
                                on conflict (tenant_id, platform) do update set version = excluded.version""")
                        .setParameter("platform", platform)
                        .setParameter("version", version)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Integer> delete(String platform) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from tier_override where platform = :platform")
                        .setParameter("platform", platform)
                        .executeUpdate());
    }

    private static Uni<Void> insertAll(String platform, TierTable table) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Tier tier : table.tiers()) {
            chain = chain.chain(() -> Panache.getSession())
                    .chain(session -> session.createNativeQuery(
                                    "insert into tier_override (platform, code, from_followers) values (:platform, :code, :from)")
                            .setParameter("platform", platform)
                            .setParameter("code", tier.code())
                            .setParameter("from", tier.fromFollowers())
                            .executeUpdate())
                    .replaceWithVoid();
        }
        return chain;
    }
}
