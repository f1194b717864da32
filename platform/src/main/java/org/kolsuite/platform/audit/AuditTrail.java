package org.kolsuite.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Who did what, when, why, with before and after. Entries stand in the transaction of what they tell of; the database
 * refuses the application to change or delete one.
 */
@ApplicationScoped
public class AuditTrail {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * One thing somebody did.
     *
     * @param action a verb in kebab case, for example {@code approve-fee}
     * @param before what was; null for a creation. Never bank details, addresses or phone numbers
     */
    public record Entry(
            UUID id,
            Instant at,
            String actor,
            String actorName,
            String action,
            String aggregateType,
            UUID aggregateId,
            @Nullable String reason,
            @Nullable String before,
            @Nullable String after) {}

    /** Writes an entry in the open transaction. */
    public Uni<Void> record(
            Caller caller,
            String action,
            String aggregateType,
            UUID aggregateId,
            @Nullable String reason,
            @Nullable Object before,
            @Nullable Object after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into audit_entry (id, at, actor, actor_name, action, aggregate_type, aggregate_id,
                                                         reason, before, after)
                                values (:id, :at, :actor, :name, :action, :type, :aggregate, :reason, :before, :after)""")
                        .setParameter("id", Ids.next())
                        .setParameter("at", clock.instant())
                        .setParameter("actor", caller.subject())
                        .setParameter("name", caller.name())
                        .setParameter("action", action)
                        .setParameter("type", aggregateType)
                        .setParameter("aggregate", aggregateId)
                        .setParameter("reason", reason)
                        .setParameter("before", write(before))
                        .setParameter("after", write(after))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What somebody did to one of many aggregates at once. */
    public record Act(UUID aggregateId, @Nullable Object after) {}

    /** Writes an entry for each act in the open transaction, by one statement. */
    public Uni<Void> recordAll(
            Caller caller, String action, String aggregateType, @Nullable String reason, List<Act> acts) {
        if (acts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into audit_entry (id, at, actor, actor_name, action, aggregate_type, aggregate_id,
                                                         reason, after)
                                select id, :at, :actor, :name, :action, :type, aggregate, cast(:reason as text), after
                                from unnest(cast(:ids as uuid[]), cast(:aggregates as uuid[]), cast(:afters as text[]))
                                  as act(id, aggregate, after)""")
                        .setParameter("at", clock.instant())
                        .setParameter("actor", caller.subject())
                        .setParameter("name", caller.name())
                        .setParameter("action", action)
                        .setParameter("type", aggregateType)
                        .setParameter("reason", reason)
                        .setParameter(
                                "ids", acts.stream().map(act -> Ids.next()).toArray(UUID[]::new))
                        .setParameter(
                                "aggregates",
                                acts.stream().map(Act::aggregateId).toArray(UUID[]::new))
                        .setParameter(
                                "afters",
                                acts.stream().map(act -> write(act.after())).toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The trail, newest first; of one aggregate when an id is given. */
    public Uni<Page<Entry>> list(
            Caller caller, @Nullable UUID aggregateId, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("""
                                        select id, at, actor, actor_name, action, aggregate_type, aggregate_id, reason, before, after
                                        from audit_entry
                                        where tenant_id = kol_tenant()
                                          and (cast(:aggregate as uuid) is null or aggregate_id = cast(:aggregate as uuid))
                                          and (cast(:at as timestamptz) is null or (at, id) < (cast(:at as timestamptz), cast(:id as uuid)))
                                        order by at desc, id desc limit :limit""", Object[].class)
                                .setParameter("aggregate", aggregateId == null ? null : aggregateId.toString())
                                .setParameter(
                                        "at",
                                        cursor == null
                                                ? null
                                                : cursor.instant(0).toString())
                                .setParameter(
                                        "id",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .setParameter("limit", limit + 1)
                                .getResultList())
                        .map(rows -> Page.of(
                                rows.stream().map(AuditTrail::toEntry).toList(),
                                limit,
                                entry -> Cursor.of(entry.at(), entry.id()),
                                null)));
    }

    private static Entry toEntry(Object[] row) {
        return new Entry(
                (UUID) row[0],
                Columns.instant(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (UUID) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9]);
    }

    private @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("audited values are writable", impossible);
        }
    }
}
