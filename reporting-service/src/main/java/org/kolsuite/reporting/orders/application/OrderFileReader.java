package org.kolsuite.reporting.orders.application;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.tabular.CellReader;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.reporting.imports.application.CellProblems;
import org.kolsuite.reporting.imports.application.LineReader;
import org.kolsuite.reporting.imports.application.MappedColumns;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.model.Part.GoodLine;
import org.kolsuite.reporting.orders.model.OrderLine;
import org.kolsuite.reporting.orders.model.OrderState;
import org.kolsuite.reporting.orders.model.PromoCode;
import org.kolsuite.reporting.orders.model.Receipts;
import org.kolsuite.reporting.orders.model.StateWords;

/**
 * Reads a shop's report line by line. An order may stand on several lines: one with its money, then lines that only carry
 * further articles (Shopify); those are passed over. An order that stands twice with different facts is an error on the
 * second line, never a guess.
 */
final class OrderFileReader extends LineReader<String> {
    private static final int MOST_CHARS = 200;

    private final Table table;
    private final MappedColumns columns;
    private final ImportOptions options;
    private final Instant now;
    private final AsStored stored;
    private final Map<String, Seen> seen = new HashMap<>();

    private OrderFileReader(Table table, MappedColumns columns, ImportOptions options, Instant now, AsStored stored) {
        super(table);
        this.table = table;
        this.columns = columns;
        this.options = options;
        this.now = now;
        this.stored = stored;
    }

    /**
     * @param template the columns to take where the options name none
     * @param now orders of the future are refused
     * @param stored how an order of a line is stored
     */
    static OrderFileReader open(
            Path file, String fileName, ImportOptions options, OrderTemplate template, Instant now, AsStored stored) {
        TabularFile tabular = TabularFile.open(file, fileName);
        Table table = options.headerLine() == null ? tabular.table() : tabular.table(options.headerLine());
        MappedColumns columns = MappedColumns.of(table, options.mapping(), template.columns(), OrderTemplate.FIELDS);
        return new OrderFileReader(table, columns, options, now, stored);
    }

    /** An order of a line in the form in which it is stored. */
    @FunctionalInterface
    interface AsStored {
        String apply(OrderLine order, long line);
    }

