package org.kolsuite.reporting.report.rest;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.tabular.TableWriter;
import org.kolsuite.reporting.formula.model.Figure;
import org.kolsuite.reporting.formula.model.Figure.Computed;
import org.kolsuite.reporting.formula.model.Figure.NotComputable;
import org.kolsuite.reporting.formula.model.Formula;
import org.kolsuite.reporting.formula.model.Formulas;
import org.kolsuite.reporting.formula.model.Unit;
import org.kolsuite.reporting.report.model.GroupBy;
import org.kolsuite.reporting.report.model.ReportRow;

/**
 * Report rows as a file for people: money in major units, one column per formula with its version in the header, and a
 * last column that says what could not be computed and why. Text that a spreadsheet would run is neutralised (CASES F1).
 */
final class ReportExport {
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ReportExport() {}

    enum Format {
        CSV("text/csv; charset=utf-8"),
        XLSX(XLSX_TYPE);

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        static Format named(@Nullable String name) {
            if (name == null || name.isBlank()) {
                return CSV;
            }
            try {
                return valueOf(name.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new UnknownReportOption("format", "The format is csv or xlsx.");
            }
        }
    }

    static String fileName(GroupBy by, Format format) {
        return "roi-by-" + by.name().toLowerCase(Locale.ROOT) + "."
                + format.name().toLowerCase(Locale.ROOT);
    }

    static byte[] write(Format format, GroupBy by, List<ReportRow> rows, Formulas.Settings settings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format == Format.CSV ? TableWriter.csv(out, true) : TableWriter.xlsx(out, "ROI")) {
            table.header(header(by));
            rows.forEach(row -> table.row(cells(row, settings)));
        }
        return out.toByteArray();
    }

    private static List<String> header(GroupBy by) {
        List<String> names = new ArrayList<>(
                List.of(by.name().toLowerCase(Locale.ROOT), "name", "detail", "currency", "collaborations"));
        for (Formula formula : Formulas.catalogue()) {
            names.add(formula.name() + " v" + formula.version());
        }
        names.add("not computable");
        return names;
    }

    private static List<@Nullable Object> cells(ReportRow row, Formulas.Settings settings) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.key());
        cells.add(row.label());
        cells.add(row.detail());
        cells.add(row.totals().currency());
        cells.add(row.collaborations());
        List<String> missing = new ArrayList<>();
        for (Figure figure : Formulas.all(row.totals(), settings)) {
            switch (figure) {
                case Computed computed -> cells.add(shown(computed));
                case NotComputable none -> {
                    cells.add(null);
                    missing.add(none.formula().name() + ": " + none.because());
                }
            }
        }
        cells.add(String.join("; ", missing));
        return cells;
    }

    private static BigDecimal shown(Computed computed) {
        return computed.formula().unit() == Unit.MONEY && computed.currency() != null
                ? computed.value().movePointLeft(Money.minorUnitDigits(computed.currency()))
                : computed.value();
    }
}
