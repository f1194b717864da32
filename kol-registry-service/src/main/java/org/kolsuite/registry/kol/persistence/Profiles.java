package org.kolsuite.registry.kol.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kolsuite.registry.kol.model.KnownAccount;

/**
 * Writes what sources say about accounts, many statements at once: one SQL statement per table, whatever the number of
 * lines. Call inside a unit of work.
 *
 * <ol>
 *   <li>insert the new KOLs and accounts;
 *   <li>keep every statement in the history, the same one only once;
 *   <li>remember the spellings of handle and name;
 *   <li>bring the accounts up to date, unless they already know something of a later day.
 * </ol>
 */
@ApplicationScoped
public class Profiles {
    private static final String STATEMENTS = """
            with r as (
              select s.*, s.metrics as m from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as s(
                "accountId" uuid, "kolId" uuid, "newKol" boolean, "newAccount" boolean, platform text, "platformUid" text,
                handle text, "handleKey" text, qualifier text, "displayName" text, "takenOn" date, ordinal bigint,
                source text, metrics jsonb, fingerprint text, tier text, country text, topics text[], url text, bio text)
            ), latest as (
              select distinct on ("accountId") * from r order by "accountId", "takenOn" desc, ordinal desc
            )
            """;
    private static final String METRIC_COLUMNS =
            "followers, followings, posts, avg_views, avg_likes, avg_comments, avg_shares, avg_saves, avg_engagements, authentic_engagements";
    private static final String METRIC_VALUES = """
            cast(m->>'followers' as bigint), cast(m->>'followings' as bigint), cast(m->>'posts' as bigint),
            cast(m->>'avgViews' as bigint), cast(m->>'avgLikes' as bigint), cast(m->>'avgComments' as bigint),
            cast(m->>'avgShares' as bigint), cast(m->>'avgSaves' as bigint), cast(m->>'avgEngagements' as bigint),
            cast(m->>'authenticEngagements' as bigint)""";

