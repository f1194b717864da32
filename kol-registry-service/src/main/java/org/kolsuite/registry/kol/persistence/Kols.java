package org.kolsuite.registry.kol.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.registry.kol.model.HistoryPoint;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.model.NameSeen;

/** Finds KOLs and accounts. Row-level security decides which of them the caller sees. Call inside a unit of work. */
@ApplicationScoped
public class Kols {
    /** The median of so many errs by a fiftieth of the spread. */
    private static final int COHORT_SAMPLE = 5_000;

    /** Fails with {@link UnknownId}, also when the KOL is somebody else's. */
    public Uni<KolRow> require(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(KolRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("KOL", id));
    }

    public Uni<AccountRow> requireAccount(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(AccountRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("account", id));
    }

    /** The account, if it belongs to that KOL. */
    public Uni<AccountRow> requireAccount(UUID kolId, UUID accountId) {
        return requireAccount(accountId).invoke(account -> {
            if (!account.kolId.equals(kolId)) {
                throw new UnknownId("account", accountId);
            }
        });
    }

    /**
     * How KOLs are now, for the other services; erased ones are left out. Reads the tables rather than what the session
     * remembers, because profiles are written by plain SQL.
     */
    public Uni<List<KolState>> states(Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        select a.kol_id, a.id, a.platform, a.handle, a.platform_uid, a.tier, a.followers, u.score, u.audited_at
                        from account a left join lateral (
                            select score, audited_at from account_audit
                            where tenant_id = a.tenant_id and account_id = a.id order by audited_at desc, id desc limit 1) u on true
                        where a.tenant_id = kol_tenant() and a.kol_id = any(:ids)
                        order by a.followers desc nulls last, a.id""", Object[].class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.groupingBy(
                                        row -> (UUID) row[0],
                                        Collectors.mapping(Kols::stateOfAccount, Collectors.toList()))))
                        .chain(accounts -> session.createNativeQuery("""
                                select id, version, display_name, country, subject, agency_id from kol
                                where tenant_id = kol_tenant() and id = any(:ids) and erased_at is null""", Object[].class)
                                .setParameter("ids", ids.toArray(UUID[]::new))
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .map(row -> new KolState(
                                                (UUID) row[0],
                                                ((Number) row[1]).longValue(),
                                                (String) row[2],
                                                (String) row[3],
                                                (String) row[4],
                                                (UUID) row[5],
                                                accounts.getOrDefault((UUID) row[0], List.of())))
                                        .toList())));
    }

    private static KolState.Account stateOfAccount(Object[] row) {
        return new KolState.Account(
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                number(row[6]),
                row[7] == null ? null : ((Number) row[7]).intValue(),
                Columns.instantOrNull(row[8]));
    }

    /** Lets the session forget what it read, after plain SQL changed it; what is not yet written is written first. */
    public Uni<Void> reread() {
        return Panache.getSession().chain(session -> session.flush().invoke(session::clear));
    }

    /** The KOL records a KOL or agency sees, across organisations. */
    public Uni<List<KolRow>> visible() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from KolRow order by displayName, id", KolRow.class)
                        .getResultList());
    }

    /** The largest account first. */
    public Uni<List<AccountRow>> accountsOf(Collection<UUID> kolIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from AccountRow where kolId in :ids order by followers desc nulls last, id",
                                AccountRow.class)
                        .setParameter("ids", kolIds)
                        .getResultList());
    }

    public Uni<List<NameSeen>> namesOf(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select handle, display_name, first_seen, last_seen from account_name
                                where tenant_id = kol_tenant() and account_id = :account order by last_seen desc""", Object[].class)
                        .setParameter("account", accountId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new NameSeen((String) row[0], (String) row[1], (LocalDate) row[2], (LocalDate) row[3]))
                        .toList());
    }

    /** One point per day, oldest first: the last thing said that day. */
    public Uni<List<HistoryPoint>> historyOf(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select distinct on (taken_on) taken_on, followers, followings, posts, avg_views, avg_likes,
                                       avg_comments, avg_shares, avg_saves, avg_engagements, authentic_engagements, source,
                                       count(*) over (partition by taken_on)
                                from account_observation
                                where tenant_id = kol_tenant() and account_id = :account
                                order by taken_on, ordinal desc""", Object[].class)
                        .setParameter("account", accountId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new HistoryPoint(
                                (LocalDate) row[0], metrics(row, 1), (String) row[11], ((Number) row[12]).longValue()))
                        .toList());
    }

    /**
     * The latest numbers of accounts of the same platform and tier: of all of them, or of a sample where a median needs no more. Which
     * ones are in it is left to the random end of their ids, so that it is the same each time and says nothing about them.
     */
    public Uni<List<Metrics>> cohort(String platform, String tier) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select followers, followings, posts, avg_views, avg_likes, avg_comments, avg_shares,
                                       avg_saves, avg_engagements, authentic_engagements
                                from account where tenant_id = kol_tenant() and platform = :platform and tier = :tier
                                order by substring(uuid_send(id) from 9) limit :sample""", Object[].class)
                        .setParameter("platform", platform)
                        .setParameter("tier", tier)
                        .setParameter("sample", COHORT_SAMPLE)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> metrics(row, 0)).toList());
    }

    private static Metrics metrics(Object[] row, int from) {
        return new Metrics(
                number(row[from]),
                number(row[from + 1]),
                number(row[from + 2]),
                number(row[from + 3]),
                number(row[from + 4]),
                number(row[from + 5]),
                number(row[from + 6]),
                number(row[from + 7]),
                number(row[from + 8]),
                number(row[from + 9]));
    }

    @SuppressWarnings("NullAway") // unknown numbers stay unknown
    private static Long number(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