    /**
     * All order numbers of a file are held at once, so that of the rest there is a digest.
     *
     * @param facts equal for equal facts
     */
    private record Seen(long line, UUID facts) {
        static Seen of(long line, OrderLine order) {
            return new Seen(line, UUID.nameUUIDFromBytes(order.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    protected void read(Row row, List<GoodLine<String>> good, List<LineProblem> problems) {
        if (isContinuation(row)) {
            return;
        }
        CellReader cells = table.reader(row);
        Optional<OrderLine> order = row.isBroken() ? Optional.empty() : order(cells);
        problems.addAll(CellProblems.of(cells.problems()));
        order.filter(found -> !cells.hasProblems()).ifPresent(found -> accept(row, found, good, problems));
    }

    private boolean isContinuation(Row row) {
        String number = orderNumber(row.text(columns.required(OrderTemplate.ORDER_NUMBER)));
        return seen.containsKey(number)
                && row.text(columns.required(OrderTemplate.PAID)).isEmpty();
    }

    private void accept(Row row, OrderLine order, List<GoodLine<String>> good, List<LineProblem> problems) {
        Seen now = Seen.of(row.line(), order);
        Seen earlier = seen.putIfAbsent(order.orderNumber(), now);
        if (earlier == null) {
            good.add(new GoodLine<>(row.line(), stored.apply(order, row.line())));
        } else if (!earlier.facts().equals(now.facts())) {
            problems.add(new LineProblem(
                    row.line(),
                    0,
                    "",
                    LineProblem.Severity.ERROR,
                    "ORDER_TWICE",
                    order.orderNumber(),
                    "The order stands on line " + earlier.line() + " already, with other facts."));
        }
    }

    private Optional<OrderLine> order(CellReader cells) {
        Optional<String> number = cells.requiredText(columns.required(OrderTemplate.ORDER_NUMBER))
                .map(OrderFileReader::orderNumber)
                .filter(found -> isShort(cells, columns.required(OrderTemplate.ORDER_NUMBER), found));
        String currency = columns.find(OrderTemplate.CURRENCY)
                .flatMap(cells::text)
                .orElse(options.currency())
                .toUpperCase(java.util.Locale.ROOT);
        Optional<Receipts> receipts = receipts(cells, currency);
        Optional<Instant> happenedAt = happenedAt(cells);
        if (number.isEmpty() || receipts.isEmpty() || happenedAt.isEmpty()) {
            return Optional.empty();
        }
        String word = columns.find(OrderTemplate.STATE).flatMap(cells::text).orElse(null);
        Optional<OrderState> state = StateWords.state(word, receipts.get());
        if (state.isEmpty()) {
            cells.reject(columns.required(OrderTemplate.STATE), "UNKNOWN_STATE", String.valueOf(word));
            return Optional.empty();
        }
        List<PromoCode> codes = columns.find(OrderTemplate.CODES)
                .flatMap(cells::text)
                .filter(found -> isShort(cells, columns.required(OrderTemplate.CODES), found))
                .map(PromoCode::listedIn)
                .orElse(List.of());
        Money margin =
                money(cells, columns.index(OrderTemplate.MARGIN), currency).orElse(null);
        return Optional.of(new OrderLine(number.get(), state.get(), receipts.get(), margin, codes, happenedAt.get()));
    }

    private Optional<Receipts> receipts(CellReader cells, String currency) {
        int paidColumn = columns.required(OrderTemplate.PAID);
        Optional<Money> paid = cells.required(paidColumn, cells.decimal(paidColumn))
                .flatMap(amount -> money(cells, paidColumn, amount, currency));
        if (paid.isEmpty()) {
            return Optional.empty();
        }
        Money refunded = money(cells, columns.index(OrderTemplate.REFUNDED), currency)
                .map(amount -> amount.isNegative() ? amount.negated() : amount)
                .orElse(Money.zero(currency));
        Money outstanding =
                money(cells, columns.index(OrderTemplate.OUTSTANDING), currency).orElse(Money.zero(currency));
        try {
            return Optional.of(new Receipts(paid.get().minus(outstanding), refunded, options.paidIsNet()));
        } catch (Rejection refused) {
            int column = refused.field().equals("refunded")
                    ? columns.index(OrderTemplate.REFUNDED).orElse(paidColumn)
                    : paidColumn;
            cells.reject(column, refused.code(), refused.detail());
            return Optional.empty();
        }
    }

    private Optional<Instant> happenedAt(CellReader cells) {
        ZoneId zone = ZoneId.of(options.zone());
        OptionalInt paidAt = columns.index(OrderTemplate.PAID_AT);
        OptionalInt orderedAt = columns.index(OrderTemplate.ORDERED_AT);
        Optional<Instant> paid = paidAt.isPresent() ? cells.instant(paidAt.getAsInt(), zone) : Optional.empty();
        Optional<Instant> ordered =
                orderedAt.isPresent() ? cells.instant(orderedAt.getAsInt(), zone) : Optional.empty();
        Optional<Instant> happened = paid.or(() -> ordered);
        int column = paidAt.orElse(orderedAt.orElse(0));
        if (happened.isEmpty()) {
            return cells.required(column, Optional.empty());
        }
        if (happened.get().isAfter(now)) {
            cells.reject(column, "IN_THE_FUTURE", happened.get().toString());
            return Optional.empty();
        }
        return happened;
    }

    private static Optional<Money> money(CellReader cells, OptionalInt column, String currency) {
        return column.isEmpty()
                ? Optional.empty()
                : cells.decimal(column.getAsInt()).flatMap(amount -> money(cells, column.getAsInt(), amount, currency));
    }

    private static Optional<Money> money(CellReader cells, int column, BigDecimal amount, String currency) {
        try {
            return Optional.of(Money.ofMajor(amount, currency));
        } catch (Rejection refused) {
            cells.reject(column, refused.code(), amount.toPlainString() + " " + currency);
            return Optional.empty();
        }
    }

    private static boolean isShort(CellReader cells, int column, String text) {
        if (text.length() > MOST_CHARS) {
            cells.reject(column, "TOO_LONG", text);
        }
        return text.length() <= MOST_CHARS;
    }

    /** Shops keep spreadsheets from rounding long numbers by {@code ="123…"}, an apostrophe or a tab. */
    static String orderNumber(@Nullable String raw) {
        String text = raw == null ? "" : raw.replaceAll("\\p{Cntrl}", "").strip();
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 3) {
            return text.substring(2, text.length() - 1);
        }
        return text.startsWith("'") ? text.substring(1) : text;
    }
}
