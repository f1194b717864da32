package org.kolsuite.payment.reconciliation.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.ChartOfAccounts;
import org.kolsuite.payment.reconciliation.model.BankLine;
import org.kolsuite.payment.sql.Bulk;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.payment.statement.model.Direction;
import org.kolsuite.platform.caller.Caller;

/** Lines as matching sees them, and what was decided about them. */
@ApplicationScoped
public class MatchRepository {
    @Inject
    Bulk bulk;

    @Inject
    Clock clock;

    /** A line that can still be decided on, with the ledger's account of its bank account. */
    public record OpenLine(BankLine line, Account bank, String bankReference, String state, String flags) {}

    /** A decision about a line and a payout. */
    public record Decided(
            UUID lineId,
            UUID payoutId,
            String kind,
            String rule,
            @Nullable UUID transactionId) {}

    /** How a line stands after a decision. */
    public record LineState(
            UUID lineId,
            String state,
            String flags,
            @Nullable String explanation,
            @Nullable UUID transactionId) {}

    /** What was decided about a line and holds now. */
    public record Holding(UUID matchId, UUID payoutId, String kind) {}

    private static final String LINES = """
            select l.id, l.direction, l.amount_minor, l.currency, l.booked_on, l.end_to_end_id, l.account_fingerprint,
                   l.return_reason, s.account_masked, s.account_fingerprint, l.bank_reference, l.state, l.flags
            from statement_line l join bank_statement s on s.id = l.statement_id\s""";

    /** Whether one of the payouts that matching knows could be about the line. */
    private static final String A_PAYOUT_COULD_FIT = """
            (l.end_to_end_id in (select end_to_end_id from payout where state in ('SENT', 'UNKNOWN', 'SETTLED'))
              or (l.account_fingerprint, l.amount_minor, l.currency) in (
                select creditor_fingerprint, amount_minor, currency from payout where state in ('SENT', 'UNKNOWN', 'SETTLED')))\s""";

    /**
     * Lines that rules may decide on and that a payout could be about, or was: a person's undoing is not overruled. Locked until the
     * transaction ends. What nobody could be about stays as it was decided, however much of that there is.
     */
    public Uni<List<OpenLine>> lockOpen() {
        return Sql.of(LINES + """
                        where l.state in ('OPEN', 'PROPOSED') and l.flags not like '%BY_HAND%'
                          and (l.state = 'PROPOSED' or l.flags not in ('', 'NOBODY_OWES', 'INCOMING', 'UNEXPLAINED_RETURN') or\s""" + A_PAYOUT_COULD_FIT + ") order by l.statement_id, l.number for update of l")
                .list(MatchRepository::toOpenLine);
    }

    /** Some of the lines that nothing was decided on yet and that no payout could be about; locked as well. */
    public Uni<List<OpenLine>> lockStrange(int most) {
        return Sql.of(LINES + "where l.state = 'OPEN' and l.flags = '' and (" + A_PAYOUT_COULD_FIT + """
                        ) is not true order by l.statement_id, l.number limit :most for update of l""")
                .with("most", most)
                .list(MatchRepository::toOpenLine);
    }

    public Uni<Optional<OpenLine>> lock(UUID statementId, UUID lineId) {
        return Sql.of(LINES + "where l.id = :id and l.statement_id = :statement for update of l")
                .with("id", lineId)
                .with("statement", statementId)
                .first(MatchRepository::toOpenLine);
    }

    /** Proposals are made anew by every round of matching. */
    public Uni<Void> dropProposals(Collection<UUID> lineIds) {
        return lineIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of("delete from line_match where kind = 'PROPOSED' and line_id = any(cast(:ids as uuid[]))")
                        .withIds("ids", lineIds)
                        .execute()
                        .replaceWithVoid();
    }

    /** Other lines' proposals of a payout that has found its line. */
    public Uni<Void> dropProposalsOf(Collection<UUID> payoutIds) {
        return payoutIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of("delete from line_match where kind = 'PROPOSED' and payout_id = any(cast(:ids as uuid[]))")
                        .withIds("ids", payoutIds)
                        .execute()
                        .replaceWithVoid();
    }

    public Uni<Void> add(Caller caller, List<Decided> decided, @Nullable String reason) {
        if (decided.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map<String, @Nullable Object>> rows = decided.stream()
                .map(one -> Bulk.row(
                        "id", Ids.next(),
                        "line_id", one.lineId(),
                        "payout_id", one.payoutId(),
                        "kind", one.kind(),
                        "rule", one.rule(),
                        "transaction_id", one.transactionId()))
                .toList();
        return bulk.of("""
                        insert into line_match (id, line_id, payout_id, kind, rule, active, reason, decided_by, decided_at,
                                                transaction_id)
                        select id, line_id, payout_id, kind, rule, true, :reason, :by, :at, transaction_id
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(id uuid, line_id uuid, payout_id uuid, kind text, rule text, transaction_id uuid)""", rows)
                .with("reason", reason)
                .with("by", caller.subject())
                .with("at", clock.instant())
                .execute()
                .replaceWithVoid();
    }

    public Uni<Void> save(List<LineState> states) {
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map<String, @Nullable Object>> rows = states.stream()
                .map(one -> Bulk.row(
                        "id", one.lineId(),
                        "state", one.state(),
                        "flags", one.flags(),
                        "explanation", one.explanation(),
                        "transaction_id", one.transactionId()))
                .toList();
        return bulk.of("""
                        update statement_line set version = version + 1, state = r.state, flags = r.flags,
                          explanation = r.explanation, transaction_id = r.transaction_id
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(id uuid, state text, flags text, explanation text, transaction_id uuid)
                        where statement_line.id = r.id
                          and (statement_line.state, statement_line.flags) is distinct from (r.state, r.flags)""", rows).execute().replaceWithVoid();
    }

    /** What holds about a line now, proposals aside. */
    public Uni<Optional<Holding>> holding(UUID lineId) {
        return Sql.of("""
                        select id, payout_id, kind from line_match where line_id = :line and active and kind <> 'PROPOSED'""").with("line", lineId).first(row -> new Holding(row.uuid(), row.uuid(), row.text()));
    }

    /** The booking behind a line, to be reversed when the decision is undone. */
    public Uni<Optional<UUID>> bookingOf(UUID lineId) {
        return Sql.of("select transaction_id from statement_line where id = :id and transaction_id is not null")
                .with("id", lineId)
                .first(Columns::uuid);
    }

    public Uni<Void> undo(Caller caller, UUID matchId) {
        return Sql.of("update line_match set active = false, undone_by = :by, undone_at = :at where id = :id")
                .with("by", caller.subject())
                .with("at", clock.instant())
                .with("id", matchId)
                .execute()
                .replaceWithVoid();
    }

    private static OpenLine toOpenLine(Columns row) {
        UUID id = row.uuid();
        Direction direction = Direction.valueOf(row.text());
        Money amount = row.money();
        LocalDate booked = row.day();
        String endToEndId = row.textOrNull();
        String account = row.textOrNull();
        String returned = row.textOrNull();
        String masked = row.text();
        String print = row.text();
        String bankReference = row.textOrNull();
        String known = bankReference != null ? bankReference : endToEndId != null ? endToEndId : id.toString();
        return new OpenLine(
                new BankLine(id, direction, amount, booked, endToEndId, account, returned),
                ChartOfAccounts.bank(masked, print),
                known,
                row.text(),
                row.text());
    }
}
