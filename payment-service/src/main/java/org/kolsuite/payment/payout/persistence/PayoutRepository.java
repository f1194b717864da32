package org.kolsuite.payment.payout.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.payout.model.PayoutRejection;
import org.kolsuite.payment.payout.model.PayoutState;
import org.kolsuite.payment.payout.model.PayoutState.Batched;
import org.kolsuite.payment.payout.model.PayoutState.Queued;
import org.kolsuite.payment.payout.model.PayoutState.Returned;
import org.kolsuite.payment.payout.model.PayoutState.Sent;
import org.kolsuite.payment.payout.model.PayoutState.Settled;
import org.kolsuite.payment.payout.model.PayoutState.Unknown;
import org.kolsuite.payment.reconciliation.model.OpenPayout;
import org.kolsuite.payment.secret.BankSecrets;
import org.kolsuite.payment.sql.Bulk;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;

/** Payouts as rows; locked before they change, written many at a time. */
@ApplicationScoped
public class PayoutRepository {
    private static final String COLUMNS = """
            select id, version, fee_id, milestone, payee_id, amount_minor, currency, end_to_end_id, due_on, state, batch_id,
                   execution_date, sent_at, unknown_since, asked_at, enquiry, bank_reference, booking_date, return_reason,
                   was_settled from payout\s""";

    @Inject
    Bulk bulk;

    @Inject
    BankSecrets secrets;

    @Inject
    Clock clock;

    public Uni<Payout> lock(UUID id) {
        return lockAll(List.of(id))
                .map(found -> found.stream().findFirst().orElseThrow(PayoutRejection.PayoutUnknown::new));
    }

