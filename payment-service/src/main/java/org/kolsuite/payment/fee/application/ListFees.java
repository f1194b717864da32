package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Looking at fees, and at the parts that wait for a request or an approval. */
@ApplicationScoped
public class ListFees {
    private static final String FEE = """
            select f.id, f.version, f.origin, f.collaboration_id, f.campaign_id, f.kol_id, k.display_name, f.agency_id,
                   f.reference, f.payee_id, coalesce(p.name, f.creditor_name), f.creditor_name, p.bank_state, f.total_minor,
                   f.currency, f.blocked_code, f.blocked_detail, f.created_at
            from fee f left join payee p on p.id = f.payee_id left join kol k on k.kol_id = f.kol_id\s""";

    @Inject
    UnitOfWork unitOfWork;

    /** A part of a fee as people see it, with the names of those who decided. */
    public record SeenPart(
            String name,
            Money amount,
            String state,
            @Nullable LocalDate dueOn,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable LocalDate paidOn,
            @Nullable UUID payoutId) {}

    /** A fee as people see it. */
    public record Seen(
            UUID id,
            long version,
            String origin,
            @Nullable UUID collaborationId,
            @Nullable UUID campaignId,
            @Nullable UUID kolId,
            @Nullable String kolName,
            @Nullable UUID agencyId,
            @Nullable String reference,
            @Nullable UUID payeeId,
            @Nullable String payeeName,
            @Nullable String creditorName,
            @Nullable String payeeBankState,
            Money total,
            @Nullable String blockedCode,
            @Nullable String blockedDetail,
            Instant createdAt,
            List<SeenPart> milestones) {
        private Seen with(List<SeenPart> parts) {
            return new Seen(
                    id,
                    version,
                    origin,
                    collaborationId,
                    campaignId,
                    kolId,
                    kolName,
                    agencyId,
                    reference,
                    payeeId,
                    payeeName,
                    creditorName,
                    payeeBankState,
                    total,
                    blockedCode,
                    blockedDetail,
                    createdAt,
                    parts);
        }
    }

    /**
     * A part in the queue, with what is odd about it.
     *
     * @param requestedBy the name of whoever asked for it
     * @param requestedByMe whether that was whoever reads this, who therefore can't approve it
     */
    public record Waiting(
            UUID feeId,
            String milestone,
            String state,
            Money amount,
            @Nullable LocalDate dueOn,
            @Nullable UUID payeeId,
            @Nullable String payeeName,
            @Nullable String payeeBankState,
            @Nullable String reference,
            @Nullable UUID campaignId,
            @Nullable UUID collaborationId,
            @Nullable UUID kolId,
            @Nullable String kolName,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            boolean requestedByMe,
            boolean possibleDouble) {}

    /** What a list of fees is narrowed to; null means all. */
    public record Filter(
            @Nullable UUID campaignId,
            @Nullable UUID kolId,
            @Nullable UUID payeeId,
            @Nullable String origin,
            @Nullable String state,
            @Nullable String search) {}

    public Uni<Seen> one(Caller caller, UUID id) {
        return unitOfWork.as(
                caller,
                () -> Sql.of(FEE + "where f.id = :id")
                        .with("id", id)
                        .list(ListFees::toSeen)
                        .chain(this::withParts)
                        .map(found -> found.stream().findFirst().orElseThrow(FeeRejection.FeeUnknown::new)));
    }

    /** Those of these that there are, by id, in the transaction that is open. */
    Uni<Map<UUID, Seen>> these(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Sql.of(FEE + "where f.id = any(cast(:ids as uuid[]))")
                        .withIds("ids", ids)
                        .list(ListFees::toSeen)
                        .chain(this::withParts)
                        .map(found -> found.stream().collect(Collectors.toMap(Seen::id, Function.identity())));
    }

