package org.kolsuite.payment.fee.application;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.payment.fee.application.EnterFees.Draft;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.fee.persistence.FeeRepository.ImportLine;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.upload.Upload;
import org.kolsuite.platform.tabular.CellProblem;
import org.kolsuite.platform.tabular.CellReader;
import org.kolsuite.platform.tabular.HeaderMapping;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.platform.tabular.TargetField.Shape;

/** A file of fees: what its columns are called, and how a line of it becomes a draft or its problems. */
final class FeeFile {
    static final List<TargetField> FIELDS = List.of(
            TargetField.required(
                    "payee", Shape.TEXT, "payee", "payee name", "creditor", "name", "beneficiary", "收款人", "户名"),
            TargetField.required(
                    "account", Shape.TEXT, "account", "iban", "account number", "payee account", "账号", "银行账号", "收款账号"),
            TargetField.required("amount", Shape.DECIMAL, "amount", "fee", "sum", "金额", "费用"),
            TargetField.required(
                    "dueOn", Shape.DATE, "due date", "due", "date", "execution date", "due on", "到期日", "付款日期", "日期"),
            TargetField.optional("currency", Shape.TEXT, "currency", "ccy", "币种"),
            TargetField.optional("reference", Shape.TEXT, "reference", "end-to-end id", "ref", "参考号", "编号", "附言"),
            TargetField.optional("bic", Shape.TEXT, "bic", "swift"));

    /** Lines that hold much more than fees do come fewer at a time, so that they take no more memory. */
    private static final int MOST_CHARS_AT_ONCE = 1 << 20;

    private final Table table;
    private final HeaderMapping mapping;
    private final UUID importId;
    private final @Nullable String currency;

    private FeeFile(Table table, HeaderMapping mapping, UUID importId, @Nullable String currency) {
        this.table = table;
        this.mapping = mapping;
        this.importId = importId;
        this.currency = currency;
    }

    /**
     * Opens a file for an import. Blocking.
     *
     * @param named column names by field; what is not named is guessed
     * @param currency of lines that name none
     * @throws FeeRejection.ColumnsMissing when no column is found for a field that is needed
     */
    static FeeFile open(
            Path file, String fileName, Map<String, String> named, UUID importId, @Nullable String currency) {
        Table table = TabularFile.open(file, fileName).table();
        HeaderMapping mapping = mapping(table, named);
        List<String> missing = mapping.missing(FIELDS);
        if (!missing.isEmpty()) {
            throw new FeeRejection.ColumnsMissing(missing);
        }
        return new FeeFile(table, mapping, importId, currency);
    }

    /** The lines from the first on, so many at a time. */
    Lines lines(int atOnce) {
        return new Lines(atOnce);
    }

    /** The lines of the file in their order, some at a time. Blocking; close it. */
    final class Lines implements AutoCloseable {
        private final int atOnce;
        private final Stream<Row> rows = table.rows();
        private final Iterator<Row> left = rows.iterator();

        private Lines(int atOnce) {
            this.atOnce = atOnce;
        }

        /** The next ones; none after the last. */
        List<Line> next() {
            List<Line> next = new ArrayList<>();
            int chars = 0;
            while (next.size() < atOnce && chars < MOST_CHARS_AT_ONCE && left.hasNext()) {
                Line line = line(table.reader(left.next()), mapping, importId, currency);
                chars += line.chars();
                next.add(line);
            }
            return next;
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    /** A line: a draft, or what is wrong with it. */
    record Line(Optional<Draft> draft, List<Upload.Issue> issues) {
        /** How much text it holds, roughly. */
        int chars() {
            int ofDraft = draft.map(one -> one.bank().holder().length()
                            + one.bank().account().value().length())
                    .orElse(0);
            return ofDraft
                    + issues.stream()
                            .mapToInt(issue -> issue.detail().length()
                                    + String.valueOf(issue.field()).length())
                            .sum();
        }
    }

    /** The person's columns where named, guesses for the rest. */
    static HeaderMapping mapping(Table table, Map<String, String> named) {
        List<Row> samples;
        try (var rows = table.rows()) {
            samples = rows.limit(20).toList();
        }
        Map<String, String> columns = new HashMap<>();
        HeaderMapping.guess(table.header(), samples, FIELDS)
                .guesses()
                .forEach(guess -> columns.put(guess.field(), guess.column()));
        columns.values().removeAll(named.values());
        columns.putAll(named);
        return HeaderMapping.of(table.header(), columns);
    }

    private static Line line(CellReader cells, HeaderMapping mapping, UUID importId, @Nullable String defaultCurrency) {
        int accountColumn = mapping.indexOf("account").orElseThrow();
        int amountColumn = mapping.indexOf("amount").orElseThrow();
        int dueColumn = mapping.indexOf("dueOn").orElseThrow();
        Optional<String> payee = cells.requiredText(mapping.indexOf("payee").orElseThrow());
        Optional<String> account = cells.requiredText(accountColumn);
        Optional<BigDecimal> amount = cells.required(amountColumn, cells.decimal(amountColumn));
        Optional<LocalDate> due = cells.required(dueColumn, cells.date(dueColumn));
        Optional<String> currency = optional(cells, mapping, "currency")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .or(() -> Optional.ofNullable(defaultCurrency));
        Optional<String> reference = optional(cells, mapping, "reference");
        Optional<String> bic = optional(cells, mapping, "bic");
        List<Upload.Issue> issues = new ArrayList<>();
        cells.problems().forEach(problem -> issues.add(issue(problem)));
        if (currency.isEmpty()) {
            issues.add(issue(cells.line(), "CURRENCY_MISSING", "currency", "The line names no currency."));
        }
        if (!issues.isEmpty() || payee.isEmpty() || account.isEmpty() || amount.isEmpty() || due.isEmpty()) {
            return new Line(Optional.empty(), issues);
        }
        try {
            Money money = Money.ofMajor(amount.get(), currency.orElseThrow());
            if (!money.isPositive()) {
                throw new FeeRejection.FeeNotPositive(money);
            }
            BankDetails bank = new BankDetails(payee.get(), AccountNumber.parse(account.get()), bic.orElse(null), null);
            ImportLine place = new ImportLine(importId, cells.line());
            return new Line(Optional.of(new Draft(bank, money, due.get(), reference.orElse(null), place)), List.of());
        } catch (Rejection refused) {
            return new Line(
                    Optional.empty(),
                    List.of(issue(
                            cells.line(),
                            refused.code(),
                            refused.field().isEmpty() ? "amount" : refused.field(),
                            refused.detail())));
        }
    }

    /** A line that was read and could not be entered. */
    static Upload.Issue issue(EnterFees.Refused refused) {
        ImportLine place = refused.draft().line();
        return issue(
                place == null ? 0 : place.line(),
                refused.why().code(),
                refused.why().field(),
                refused.why().detail());
    }

    private static Optional<String> optional(CellReader cells, HeaderMapping mapping, String field) {
        return mapping.forField(field).flatMap(guess -> cells.text(guess.index()));
    }

    private static Upload.Issue issue(CellProblem problem) {
        return new Upload.Issue(
                "ERROR",
                problem.code(),
                problem.line(),
                problem.column() == 0 ? null : problem.column(),
                problem.header(),
                null,
                "Found \"" + problem.value() + "\".");
    }

    private static Upload.Issue issue(long line, String code, String field, String detail) {
        return new Upload.Issue("ERROR", code, line, null, field, null, detail);
    }
}