    /** Averages per post belong together: a source that gives any replaces all, one that gives none changes none. */
    private static final String SAYS_SOMETHING_OF_POSTS =
            "jsonb_strip_nulls(l.m - array['followers', 'followings', 'posts']) <> cast('{}' as jsonb)";

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The registered accounts of a platform that have one of the platform ids or one of the handles. */
    public Uni<List<KnownAccount>> known(String platform, Collection<String> uids, Collection<String> handleKeys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, kol_id, platform_uid, handle_key, qualifier from account
                                where tenant_id = kol_tenant() and platform = :platform
                                  and (platform_uid = any(:uids) or handle_key = any(:keys))""", Object[].class)
                        .setParameter("platform", platform)
                        .setParameter("uids", uids.toArray(String[]::new))
                        .setParameter("keys", handleKeys.toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(Profiles::known).toList());
    }

    /** Which of the identities belong to people whose data was erased. */
    public Uni<Set<String>> erased(Collection<String> identityHashes) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select identity_hash from erased_identity where tenant_id = kol_tenant() and identity_hash = any(:hashes)",
                                String.class)
                        .setParameter("hashes", identityHashes.toArray(String[]::new))
                        .getResultList())
                .map(Set::copyOf);
    }

    public Uni<Void> write(List<ProfileWrite> statements) {
        if (statements.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String rows = write((Object) statements);
        return run(rows, true, """
                        insert into kol (id, version, display_name, country, topics, bio, created_at, updated_at)
                        select "kolId", 0, "displayName", country, topics, bio, :now, :now from r where "newKol" is true""")
                .chain(() -> run(rows, true, """
                        insert into account (id, version, kol_id, platform, platform_uid, handle, handle_key, qualifier,
                                             display_name, created_at, updated_at)
                        select "accountId", 0, "kolId", platform, "platformUid", handle, "handleKey", qualifier,
                               "displayName", :now, :now
                        from r where "newAccount" is true"""))
                .chain(() -> run(rows, true, """
                        insert into account_observation (account_id, taken_on, fingerprint, ordinal, source, recorded_at, %s)
                        select "accountId", "takenOn", fingerprint, ordinal, source, :now, %s
                        from r where fingerprint is not null
                        on conflict (tenant_id, account_id, taken_on, fingerprint) do nothing""".formatted(METRIC_COLUMNS, METRIC_VALUES)))
                .chain(() -> run(rows, false, """
                        insert into account_name as n (account_id, handle, display_name, first_seen, last_seen)
                        select "accountId", handle, "displayName", min("takenOn"), max("takenOn") from r
                        group by "accountId", handle, "displayName"
                        on conflict (tenant_id, account_id, handle, display_name) do update
                          set first_seen = least(n.first_seen, excluded.first_seen),
                              last_seen = greatest(n.last_seen, excluded.last_seen)"""))
                .chain(() -> run(rows, true, """
                        update kol k
                        set version = k.version + 1, updated_at = :now,
                            display_name = coalesce((
                              select l."displayName" from latest l join account a
                                on a.tenant_id = k.tenant_id and a.id = l."accountId"
                              where a.kol_id = k.id and a.display_name = k.display_name
                                and (a.measured_on is null or l."takenOn" >= a.measured_on)
                              limit 1), k.display_name)
                        where k.tenant_id = kol_tenant() and k.id in (select "kolId" from r)
                          and k.id not in (select "kolId" from r where "newKol")"""))
                .chain(() -> run(rows, true, """
                        update account a
                        set version = a.version + 1, updated_at = :now,
                            handle = l.handle, handle_key = l."handleKey", display_name = l."displayName",
                            platform_uid = coalesce(l."platformUid", a.platform_uid),
                            url = coalesce(l.url, a.url), country = coalesce(l.country, a.country),
                            topics = case when cardinality(l.topics) > 0 then l.topics else a.topics end,
                            tier = coalesce(l.tier, a.tier), measured_on = l."takenOn",
                            followers = coalesce(cast(l.m->>'followers' as bigint), a.followers),
                            followings = coalesce(cast(l.m->>'followings' as bigint), a.followings),
                            posts = coalesce(cast(l.m->>'posts' as bigint), a.posts),
                            avg_views = case when %1$s then cast(l.m->>'avgViews' as bigint) else a.avg_views end,
                            avg_likes = case when %1$s then cast(l.m->>'avgLikes' as bigint) else a.avg_likes end,
                            avg_comments = case when %1$s then cast(l.m->>'avgComments' as bigint) else a.avg_comments end,
                            avg_shares = case when %1$s then cast(l.m->>'avgShares' as bigint) else a.avg_shares end,
                            avg_saves = case when %1$s then cast(l.m->>'avgSaves' as bigint) else a.avg_saves end,
                            avg_engagements = case when %1$s then cast(l.m->>'avgEngagements' as bigint) else a.avg_engagements end,
                            authentic_engagements = case when %1$s then cast(l.m->>'authenticEngagements' as bigint) else a.authentic_engagements end
                        from latest l
                        where a.tenant_id = kol_tenant() and a.id = l."accountId"
                          and (a.measured_on is null or l."takenOn" >= a.measured_on)""".formatted(SAYS_SOMETHING_OF_POSTS)))
                .replaceWithVoid();
    }

    /** Gives accounts the qualifier that tells them apart from others with their handle. */
    public Uni<Void> qualify(Map<UUID, String> qualifiers) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, String> entry : qualifiers.entrySet()) {
            chain = chain.chain(() -> Panache.getSession())
                    .chain(session -> session.createNativeQuery(
                                    "update account set qualifier = :qualifier where tenant_id = kol_tenant() and id = :id")
                            .setParameter("qualifier", entry.getValue())
                            .setParameter("id", entry.getKey())
                            .executeUpdate())
                    .replaceWithVoid();
        }
        return chain;
    }

    /** The handles of a platform that people have split, with the qualifiers that tell the accounts apart. */
    public Uni<List<KnownAccount>> split(String platform) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, kol_id, platform_uid, handle_key, qualifier from account
                                where tenant_id = kol_tenant() and platform = :platform and qualifier <> ''""", Object[].class)
                        .setParameter("platform", platform)
                        .getResultList())
                .map(rows -> rows.stream().map(Profiles::known).toList());
    }

    private static KnownAccount known(Object[] row) {
        return new KnownAccount((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4]);
    }

    private Uni<Integer> run(String rows, boolean timed, String statement) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(STATEMENTS + statement).setParameter("rows", rows);
            return (timed ? query.setParameter("now", clock.instant()) : query).executeUpdate();
        });
    }

    private String write(Object statements) {
        try {
            return json.writeValueAsString(statements);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("statements are writable", impossible);
        }
    }

    /** The KOLs that the statements are about. */
    public static Set<UUID> kolsOf(List<ProfileWrite> statements) {
        return statements.stream().map(ProfileWrite::kolId).collect(Collectors.toSet());
    }
}
