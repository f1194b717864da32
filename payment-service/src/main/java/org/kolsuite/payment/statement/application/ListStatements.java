package org.kolsuite.payment.statement.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.secret.BankSecrets;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.payment.statement.model.StatementRejection;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Looking at statements, their lines, and what each line was matched with. */
@ApplicationScoped
public class ListStatements {
    private static final String STATEMENT = """
            select s.id, s.upload_id, s.reference, s.account_masked, s.from_day, s.to_day, s.opening_minor, s.closing_minor,
                   s.movements_minor, s.currency, s.adds_up, s.imported_at,
                   (select count(*) from statement_line l where l.statement_id = s.id),
                   (select count(*) from statement_line l where l.statement_id = s.id and l.state = 'MATCHED'),
                   (select count(*) from statement_line l where l.statement_id = s.id and l.state = 'PROPOSED'),
                   (select count(*) from statement_line l where l.statement_id = s.id and l.state = 'OPEN'),
                   (select count(*) from statement_line l where l.statement_id = s.id and l.state = 'EXPLAINED'),
                   (select count(*) from statement_line l where l.statement_id = s.id and l.state in ('DUPLICATE', 'PENDING'))
            from bank_statement s\s""";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    BankSecrets secrets;

    /**
     * A statement as people see it.
     *
     * @param addsUp whether opening + movements is the closing balance; null when a balance is missing
     * @param difference what is over or missing; null when it can't be said
     * @param apart lines that are kept apart: duplicates, and movements that are only announced
     */
    public record Seen(
            UUID id,
            UUID importId,
            String reference,
            String accountMasked,
            String currency,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Money opening,
            @Nullable Money closing,
            Money movements,
            @Nullable Boolean addsUp,
            @Nullable Money difference,
            Instant importedAt,
            long lines,
            long matched,
            long proposed,
            long open,
            long explained,
            long apart) {}

    /** What a line was matched with, or may be. {@code kind} is PROPOSED, SETTLES or RETURNS. */
    public record SeenMatch(
            UUID lineId,
            UUID payoutId,
            String kind,
            String rule,
            String payeeName,
            Money amount,
            String endToEndId,
            @Nullable LocalDate executionDate,
            String payoutState,
            @Nullable String reason,
            String decidedBy,
            Instant decidedAt) {}

    /** A line as people see it. */
    public record SeenLine(
            UUID id,
            long version,
            int number,
            int fileLine,
            String direction,
            Money amount,
            LocalDate bookedOn,
            @Nullable String endToEndId,
            @Nullable String bankReference,
            @Nullable String counterparty,
            @Nullable String accountMasked,
            @Nullable String returnReason,
            @Nullable String text,
            String state,
            List<String> flags,
            @Nullable String explanation,
            @Nullable UUID transactionId,
            List<SeenMatch> matches) {
        private SeenLine with(List<SeenMatch> found) {
            return new SeenLine(
                    id,
                    version,
                    number,
                    fileLine,
                    direction,
                    amount,
                    bookedOn,
                    endToEndId,
                    bankReference,
                    counterparty,
                    accountMasked,
                    returnReason,
                    text,
                    state,
                    flags,
                    explanation,
                    transactionId,
                    found);
        }
    }

    public Uni<Seen> one(Caller caller, UUID id) {
        return unitOfWork.as(
                caller,
                () -> Sql.of(STATEMENT + "where s.id = :id")
                        .with("id", id)
                        .first(ListStatements::toSeen)
                        .map(found -> found.orElseThrow(StatementRejection.StatementUnknown::new)));
    }

    /** Newest first. */
    public Uni<Page<Seen>> list(Caller caller, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Sql.of("select count(*) from bank_statement")
                        .number()
                        .chain(total -> Sql.of(STATEMENT + """
                                where cast(:at as text) is null or (s.imported_at, s.id)
                                      < (cast(cast(:at as text) as timestamptz), cast(cast(:id as text) as uuid))
                                order by s.imported_at desc, s.id desc limit :limit""")
                                .with(
                                        "at",
                                        cursor == null
                                                ? null
                                                : cursor.instant(0).toString())
                                .with(
                                        "id",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .with("limit", limit + 1)
                                .list(ListStatements::toSeen)
                                .map(rows ->
                                        Page.of(rows, limit, seen -> Cursor.of(seen.importedAt(), seen.id()), total))));
    }