    public Uni<List<Payout>> lockAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Sql.of(COLUMNS + "where id = any(cast(:ids as uuid[])) order by id for update")
                        .withIds("ids", ids)
                        .list(PayoutRepository::toPayout);
    }

    public Uni<List<Payout>> lockOfBatch(UUID batchId) {
        return Sql.of(COLUMNS + "where batch_id = :batch order by id for update")
                .with("batch", batchId)
                .list(PayoutRepository::toPayout);
    }

    public Uni<List<Payout>> ofBatch(UUID batchId) {
        return Sql.of(COLUMNS + "where batch_id = :batch order by execution_date, id")
                .with("batch", batchId)
                .list(PayoutRepository::toPayout);
    }

    /** Queued payouts in a currency that are due by a day; all due days when none is given. */
    public Uni<List<Payout>> lockQueued(String currency, @Nullable LocalDate dueUntil) {
        return Sql.of(COLUMNS + """
                        where state = 'QUEUED' and currency = :currency
                          and (cast(cast(:until as text) as date) is null or due_on <= cast(cast(:until as text) as date))
                        order by id for update""")
                .with("currency", currency)
                .with("until", dueUntil == null ? null : dueUntil.toString())
                .list(PayoutRepository::toPayout);
    }

    /**
     * Payouts the bank knows of that lines of a statement could be about, as {@code MatchingPolicy} says: one that has settled is found
     * by its end-to-end id alone. Of an organisation's years of payouts that is what a statement needs.
     */
    public Uni<List<OpenPayout>> fitting(Set<String> endToEndIds, Set<String> accounts) {
        return Sql.of("""
                        select id, end_to_end_id, amount_minor, currency, creditor_fingerprint, execution_date, state
                        from payout
                        where state in ('SENT', 'UNKNOWN', 'SETTLED') and end_to_end_id = any(cast(:ids as text[]))
                          or state in ('SENT', 'UNKNOWN') and creditor_fingerprint = any(cast(:accounts as text[]))
                        order by id""")
                .with("ids", endToEndIds.toArray(String[]::new))
                .with("accounts", accounts.toArray(String[]::new))
                .list(row -> new OpenPayout(
                        row.uuid(),
                        row.text(),
                        row.money(),
                        row.textOrNull(),
                        row.day(),
                        row.text().equals("SETTLED")));
    }

    /** The accounts that payouts of a batch go to, as they were when the batch was made. */
    public Uni<Map<UUID, AccountNumber>> creditorAccounts(UUID batchId) {
        return Sql.of("select id, creditor_cipher from payout where batch_id = :batch and creditor_cipher is not null")
                .with("batch", batchId)
                .list(row -> Map.entry(row.uuid(), AccountNumber.asStated(secrets.decrypt(row.text()))))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Uni<Void> add(List<Payout> payouts) {
        if (payouts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return bulk.of("""
                        insert into payout (id, version, fee_id, milestone, payee_id, amount_minor, currency, end_to_end_id,
                                            due_on, state, created_at)
                        select id, 0, fee_id, milestone, payee_id, amount_minor, currency, end_to_end_id, due_on, state, :at
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(id uuid, fee_id uuid, milestone text, payee_id uuid, amount_minor bigint, currency text,
                               end_to_end_id text, due_on date, state text)""", payouts.stream().map(PayoutRepository::toRow).toList())
                .with("at", clock.instant())
                .execute()
                .replaceWithVoid();
    }

    /** Saves payouts that were locked before. */
    public Uni<Void> save(List<Payout> payouts) {
        if (payouts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return bulk.of("""
                        update payout set version = payout.version + 1, state = r.state, batch_id = r.batch_id,
                          execution_date = r.execution_date, sent_at = r.sent_at, unknown_since = r.unknown_since,
                          asked_at = r.asked_at, enquiry = r.enquiry, bank_reference = r.bank_reference,
                          booking_date = r.booking_date, return_reason = r.return_reason, was_settled = r.was_settled
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(id uuid, state text, batch_id uuid, execution_date date, sent_at timestamptz,
                               unknown_since timestamptz, asked_at timestamptz, enquiry text, bank_reference text,
                               booking_date date, return_reason text, was_settled boolean)
                        where payout.id = r.id""", payouts.stream().map(PayoutRepository::toRow).toList())
                .execute()
                .replaceWithVoid();
    }

    /** Keeps the account that each payout goes to, as it is now. */
    public Uni<Void> keepCreditors(Map<UUID, AccountNumber> accounts) {
        List<Map<String, @Nullable Object>> rows = accounts.entrySet().stream()
                .map(entry -> Bulk.row(
                        "id", entry.getKey(),
                        "cipher", secrets.encrypt(entry.getValue().value()),
                        "masked", entry.getValue().masked(),
                        "fingerprint", secrets.fingerprint(entry.getValue())))
                .toList();
        return bulk.of("""
                        update payout set creditor_cipher = r.cipher, creditor_masked = r.masked,
                          creditor_fingerprint = r.fingerprint
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(id uuid, cipher text, masked text, fingerprint text)
                        where payout.id = r.id""", rows).execute().replaceWithVoid();
    }

    private static Map<String, @Nullable Object> toRow(Payout payout) {
        Map<String, @Nullable Object> row = Bulk.row(
                "id", payout.id(),
                "fee_id", payout.feeId(),
                "milestone", payout.milestone(),
                "payee_id", payout.payeeId(),
                "amount_minor", payout.amount().amountMinor(),
                "currency", payout.amount().currency(),
                "end_to_end_id", payout.endToEndId(),
                "due_on", payout.dueOn(),
                "state", payout.state().code());
        switch (payout.state()) {
            case Queued ignored -> row.put("batch_id", null);
            case Batched batched -> order(row, batched.batchId(), batched.executionDate(), null);
            case Sent sent -> order(row, sent.batchId(), sent.executionDate(), sent.sentAt());
            case Unknown unknown -> {
                order(row, unknown.batchId(), unknown.executionDate(), unknown.sentAt());
                row.put("unknown_since", unknown.since());
                row.put("asked_at", unknown.askedAt());
                row.put("enquiry", unknown.enquiry());
            }
            case Settled settled -> {
                order(row, settled.batchId(), settled.executionDate(), settled.sentAt());
                row.put("bank_reference", settled.bankReference());
                row.put("booking_date", settled.bookingDate());
            }
            case Returned returned -> {
                order(row, returned.batchId(), returned.executionDate(), returned.sentAt());
                row.put("return_reason", returned.reason());
                row.put("was_settled", returned.wasSettled());
            }
        }
        return row;
    }

    private static void order(
            Map<String, @Nullable Object> row, UUID batchId, LocalDate executionDate, @Nullable Instant sentAt) {
        row.put("batch_id", batchId);
        row.put("execution_date", executionDate);
        row.put("sent_at", sentAt);
    }

    private static Payout toPayout(Columns row) {
        UUID id = row.uuid();
        long version = row.number();
        UUID feeId = row.uuid();
        String milestone = row.text();
        UUID payeeId = row.uuid();
        Money amount = row.money();
        String endToEndId = row.text();
        LocalDate dueOn = row.day();
        return new Payout(id, version, feeId, milestone, payeeId, amount, endToEndId, dueOn, toState(row));
    }

    private static PayoutState toState(Columns row) {
        String state = row.text();
        UUID batch = row.uuidOrNull();
        LocalDate day = row.dayOrNull();
        Instant sentAt = row.instantOrNull();
        Instant since = row.instantOrNull();
        Instant askedAt = row.instantOrNull();
        String enquiry = row.textOrNull();
        String reference = row.textOrNull();
        LocalDate booked = row.dayOrNull();
        String reason = row.textOrNull();
        Boolean wasSettled = row.flagOrNull();
        return switch (state) {
            case "QUEUED" -> new Queued();
            case "BATCHED" -> new Batched(there(batch), there(day));
            case "SENT" -> new Sent(there(batch), there(day), there(sentAt));
            case "UNKNOWN" -> new Unknown(there(batch), there(day), there(sentAt), there(since), askedAt, enquiry);
            case "SETTLED" -> new Settled(there(batch), there(day), there(sentAt), there(reference), there(booked));
            case "RETURNED" ->
                new Returned(there(batch), there(day), there(sentAt), there(reason), Boolean.TRUE.equals(wasSettled));
            default -> throw new IllegalStateException("a payout is " + state);
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
