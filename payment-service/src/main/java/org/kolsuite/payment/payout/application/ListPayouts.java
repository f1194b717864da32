package org.kolsuite.payment.payout.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payout.model.PayoutBatch;
import org.kolsuite.payment.payout.model.PayoutRejection;
import org.kolsuite.payment.payout.persistence.BatchRepository;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Looking at payouts, for finance and for the payees themselves. */
@ApplicationScoped
public class ListPayouts {
    private static final String COLUMNS = """
            select o.id, o.version, o.fee_id, o.milestone, o.payee_id, p.name, o.amount_minor, o.currency, o.end_to_end_id,
                   o.due_on, o.state, o.batch_id, o.execution_date, o.sent_at, o.unknown_since, o.asked_at, o.enquiry,
                   o.bank_reference, o.booking_date, o.return_reason, coalesce(o.creditor_masked, p.account_masked),
                   case o.state
                     when 'QUEUED' then case p.bank_state
                       when 'MISSING' then 'BANK_DETAILS_MISSING'
                       when 'AWAITING_CONFIRMATION' then 'BANK_DETAILS_UNCONFIRMED'
                       else case when o.due_on > cast(cast(:today as text) as date) then 'NOT_DUE_YET' else 'NEXT_BATCH' end end
                     when 'BATCHED' then 'BATCH_NOT_SENT'
                     when 'SENT' then 'WITH_THE_BANK'
                     when 'UNKNOWN' then 'BANK_HAS_NOT_ANSWERED'
                     when 'RETURNED' then 'RETURNED_BY_THE_BANK' end,
                   f.campaign_id, f.collaboration_id, f.kol_id
            from payout o join fee f on f.id = o.fee_id join payee p on p.id = o.payee_id\s""";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    BatchRepository batches;

    @Inject
    Clock clock;

    /** A payout as people see it; {@code waitsFor} says why it is not paid, and is null once it is. */
    public record Seen(
            UUID id,
            long version,
            UUID feeId,
            String milestone,
            UUID payeeId,
            String payeeName,
            Money amount,
            String endToEndId,
            LocalDate dueOn,
            String state,
            @Nullable UUID batchId,
            @Nullable LocalDate executionDate,
            @Nullable Instant sentAt,
            @Nullable Instant unknownSince,
            @Nullable Instant askedAt,
            @Nullable String enquiry,
            @Nullable String bankReference,
            @Nullable LocalDate bookingDate,
            @Nullable String returnReason,
            @Nullable String accountMasked,
            @Nullable String waitsFor,
            @Nullable UUID campaignId,
            @Nullable UUID collaborationId,
            @Nullable UUID kolId) {}

    public Uni<Seen> one(Caller caller, UUID id) {
        return unitOfWork.as(
                caller,
                () -> Sql.of(COLUMNS + "where o.id = :id")
                        .with("today", today())
                        .with("id", id)
                        .first(ListPayouts::toSeen)
                        .map(found -> found.orElseThrow(PayoutRejection.PayoutUnknown::new)));
    }

    /** What is due first in front; of one state, batch or payee when asked. */
    public Uni<Page<Seen>> list(
            Caller caller,
            @Nullable String state,
            @Nullable UUID batchId,
            @Nullable UUID payeeId,
            @Nullable String cursorText,
            @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        String where = """
                where o.tenant_id = kol_tenant()
                  and (cast(:state as text) is null or o.state = cast(:state as text))
                  and (cast(cast(:batch as text) as uuid) is null or o.batch_id = cast(cast(:batch as text) as uuid))
                  and (cast(cast(:payee as text) as uuid) is null or o.payee_id = cast(cast(:payee as text) as uuid))
                """;
        return unitOfWork.as(
                caller,
                () -> filtered("select count(*) from payout o " + where, state, batchId, payeeId)
                        .number()
                        .chain(total -> filtered(COLUMNS + where + """
                                          and (cast(cast(:due as text) as date) is null
                                               or (o.due_on, o.id) > (cast(cast(:due as text) as date), cast(cast(:id as text) as uuid)))
                                        order by o.due_on, o.id limit :limit""", state, batchId, payeeId)
                                .with("today", today())
                                .with("due", cursor == null ? null : cursor.text(0))
                                .with(
                                        "id",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .with("limit", limit + 1)
                                .list(ListPayouts::toSeen)
                                .map(rows -> Page.of(rows, limit, seen -> Cursor.of(seen.dueOn(), seen.id()), total))));
    }

    public Uni<PayoutBatch> batch(Caller caller, UUID id) {
        return unitOfWork.as(caller, () -> batches.find(id));
    }

    public Uni<Page<PayoutBatch>> batches(Caller caller, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> batches.newest(
                                cursor == null ? null : cursor.instant(0).toString(),
                                cursor == null ? null : cursor.uuid(1),
                                limit + 1)
                        .map(rows -> Page.of(rows, limit, batch -> Cursor.of(batch.createdAt(), batch.id()), null)));
    }

    private static Sql filtered(String text, @Nullable String state, @Nullable UUID batchId, @Nullable UUID payeeId) {
        return Sql.of(text)
                .with("state", state)
                .with("batch", batchId == null ? null : batchId.toString())
                .with("payee", payeeId == null ? null : payeeId.toString());
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    private static Seen toSeen(Columns row) {
        return new Seen(
                row.uuid(),
                row.number(),
                row.uuid(),
                row.text(),
                row.uuid(),
                row.text(),
                row.money(),
                row.text(),
                row.day(),
                row.text(),
                row.uuidOrNull(),
                row.dayOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.dayOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull());
    }
}
