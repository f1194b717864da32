package org.kolsuite.platform.tabular;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the header stands when lines of explanation come first, as in bills from Alipay or WeChat: the first row that is
 * about as wide as the table and holds words rather than numbers or dates.
 */
final class HeaderGuess {
    static final int SEARCHED_ROWS = 80;

    /** What Excel calls the columns of a table whose owner named none. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)(?:column|列|spalte|columna)\\s?\\d+");

    private HeaderGuess() {}

    /** @return index into the rows, which are the first non-blank ones of the file */
    static int of(List<Row> rows) {
        int tableWidth = tableWidth(rows);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.isBroken() && row.filledCells() * 10 >= tableWidth * 6 && isMadeOfWords(row)) {
                return i;
            }
        }
        return 0;
    }

    /** The width that covers the largest area: many rows are at least that wide, and it is wide. */
    private static int tableWidth(List<Row> rows) {
        int best = 0;
        long bestArea = 0;
        for (Row candidate : rows) {
            int width = candidate.filledCells();
            long area = width
                    * rows.stream().filter(row -> row.filledCells() >= width).count();
            if (area > bestArea) {
                best = width;
                bestArea = area;
            }
        }
        return best;
    }

    private static boolean isMadeOfWords(Row row) {
        long words = row.cells().stream()
                .filter(cell -> !CellText.clean(cell).isEmpty())
                .filter(cell -> !PLACEHOLDER.matcher(CellText.clean(cell)).matches())
                .filter(cell -> !(Numbers.decimal(cell) instanceof Reading.Value))
                .filter(cell -> !(Dates.date(cell) instanceof Reading.Value))
                .count();
        return words * 10 >= row.filledCells() * 8L;
    }
}
