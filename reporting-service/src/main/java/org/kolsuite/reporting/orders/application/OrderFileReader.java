package org.kolsuite.reporting.orders.application;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.tabular.CellReader;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.reporting.imports.application.CellProblems;
import org.kolsuite.reporting.imports.application.MappedColumns;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.LineProblem;
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
final class OrderFileReader {
    private static final int MOST_CHARS = 200;

    private final ImportOptions options;
    private final OrderTemplate template;
    private final Instant now;
    private final List<LineProblem> problems = new ArrayList<>();
    private final Map<String, Seen> seen = new HashMap<>();

    /**
     * @param options of this import
     * @param template the columns to take where the options name none
     * @param now orders of the future are refused
     */
    OrderFileReader(ImportOptions options, OrderTemplate template, Instant now) {
        this.options = options;
        this.template = template;
        this.now = now;
    }

    private record Seen(long line, OrderLine order) {}

    /** @return how many lines there are below the header */
    long read(Path file, String fileName, BiConsumer<Long, OrderLine> good) {
        TabularFile tabular = TabularFile.open(file, fileName);
        Table table = options.headerLine() == null ? tabular.table() : tabular.table(options.headerLine());
        MappedColumns columns = MappedColumns.of(table, options.mapping(), template.columns(), OrderTemplate.FIELDS);
        long lines = 0;
        try (var rows = table.rows()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                lines++;
                CellReader cells = table.reader(row);
                if (isContinuation(row, columns)) {
                    continue;
                }
                Optional<OrderLine> order = row.isBroken() ? Optional.empty() : order(cells, columns);
                problems.addAll(CellProblems.of(cells.problems()));
                order.filter(found -> !cells.hasProblems()).ifPresent(found -> accept(row, found, good));
            }
        }
        return lines;
    }

    List<LineProblem> problems() {
        return problems;
    }

    private boolean isContinuation(Row row, MappedColumns columns) {
        String number = orderNumber(row.text(columns.required(OrderTemplate.ORDER_NUMBER)));
        return seen.containsKey(number)
                && row.text(columns.required(OrderTemplate.PAID)).isEmpty();
    }

    private void accept(Row row, OrderLine order, BiConsumer<Long, OrderLine> good) {
        Seen earlier = seen.putIfAbsent(order.orderNumber(), new Seen(row.line(), order));
        if (earlier == null) {
            good.accept(row.line(), order);
        } else if (!earlier.order().equals(order)) {
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

    private Optional<OrderLine> order(CellReader cells, MappedColumns columns) {
        Optional<String> number = cells.requiredText(columns.required(OrderTemplate.ORDER_NUMBER))
                .map(OrderFileReader::orderNumber)
                .filter(found -> isShort(cells, columns.required(OrderTemplate.ORDER_NUMBER), found));
        String currency = columns.find(OrderTemplate.CURRENCY)
                .flatMap(cells::text)
                .orElse(options.currency())
                .toUpperCase(java.util.Locale.ROOT);
        Optional<Receipts> receipts = receipts(cells, columns, currency);
        Optional<Instant> happenedAt = happenedAt(cells, columns);
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

    private Optional<Receipts> receipts(CellReader cells, MappedColumns columns, String currency) {
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

    private Optional<Instant> happenedAt(CellReader cells, MappedColumns columns) {
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
