package org.kolsuite.reporting.imports.application;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.model.Part;
import org.kolsuite.reporting.imports.model.Part.GoodLine;

/**
 * Reads a file once from its first line to its last, a part at a time: a file may be longer than what fits into memory. Blocks; close it.
 *
 * @param <L> a good line as it is stored
 */
public abstract class LineReader<L> implements AutoCloseable {
    /** Lines of a part: what is stored in one transaction. */
    static final int PART = 10_000;

    private final Stream<Row> rows;
    private final Iterator<Row> left;

    protected LineReader(Table table) {
        rows = table.rows();
        left = rows.iterator();
    }

    /** The next lines; an empty part after the last. */
    public final synchronized Part<L> next() {
        long lines = 0;
        List<GoodLine<L>> good = new ArrayList<>();
        List<LineProblem> problems = new ArrayList<>();
        while (lines < PART && left.hasNext()) {
            read(left.next(), good, problems);
            lines++;
        }
        return new Part<>(lines, good, problems);
    }

    /** Adds the line to the good ones, or what is wrong with it to the problems; a line may be good and have warnings. */
    protected abstract void read(Row row, List<GoodLine<L>> good, List<LineProblem> problems);

    @Override
    public synchronized void close() {
        rows.close();
    }
}
