package org.kolsuite.registry.shortlist;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.registry.kol.persistence.Kols;

/** Lists and what is on them. Call inside a unit of work. */
@ApplicationScoped
public class KolLists {
    @Inject
    Kols kols;

    @Inject
    Clock clock;

    /** An account on a list. */
    public record Entry(
            UUID accountId,
            UUID kolId,
            String displayName,
            String handle,
            String platform,
            @Nullable String tier,
            @Nullable Long followers,
            @Nullable String note,
            Instant addedAt) {}

    /** A list and how long it is. */
    public record Counted(
            UUID id, long version, String name, @Nullable String description, long size) {}

    public Uni<List<Counted>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select l.id, l.version, l.name, l.description, count(e.account_id) from kol_list l
                                left join kol_list_entry e on e.tenant_id = l.tenant_id and e.list_id = l.id
                                where l.tenant_id = kol_tenant() group by 1, 2, 3, 4 order by l.name""", Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Counted(
                                (UUID) row[0],
                                ((Number) row[1]).longValue(),
                                (String) row[2],
                                (String) row[3],
                                ((Number) row[4]).longValue()))
                        .toList());
    }

    public Uni<ListRow> create(Caller caller, String name, @Nullable String description) {
        ListRow list = new ListRow();
        list.id = Ids.next();
        list.name = name;
        list.description = description;
        list.createdBy = caller.subject();
        list.createdAt = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from ListRow where lower(name) = lower(:name)", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                        .invoke(same -> {
                            if (same > 0) {
                                throw new ListNameTaken(name);
                            }
                        })
                        .chain(() -> session.persist(list))
                        .replaceWith(list));
    }

    public Uni<ListRow> require(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(ListRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("list", id));
    }

    public Uni<Void> remove(UUID id) {
        return require(id).chain(list -> Panache.getSession().chain(session -> session.remove(list)));
    }

    /** Adding what is there already only changes its note. */
    public Uni<Void> add(Caller caller, UUID listId, UUID accountId, @Nullable String note) {
        return require(listId)
                .chain(() -> kols.requireAccount(accountId))
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery("""
                                insert into kol_list_entry (list_id, account_id, note, added_by, added_at)
                                values (:list, :account, :note, :by, :now)
                                on conflict (tenant_id, list_id, account_id) do update set note = excluded.note""")
                        .setParameter("list", listId)
                        .setParameter("account", accountId)
                        .setParameter("note", note)
                        .setParameter("by", caller.subject())
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Void> take(UUID listId, UUID accountId) {
        return require(listId)
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(
                                "delete from kol_list_entry where tenant_id = kol_tenant() and list_id = :list and account_id = :account")
                        .setParameter("list", listId)
                        .setParameter("account", accountId)
                        .executeUpdate())
                .invoke(gone -> {
                    if (gone == 0) {
                        throw new UnknownId("list entry", accountId);
                    }
                })
                .replaceWithVoid();
    }

    /** In the order they were added. */
    public Uni<List<Entry>> entries(UUID listId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select a.id, a.kol_id, a.display_name, a.handle, a.platform, a.tier, a.followers, e.note, e.added_at
                                from kol_list_entry e join account a on a.tenant_id = e.tenant_id and a.id = e.account_id
                                where e.tenant_id = kol_tenant() and e.list_id = :list order by e.added_at, a.id""", Object[].class)
                        .setParameter("list", listId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Entry(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (String) row[5],
                                (Long) row[6],
                                (String) row[7],
                                Columns.instant(row[8])))
                        .toList());
    }
}
