package org.kolsuite.reporting.imports.model;

import java.util.List;

/**
 * Some lines of a file, in its order: the good ones, ready to be stored, and what is wrong with the others. What is said of one line
 * stands in one part.
 *
 * @param lines how many lines were read, blank ones left out
 * @param <L> a good line as its kind of import stores it
 */
public record Part<L>(long lines, List<GoodLine<L>> good, List<LineProblem> problems) {

    public record GoodLine<L>(long line, L what) {}

    /** Whether the file had ended before. */
    public boolean isEmpty() {
        return lines == 0;
    }

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
