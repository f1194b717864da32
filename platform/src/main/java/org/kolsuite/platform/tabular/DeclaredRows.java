package org.kolsuite.platform.tabular;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows a file says it has, in the lines before its header ({@code 共66笔记录}). Bills often say more than they
 * hold; every row is kept all the same, and a warning names both numbers.
 *
 * @param line where it says so
 */
public record DeclaredRows(long line, long count) {
    private static final Pattern IN_WORDS = Pattern.compile("共[:：]?\\s*(\\d{1,9})\\s*[笔条]");

    /** @param preamble the rows above the header, see {@link Table#preamble} */
    public static Optional<DeclaredRows> in(List<Row> preamble) {
        for (Row row : preamble) {
            for (String cell : row.cells()) {
                Matcher words = IN_WORDS.matcher(cell);
                if (words.find()) {
                    return Optional.of(new DeclaredRows(row.line(), Long.parseLong(words.group(1))));
                }
            }
        }
        return Optional.empty();
    }

    /** A warning {@code DECLARED_ROWS_DIFFER} that names both numbers, unless they agree. */
    public Optional<CellProblem> against(long found) {
        return found == count
                ? Optional.empty()
                : Optional.of(new CellProblem(
                        line, 0, "", CellProblem.DECLARED_ROWS_DIFFER, "declared " + count + ", found " + found));
    }
}
