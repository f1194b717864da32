package org.kolsuite.platform.tabular;

import java.util.List;
import java.util.Locale;

/** How well the cells of a column look like what a field holds. */
final class ColumnShape {
    /** What a shape that proves nothing is worth beside one that the cells confirm. */
    private static final double NEUTRAL = 0.95;

    private ColumnShape() {}

    /** 0 to 1 over the sampled cells; 1 when there is nothing to judge by. */
    static double fit(List<Row> samples, int index, TargetField.Shape shape) {
        List<String> texts = samples.stream()
                .filter(row -> !row.isBroken())
                .map(row -> row.text(index))
                .filter(text -> !CellText.isMissing(text) && !CellText.isSpreadsheetError(text))
                .toList();
        if (texts.isEmpty()) {
            return samples.isEmpty() ? 1 : NEUTRAL / 2;
        }
        return texts.stream().mapToDouble(text -> fit(text, shape)).average().orElse(1);
    }

    private static double fit(String text, TargetField.Shape shape) {
        return switch (shape) {
            case TEXT -> Numbers.decimal(text) instanceof Reading.Value ? 0.6 : NEUTRAL;
            case HANDLE -> handle(text);
            // An abbreviated number (13.8M) stands in for the exact one beside it only if there is no exact one.
            case COUNT -> Numbers.decimal(text) instanceof Reading.Value ? (text.matches("[\\d.,]+") ? 1 : 0.9) : 0;
            case DECIMAL -> Numbers.decimal(text) instanceof Reading.Value ? 1 : 0;
            case DATE -> Dates.date(text) instanceof Reading.Value ? 1 : 0;
            case URL -> text.matches("(?i)https?://\\S+|[\\w.-]+\\.[a-z]{2,}/\\S*") ? 1 : 0.3;
        };
    }

    /** Display names are often one word too, but seldom without a capital. */
    private static double handle(String text) {
        if (!text.matches("@?[\\w.\\-]{1,40}")) {
            return text.contains(" ") ? 0.3 : 0.6;
        }
        return text.equals(text.toLowerCase(Locale.ROOT)) ? 1 : 0.75;
    }
}
