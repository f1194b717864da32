package org.kolsuite.registry.kol.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kolsuite.registry.platforms.Platforms;

/** Where personal data stands beside the KOL row, for export and erasure. Call inside a unit of work. */
@ApplicationScoped
public class PersonalData {
    @Inject
    Platforms platforms;

    /** What stands in the place of a name: stable, and says nothing. */
    public static String pseudonym(UUID id) {
        return "erased-" + id.toString().substring(24);
    }

    /** Every handle each account was ever seen under, normalised. */
    public Uni<Map<UUID, Set<String>>> handleKeysSeen(List<AccountRow> accounts) {
        return platforms
                .all()
                .chain(rows -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("""
                                select account_id, handle from account_name
                                where tenant_id = kol_tenant() and account_id = any(:accounts)""", Object[].class)
                                .setParameter(
                                        "accounts",
                                        accounts.stream()
                                                .map(account -> account.id)
                                                .toArray(UUID[]::new))
                                .getResultList())
                        .map(seen -> {
                            Map<UUID, Set<String>> keys = new HashMap<>();
                            for (AccountRow account : accounts) {
                                var rule = rows.stream()
                                        .filter(platform -> platform.code.equals(account.platform))
                                        .findFirst()
                                        .orElseThrow()
                                        .handleRule();
                                Set<String> own = new HashSet<>(Set.of(account.handleKey));
                                seen.stream()
                                        .filter(row -> row[0].equals(account.id))
                                        .forEach(row -> own.add(rule.key((String) row[1])));
                                keys.put(account.id, own);
                            }
                            return keys;
                        }));
    }

    public Uni<Void> remember(Collection<String> identityHashes, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into erased_identity (identity_hash, erased_at)
                                select hash, :now from unnest(cast(:hashes as text[])) hash on conflict do nothing""")
                        .setParameter("now", now)
                        .setParameter("hashes", identityHashes.toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Void> erase(UUID kolId) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (String statement : List.of(
                """
                update import_conflict c set lines = '[]' from account a
                where c.tenant_id = kol_tenant() and a.tenant_id = kol_tenant() and a.kol_id = :kol
                  and a.platform = c.platform and a.handle_key = c.handle_key""",
                """
                delete from account_name n using account a
                where n.tenant_id = kol_tenant() and a.tenant_id = kol_tenant() and n.account_id = a.id and a.kol_id = :kol""",
                """
                delete from kol_list_entry e using account a
                where e.tenant_id = kol_tenant() and a.tenant_id = kol_tenant() and e.account_id = a.id and a.kol_id = :kol""",
                "delete from link_invitation where tenant_id = kol_tenant() and kol_id = :kol",
                "update roster_entry set left_on = greatest(joined_on, current_date) where tenant_id = kol_tenant() and kol_id = :kol and left_on is null",
                "update consent set evidence = null, withdrawn_at = coalesce(withdrawn_at, now()) where tenant_id = kol_tenant() and kol_id = :kol",
                """
                update account set version = version + 1, platform_uid = null, url = null, country = null, topics = '{}',
                  handle = 'erased-' || right(cast(id as text), 12), handle_key = 'erased-' || right(cast(id as text), 12),
                  display_name = 'erased-' || right(cast(id as text), 12), qualifier = ''
                where tenant_id = kol_tenant() and kol_id = :kol""")) {
            chain = chain.chain(() -> Panache.getSession())
                    .chain(session -> session.createNativeQuery(statement)
                            .setParameter("kol", kolId)
                            .executeUpdate())
                    .replaceWithVoid();
        }
        return chain;
    }
}
