package org.kolsuite.reporting.imports.model;

import java.util.List;

/**
 * A file that has been read: the good lines in the file's order, ready to be stored, and what is wrong with the others.
 *
 * @param linesTotal lines below the header
 * @param <L> a good line as its kind of import stores it
 */
public record Prepared<L>(long linesTotal, List<GoodLine<L>> lines, List<LineProblem> problems) {

    public record GoodLine<L>(long line, L what) {}

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
