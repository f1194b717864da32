package org.kolsuite.platform.tabular;

import java.util.List;
import java.util.stream.Stream;

/**
 * One row below the header.
 *
 * @param line 1-based line of the file where the row begins (a cell may span lines), or row of the sheet
 * @param cells as they stand, untrimmed; a row may be shorter than the header
 * @param problems what is wrong with the row as a whole ({@code BROKEN_ENCODING}, {@code UNCLOSED_QUOTE}, …); such a row
 *     must not be used, the rows after it can
 */
public record Row(long line, List<String> cells, List<CellProblem> problems) {
    public Row {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    public Row(long line, List<String> cells) {
        this(line, cells, List.of());
    }

    /** The trimmed text at a 0-based index; empty where the row has no such cell. */
    public String text(int index) {
        return index < 0 || index >= cells.size() ? "" : CellText.clean(cells.get(index));
    }

    public boolean isBroken() {
        return !problems.isEmpty();
    }

    boolean isBlank() {
        return !isBroken()
                && cells.stream().allMatch(cell -> CellText.clean(cell).isEmpty());
    }

    int filledCells() {
        return (int)
                cells.stream().filter(cell -> !CellText.clean(cell).isEmpty()).count();
    }

    Row with(CellProblem problem) {
        return new Row(
                line,
                cells,
                Stream.concat(problems.stream(), Stream.of(problem)).toList());
    }
}
