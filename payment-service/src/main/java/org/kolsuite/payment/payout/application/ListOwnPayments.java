package org.kolsuite.payment.payout.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * What a KOL or an agency sees of its money: every part of every fee, from agreed to paid, when it is due, why it waits, and
 * the bank's reference once it is paid. Row-level security decides which rows are theirs; who asked, who approved and what
 * was noted inside the organisation is not among the columns.
 */
@ApplicationScoped
public class ListOwnPayments {
    /** What row-level security would find as well, but by reading the fees of everybody. */
    private static final String OWN_FEES = """
            (select id from fee where kol_id in
              (select kol_id from kol where subject = kol_subject() or agency_id = kol_agency()))
            """;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** One payment, made or expected; {@code waitsFor} is null once it is paid or will never be. */
    public record Payment(
            UUID feeId,
            String milestone,
            @Nullable UUID kolId,
            @Nullable String kolName,
            @Nullable UUID collaborationId,
            @Nullable UUID campaignId,
            Money amount,
            String status,
            @Nullable LocalDate dueOn,
            @Nullable String waitsFor,
            @Nullable UUID payoutId,
            @Nullable String endToEndId,
            @Nullable String bankReference,
            @Nullable LocalDate paidOn,
            @Nullable String accountMasked) {}

    public Uni<Page<Payment>> list(Caller caller, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 3);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Sql.of("select count(*) from fee_milestone where fee_id in " + OWN_FEES)
                        .number()
                        .chain(total -> Sql.of("""
                                select m.fee_id, m.name, f.kol_id, k.display_name, f.collaboration_id, f.campaign_id,
                                       m.amount_minor, f.currency,
                                       case m.state when 'PLANNED' then 'AGREED' when 'PAID' then 'PAID'
                                         when 'VOIDED' then 'CANCELLED' when 'RETURNED' then 'RETURNED'
                                         when 'APPROVED' then case when o.state in ('SENT', 'UNKNOWN') then 'ON_ITS_WAY'
                                           else 'APPROVED' end
                                         else 'DUE' end,
                                       m.due_on,
                                       case when m.state in ('PAID', 'VOIDED') then null
                                         when f.blocked_code is not null then 'PAYEE_MISSING'
                                         when m.state = 'PLANNED' then 'MILESTONE_NOT_REACHED'
                                         when m.state in ('DUE', 'REJECTED') then 'REQUEST'
                                         when m.state = 'REQUESTED' then 'APPROVAL'
                                         when m.state = 'RETURNED' then 'RETURNED_BY_THE_BANK'
                                         when o.state = 'SENT' then 'WITH_THE_BANK'
                                         when o.state = 'UNKNOWN' then 'BANK_HAS_NOT_ANSWERED'
                                         when o.state = 'BATCHED' then 'BATCH_NOT_SENT'
                                         when p.bank_state = 'MISSING' then 'BANK_DETAILS_MISSING'
                                         when p.bank_state = 'AWAITING_CONFIRMATION' then 'BANK_DETAILS_UNCONFIRMED'
                                         when m.due_on > cast(cast(:today as text) as date) then 'NOT_DUE_YET'
                                         else 'NEXT_BATCH' end,
                                       o.id, o.end_to_end_id, o.bank_reference, coalesce(m.paid_on, o.booking_date),
                                       coalesce(o.creditor_masked, p.account_masked)
                                from fee_milestone m join fee f on f.id = m.fee_id
                                  left join kol k on k.kol_id = f.kol_id
                                  left join payee p on p.id = f.payee_id
                                  left join payout o on o.fee_id = m.fee_id and o.milestone = m.name and o.state <> 'RETURNED'
                                where m.fee_id in """ + OWN_FEES + """
                                  and (cast(cast(:due as text) as date) is null
                                   or (coalesce(m.due_on, date '9999-12-31'), m.fee_id, m.name)
                                      < (cast(cast(:due as text) as date), cast(cast(:fee as text) as uuid), cast(:name as text)))
                                order by coalesce(m.due_on, date '9999-12-31') desc, m.fee_id desc, m.name desc
                                limit :limit""")
                                .with(
                                        "today",
                                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                                .toString())
                                .with("due", cursor == null ? null : cursor.text(0))
                                .with(
                                        "fee",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .with("name", cursor == null ? null : cursor.text(2))
                                .with("limit", limit + 1)
                                .list(ListOwnPayments::toPayment)
                                .map(rows -> Page.of(
                                        rows,
                                        limit,
                                        one -> Cursor.of(
                                                one.dueOn() == null ? "9999-12-31" : one.dueOn(),
                                                one.feeId(),
                                                one.milestone()),
                                        total))));
    }

    private static Payment toPayment(Columns row) {
        return new Payment(
                row.uuid(),
                row.text(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.uuidOrNull(),
                row.money(),
                row.text(),
                row.dayOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.dayOrNull(),
                row.textOrNull());
    }
}
