package org.kolsuite.reporting.imports.model;

import java.util.List;

/**
 * A file that has been read: the good lines in the file's order, ready to be stored, and what is wrong with the others.
 *
 * @param linesTotal lines below the header
 * @param lines each good line as the JSON object that the store takes
 */
public record Prepared(long linesTotal, List<GoodLine> lines, List<LineProblem> problems) {

    /** @param json the line as the store takes it */
    public record GoodLine(long line, String json) {}

    public long errorLines() {
        return problems.stream()
                .filter(problem -> problem.severity() == LineProblem.Severity.ERROR)
                .mapToLong(LineProblem::line)
                .distinct()
                .count();
    }

    public long warnings() {
        return problems.stream()
                .filter(problem -> problem.severity() == LineProblem.Severity.WARNING)
                .count();
    }
}
