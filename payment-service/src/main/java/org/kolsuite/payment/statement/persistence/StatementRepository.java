package org.kolsuite.payment.statement.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.secret.BankSecrets;
import org.kolsuite.payment.sql.Bulk;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.payment.statement.model.BankStatement;
import org.kolsuite.payment.statement.model.StatementLine;

/** Statements and their lines as rows. Accounts, names and texts are ciphertext; equality goes by fingerprint. */
@ApplicationScoped
public class StatementRepository {
    private static final int LINES_AT_ONCE = 1_000;
    private static final int CHARS_AT_ONCE = 1 << 20;

    @Inject
    Bulk bulk;

    @Inject
    BankSecrets secrets;

    @Inject
    Clock clock;

    /** A statement that is there, new or from before. */
    public record Kept(UUID id, boolean isNew) {}

    /** A line on its way in. */
    public record NewLine(UUID id, String key, StatementLine line, LocalDate bookedOn, String state, String flags) {
        private int chars() {
            return String.valueOf(line.text()).length()
                    + String.valueOf(line.counterparty()).length();
        }
    }

    /** Keeps the statement unless its account and reference are known. */
    public Uni<Kept> keep(UUID uploadId, BankStatement statement, @Nullable Boolean addsUp) {
        UUID id = Ids.next();
        String print = secrets.fingerprint(statement.account());
        return Sql.of("""
                        insert into bank_statement (id, upload_id, reference, account_cipher, account_masked, account_fingerprint,
                                                    currency, from_day, to_day, opening_minor, closing_minor, movements_minor,
                                                    adds_up, imported_at)
                        values (:id, :upload, :reference, :cipher, :masked, :print, :currency, :from, :to, :opening, :closing,
                                :movements, :addsUp, :at)
                        on conflict (tenant_id, account_fingerprint, currency, reference) do nothing""")
                .with("id", id)
                .with("upload", uploadId)
                .with("reference", referenceOf(statement))
                .with("cipher", secrets.encrypt(statement.account().value()))
                .with("masked", statement.account().masked())
                .with("print", print)
                .with("currency", statement.currency())
                .with("from", statement.from())
                .with("to", statement.to())
                .with("opening", minor(statement.opening()))
                .with("closing", minor(statement.closing()))
                .with("movements", statement.movements().amountMinor())
                .with("addsUp", addsUp)
                .with("at", clock.instant())
                .execute()
                .chain(added -> added == 1
                        ? Uni.createFrom().item(new Kept(id, true))
                        : Sql.of("""
                                        select id from bank_statement where account_fingerprint = :print and currency = :currency
                                          and reference = :reference""")
                                .with("print", print)
                                .with("currency", statement.currency())
                                .with("reference", referenceOf(statement))
                                .list(Columns::uuid)
                                .map(ids -> new Kept(ids.getFirst(), false)));
    }

    public Uni<Set<String>> keysOf(UUID statementId) {
        return Sql.of("select line_key from statement_line where statement_id = :id")
                .with("id", statementId)
                .list(Columns::text)
                .map(HashSet::new);
    }

    /** The highest line number of a statement; lines that come later are put behind it. */
    public Uni<Long> lastNumber(UUID statementId) {
        return Sql.of("select coalesce(max(number), 0) from statement_line where statement_id = :id")
                .with("id", statementId)
                .number();
    }

    /** The statement's bank references that stand on other statements of its account, with what they moved and when. */
    public Uni<Set<String>> knownMovements(BankStatement statement, UUID exceptStatement) {
        String[] references = statement.lines().stream()
                .map(StatementLine::bankReference)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        if (references.length == 0) {
            return Uni.createFrom().item(Set.of());
        }
        return Sql.of("""
                        select l.bank_reference || ' ' || l.direction || ' ' || l.amount_minor || ' ' || l.booked_on
                        from statement_line l join bank_statement s on s.id = l.statement_id
                        where s.account_fingerprint = :print and s.id <> :except
                          and l.bank_reference = any(cast(:references as text[]))""")
                .with("print", secrets.fingerprint(statement.account()))
                .with("except", exceptStatement)
                .with("references", references)
                .list(Columns::text)
                .map(HashSet::new);
    }

