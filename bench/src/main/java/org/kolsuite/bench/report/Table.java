package org.kolsuite.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.kolsuite.bench.Figure;

/** Figures as a Markdown table whose columns line up for who reads it in a terminal. */
final class Table {
    private static final List<String> HEADER =
            List.of("row", "figure", "measured", "peer", "its figure", "ratio", "goal", "met");

    private final List<List<String>> lines = new ArrayList<>();

    Table(Map<String, List<Figure>> figures) {
        lines.add(HEADER);
        figures.forEach((row, measured) -> measured.forEach(figure -> lines.add(List.of(
                row,
                figure.what(),
                quantity(OptionalDouble.of(figure.measured()), figure.unit()),
                figure.peer(),
                quantity(figure.floor(), figure.unit()),
                figure.ratio().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", figure.ratio().getAsDouble())
                        : "",
                figure.goal().text(figure.unit()),
                figure.hasGoal() ? figure.isMet() ? "yes" : "NO" : ""))));
    }

    @Override
    public String toString() {
        int[] widths = new int[HEADER.size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            text.append(line(lines.get(row), widths));
            if (row == 0) {
                text.append(
                        line(HEADER.stream().map(name -> "").toList(), widths).replace(' ', '-'));
            }
        }
        return text.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            text.append(' ').append(cell).repeat(" ", widths[column] - cell.length());
            text.append(" |");
        }
        return text.append('\n').toString();
    }

    /** Three digits that mean something, without an exponent. */
    private static String quantity(OptionalDouble value, String unit) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        double size = Math.abs(number);
        String format = size >= 100 || number == Math.rint(number) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, number) + " " + unit;
    }
}