    /** In the order of the statement; of one state or direction when asked. */
    public Uni<Page<SeenLine>> lines(
            Caller caller,
            UUID statementId,
            @Nullable String state,
            @Nullable String direction,
            @Nullable String cursorText,
            @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        String where = """
                where l.statement_id = :statement
                  and (cast(:state as text) is null or l.state = cast(:state as text))
                  and (cast(:direction as text) is null or l.direction = cast(:direction as text))
                """;
        return unitOfWork.as(
                caller,
                () -> Sql.of("select count(*) from bank_statement where id = :id")
                        .with("id", statementId)
                        .number()
                        .invoke(there -> {
                            if (there == 0) {
                                throw new StatementRejection.StatementUnknown();
                            }
                        })
                        .chain(() -> Sql.of("select count(*) from statement_line l " + where)
                                .with("statement", statementId)
                                .with("state", state)
                                .with("direction", direction)
                                .number())
                        .chain(total -> Sql.of("""
                                select l.id, l.version, l.number, l.file_line, l.direction, l.amount_minor, l.currency, l.booked_on,
                                       l.end_to_end_id, l.bank_reference, l.counterparty_cipher, l.account_masked, l.return_reason,
                                       l.text_cipher, l.state, l.flags, l.explanation, l.transaction_id from statement_line l
                                """ + where + """
                                  and (cast(:after as text) is null or (l.number, l.id)
                                       > (cast(cast(:after as text) as int), cast(cast(:id as text) as uuid)))
                                order by l.number, l.id limit :limit""")
                                .with("statement", statementId)
                                .with("state", state)
                                .with("direction", direction)
                                .with("after", cursor == null ? null : cursor.text(0))
                                .with(
                                        "id",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .with("limit", limit + 1)
                                .list(this::toLine)
                                .chain(this::withMatches)
                                .map(rows ->
                                        Page.of(rows, limit, line -> Cursor.of(line.number(), line.id()), total))));
    }

    /** One line with its matches. */
    public Uni<SeenLine> line(Caller caller, UUID statementId, UUID lineId) {
        return unitOfWork.as(
                caller,
                () -> Sql.of("""
                        select l.id, l.version, l.number, l.file_line, l.direction, l.amount_minor, l.currency, l.booked_on,
                               l.end_to_end_id, l.bank_reference, l.counterparty_cipher, l.account_masked, l.return_reason,
                               l.text_cipher, l.state, l.flags, l.explanation, l.transaction_id from statement_line l
                        where l.statement_id = :statement and l.id = :id""")
                        .with("statement", statementId)
                        .with("id", lineId)
                        .list(this::toLine)
                        .chain(this::withMatches)
                        .map(found ->
                                found.stream().findFirst().orElseThrow(StatementRejection.StatementLineUnknown::new)));
    }

    /** Everything that was proposed or decided about a statement and holds now, in the order of its lines. */
    public Uni<List<SeenMatch>> matches(Caller caller, UUID statementId) {
        return unitOfWork.as(
                caller,
                () -> Sql.of(MATCH + "where l.statement_id = :id and m.active order by l.number, o.due_on, o.id")
                        .with("id", statementId)
                        .list(ListStatements::toMatch));
    }

    private static final String MATCH = """
            select m.line_id, m.payout_id, m.kind, m.rule, p.name, o.amount_minor, o.currency, o.end_to_end_id, o.execution_date,
                   o.state, m.reason, coalesce(name_of(m.decided_by), m.decided_by), m.decided_at
            from line_match m join statement_line l on l.id = m.line_id join payout o on o.id = m.payout_id
              join payee p on p.id = o.payee_id\s""";

    private Uni<List<SeenLine>> withMatches(List<SeenLine> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().item(lines);
        }
        return Sql.of(MATCH + "where m.line_id = any(cast(:ids as uuid[])) and m.active order by o.due_on, o.id")
                .withIds("ids", lines.stream().map(SeenLine::id).toList())
                .list(ListStatements::toMatch)
                .map(found -> {
                    Map<UUID, List<SeenMatch>> byLine =
                            found.stream().collect(Collectors.groupingBy(SeenMatch::lineId));
                    return lines.stream()
                            .map(line -> line.with(byLine.getOrDefault(line.id(), List.of())))
                            .toList();
                });
    }

    private static SeenMatch toMatch(Columns row) {
        return new SeenMatch(
                row.uuid(),
                row.uuid(),
                row.text(),
                row.text(),
                row.text(),
                row.money(),
                row.text(),
                row.dayOrNull(),
                row.text(),
                row.textOrNull(),
                row.text(),
                row.instant());
    }

    private SeenLine toLine(Columns row) {
        return new SeenLine(
                row.uuid(),
                row.number(),
                row.integer(),
                row.integer(),
                row.text(),
                row.money(),
                row.day(),
                row.textOrNull(),
                row.textOrNull(),
                secrets.decryptOrNull(row.textOrNull()),
                row.textOrNull(),
                row.textOrNull(),
                secrets.decryptOrNull(row.textOrNull()),
                row.text(),
                Arrays.stream(row.text().split(" ", -1))
                        .filter(flag -> !flag.isEmpty())
                        .toList(),
                row.textOrNull(),
                row.uuidOrNull(),
                List.of());
    }

    private static Seen toSeen(Columns row) {
        UUID id = row.uuid();
        UUID upload = row.uuid();
        String reference = row.text();
        String masked = row.text();
        LocalDate from = row.dayOrNull();
        LocalDate to = row.dayOrNull();
        Long opening = row.numberOrNull();
        Long closing = row.numberOrNull();
        long movements = row.number();
        String currency = row.text();
        Money opens = opening == null ? null : Money.ofMinor(opening, currency);
        Money closes = closing == null ? null : Money.ofMinor(closing, currency);
        Money moved = Money.ofMinor(movements, currency);
        return new Seen(
                id,
                upload,
                reference,
                masked,
                currency,
                from,
                to,
                opens,
                closes,
                moved,
                row.flagOrNull(),
                opens == null || closes == null ? null : opens.plus(moved).minus(closes),
                row.instant(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number(),
                row.number());
    }
}