    /** How the account's statement before this day closed. */
    public Uni<Optional<Money>> closingBefore(BankStatement statement, UUID exceptStatement) {
        LocalDate from = statement.from();
        if (from == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Sql.of("""
                        select closing_minor, currency from bank_statement
                        where account_fingerprint = :print and currency = :currency and id <> :except
                          and closing_minor is not null and to_day < :from
                        order by to_day desc limit 1""")
                .with("print", secrets.fingerprint(statement.account()))
                .with("currency", statement.currency())
                .with("except", exceptStatement)
                .with("from", from)
                .first(Columns::money);
    }

    /** Many lines in several statements: as text they take ten times the room. */
    public Uni<Void> addLines(UUID statementId, List<NewLine> lines) {
        return Multi.createFrom()
                .iterable(inParts(lines))
                .onItem()
                .transformToUniAndConcatenate(part -> insert(statementId, part))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<List<NewLine>> inParts(List<NewLine> lines) {
        List<List<NewLine>> parts = new ArrayList<>();
        int from = 0;
        int chars = 0;
        for (int to = 1; to <= lines.size(); to++) {
            chars += lines.get(to - 1).chars();
            if (to == lines.size() || to - from == LINES_AT_ONCE || chars > CHARS_AT_ONCE) {
                parts.add(lines.subList(from, to));
                from = to;
                chars = 0;
            }
        }
        return parts;
    }

    private Uni<Integer> insert(UUID statementId, List<NewLine> lines) {
        List<Map<String, @Nullable Object>> rows =
                lines.stream().map(line -> toRow(statementId, line)).toList();
        return bulk.of("""
                        insert into statement_line (id, statement_id, number, file_line, line_key, direction, amount_minor,
                          currency, booked_on, end_to_end_id, bank_reference, counterparty_cipher, account_cipher,
                          account_masked, account_fingerprint, return_reason, text_cipher, state, flags)
                        select id, statement_id, number, file_line, line_key, direction, amount_minor, currency, booked_on,
                          end_to_end_id, bank_reference, counterparty_cipher, account_cipher, account_masked,
                          account_fingerprint, return_reason, text_cipher, state, flags
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(id uuid, statement_id uuid, number int, file_line int, line_key text, direction text,
                               amount_minor bigint, currency text, booked_on date, end_to_end_id text, bank_reference text,
                               counterparty_cipher text, account_cipher text, account_masked text, account_fingerprint text,
                               return_reason text, text_cipher text, state text, flags text)""", rows).execute();
    }

    private Map<String, @Nullable Object> toRow(UUID statementId, NewLine line) {
        StatementLine stated = line.line();
        AccountNumber account = stated.counterpartyAccount();
        return Bulk.row(
                "id", line.id(),
                "statement_id", statementId,
                "number", stated.number(),
                "file_line", stated.fileLine(),
                "line_key", line.key(),
                "direction", stated.direction(),
                "amount_minor", stated.amount().amountMinor(),
                "currency", stated.amount().currency(),
                "booked_on", line.bookedOn(),
                "end_to_end_id", stated.endToEndId(),
                "bank_reference", stated.bankReference(),
                "counterparty_cipher", secrets.encryptOrNull(stated.counterparty()),
                "account_cipher", account == null ? null : secrets.encrypt(account.value()),
                "account_masked", account == null ? null : account.masked(),
                "account_fingerprint", account == null ? null : secrets.fingerprint(account),
                "return_reason", stated.returnReason(),
                "text_cipher", secrets.encryptOrNull(stated.text()),
                "state", line.state(),
                "flags", line.flags());
    }

    /** A bank that numbers nothing is told apart by the days. */
    private static String referenceOf(BankStatement statement) {
        return statement.reference().isBlank() ? statement.from() + ".." + statement.to() : statement.reference();
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.amountMinor();
    }
}
