package org.kolsuite.reporting.report.rest;

import io.smallrye.mutiny.Uni;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.file.OffLoop;
import org.kolsuite.platform.file.WorkFolder;
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
 *
 * <p>The file is written on disk, part by part: a row for each of many collaborations is more than fits into memory.
 */
final class ReportExport {
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Logger LOG = Logger.getLogger(ReportExport.class);

    private final Path file;
    private final OutputStream out;
    private final TableWriter table;
    private final Formulas.Settings settings;

    private ReportExport(Path file, OutputStream out, TableWriter table, Formulas.Settings settings) {
        this.file = file;
        this.out = out;
        this.table = table;
        this.settings = settings;
    }

    /** A file with its header; blocks. Whoever begins it removes it. */
    static ReportExport begun(Format format, GroupBy by, Formulas.Settings settings) throws IOException {
        Path file = Files.createTempFile(WorkFolder.path(), "export", ".part");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        TableWriter table = format == Format.CSV ? TableWriter.csv(out, true) : TableWriter.xlsx(out, "ROI");
        table.header(header(by));
        return new ReportExport(file, out, table, settings);
    }

    Uni<Void> add(List<ReportRow> rows) {
        return OffLoop.run(() -> {
                    rows.forEach(row -> table.row(cells(row, settings)));
                    return rows.size();
                })
                .replaceWithVoid();
    }

    /** The finished file; blocks. */
    Path ended() throws IOException {
        table.close();
        out.close();
        return file;
    }

    void remove() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warnf("%s stays until the next start: %s", file, failure.getMessage());
        }
    }

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