    /** Newest first. */
    public Uni<Page<Seen>> list(Caller caller, Filter filter, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        String where = """
                where f.tenant_id = kol_tenant()
                  and (cast(cast(:campaign as text) as uuid) is null or f.campaign_id = cast(cast(:campaign as text) as uuid))
                  and (cast(cast(:kol as text) as uuid) is null or f.kol_id = cast(cast(:kol as text) as uuid))
                  and (cast(cast(:payee as text) as uuid) is null or f.payee_id = cast(cast(:payee as text) as uuid))
                  and (cast(:origin as text) is null or f.origin = cast(:origin as text))
                  and (cast(:state as text) is null
                       or (cast(:state as text) = 'BLOCKED' and f.blocked_code is not null)
                       or exists (select 1 from fee_milestone m where m.fee_id = f.id and m.state = cast(:state as text)))
                  and (cast(:search as text) is null
                       or strpos(lower(concat_ws(' ', p.name, f.creditor_name, f.reference, k.display_name)),
                                 lower(cast(:search as text))) > 0)
                """;
        return unitOfWork.as(
                caller,
                () -> filtered(
                                "select count(*) from fee f left join payee p on p.id = f.payee_id"
                                        + " left join kol k on k.kol_id = f.kol_id " + where,
                                filter)
                        .number()
                        .chain(total -> filtered(FEE + where + """
                                          and (cast(cast(:at as text) as timestamptz) is null
                                               or (f.created_at, f.id) < (cast(cast(:at as text) as timestamptz), cast(cast(:id as text) as uuid)))
                                        order by f.created_at desc, f.id desc limit :limit""", filter)
                                .with(
                                        "at",
                                        cursor == null
                                                ? null
                                                : cursor.instant(0).toString())
                                .with(
                                        "id",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .with("limit", limit + 1)
                                .list(ListFees::toSeen)
                                .chain(this::withParts)
                                .map(rows ->
                                        Page.of(rows, limit, seen -> Cursor.of(seen.createdAt(), seen.id()), total))));
    }

    /** Parts in a state ({@code DUE} to request, {@code REQUESTED} to approve), what is due first in front. */
    public Uni<Page<Waiting>> queue(Caller caller, String state, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 3);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Sql.of("""
                        select count(*) from fee_milestone m join fee f on f.id = m.fee_id
                        where m.tenant_id = kol_tenant() and m.state = :state and f.blocked_code is null""")
                        .with("state", state)
                        .number()
                        .chain(total -> Sql.of("""
                                select m.fee_id, m.name, m.state, m.amount_minor, f.currency, m.due_on, f.payee_id,
                                       coalesce(p.name, f.creditor_name), p.bank_state, f.reference, f.campaign_id,
                                       f.collaboration_id, f.kol_id, k.display_name, name_of(m.requested_by), m.requested_at,
                                       m.requested_by is not distinct from cast(:me as text),
                                       exists (select 1 from fee g join fee_milestone n on n.fee_id = g.id
                                               where g.payee_id = f.payee_id and g.currency = f.currency
                                                 and n.amount_minor = m.amount_minor and n.due_on = m.due_on
                                                 and n.fee_id <> m.fee_id
                                                 and n.state not in ('VOIDED', 'REJECTED'))
                                from fee_milestone m join fee f on f.id = m.fee_id
                                  left join payee p on p.id = f.payee_id left join kol k on k.kol_id = f.kol_id
                                where m.tenant_id = kol_tenant() and m.state = :state and f.blocked_code is null
                                  and (cast(cast(:due as text) as date) is null or (coalesce(m.due_on, date '9999-12-31'), m.fee_id, m.name)
                                       > (cast(cast(:due as text) as date), cast(cast(:fee as text) as uuid), cast(:name as text)))
                                order by coalesce(m.due_on, date '9999-12-31'), m.fee_id, m.name limit :limit""")
                                .with("state", state)
                                .with("me", caller.subject())
                                .with("due", cursor == null ? null : cursor.text(0))
                                .with(
                                        "fee",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .with("name", cursor == null ? null : cursor.text(2))
                                .with("limit", limit + 1)
                                .list(ListFees::toWaiting)
                                .map(rows -> Page.of(
                                        rows,
                                        limit,
                                        part -> Cursor.of(
                                                part.dueOn() == null ? "9999-12-31" : part.dueOn(),
                                                part.feeId(),
                                                part.milestone()),
                                        total))));
    }

    private static Sql filtered(String text, Filter filter) {
        return Sql.of(text)
                .with(
                        "campaign",
                        filter.campaignId() == null ? null : filter.campaignId().toString())
                .with("kol", filter.kolId() == null ? null : filter.kolId().toString())
                .with(
                        "payee",
                        filter.payeeId() == null ? null : filter.payeeId().toString())
                .with("origin", filter.origin())
                .with("state", filter.state())
                .with("search", filter.search());
    }

    private Uni<List<Seen>> withParts(List<Seen> fees) {
        if (fees.isEmpty()) {
            return Uni.createFrom().item(fees);
        }
        return Sql.of("""
                        select m.fee_id, m.name, m.amount_minor, f.currency, m.state, m.due_on, name_of(m.requested_by), m.requested_at,
                               name_of(m.decided_by), m.decided_at, m.reason, m.paid_on,
                               (select o.id from payout o where o.fee_id = m.fee_id and o.milestone = m.name
                                order by o.created_at desc, o.id desc limit 1)
                        from fee_milestone m join fee f on f.id = m.fee_id
                        where m.fee_id = any(cast(:ids as uuid[])) order by m.fee_id, m.position""")
                .withIds("ids", fees.stream().map(Seen::id).toList())
                .list(row -> Map.entry(row.uuid(), toPart(row)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))))
                .map(parts -> fees.stream()
                        .map(fee -> fee.with(parts.getOrDefault(fee.id(), List.of())))
                        .toList());
    }

    private static SeenPart toPart(Columns row) {
        return new SeenPart(
                row.text(),
                row.money(),
                row.text(),
                row.dayOrNull(),
                row.textOrNull(),
                row.instantOrNull(),
                row.textOrNull(),
                row.instantOrNull(),
                row.textOrNull(),
                row.dayOrNull(),
                row.uuidOrNull());
    }

    private static Seen toSeen(Columns row) {
        return new Seen(
                row.uuid(),
                row.number(),
                row.text(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.money(),
                row.textOrNull(),
                row.textOrNull(),
                row.instant(),
                List.of());
    }

    private static Waiting toWaiting(Columns row) {
        return new Waiting(
                row.uuid(),
                row.text(),
                row.text(),
                row.money(),
                row.dayOrNull(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.instantOrNull(),
                row.flag(),
                row.flag());
    }
}
