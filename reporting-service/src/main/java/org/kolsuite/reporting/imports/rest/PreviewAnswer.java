package org.kolsuite.reporting.imports.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.reporting.imports.application.AcceptImport.Preview;

/**
 * A file before it is mapped: its header, some rows, and which column probably fills which field.
 *
 * @param fileKind in words, such as {@code XLSX, sheet "Sheet1"}
 */
public record PreviewAnswer(
        String fileKind,
        long headerLine,
        List<String> columns,
        List<SampleRow> samples,
        List<Field> fields,
        List<Guess> guesses) {

    /** A row as it stands. */
    public record SampleRow(long line, List<String> cells) {}

    /** What can be mapped. */
    public record Field(String field, boolean required) {}

    /** @param confidence 0 to 1 */
    public record Guess(String field, String column, BigDecimal confidence) {}

    static final int SHOWN_ROWS = 10;

    public static PreviewAnswer of(Preview preview, List<TargetField> fields) {
        return new PreviewAnswer(
                preview.fileKind(),
                preview.header().line(),
                preview.header().names(),
                preview.samples().stream()
                        .limit(SHOWN_ROWS)
                        .map(row -> new SampleRow(row.line(), row.cells()))
                        .toList(),
                fields.stream()
                        .map(field -> new Field(field.key(), field.required()))
                        .toList(),
                preview.guess().guesses().stream()
                        .map(guess -> new Guess(
                                guess.field(),
                                guess.column(),
                                BigDecimal.valueOf(guess.confidence()).setScale(2, RoundingMode.HALF_UP)))
                        .toList());
    }
}
