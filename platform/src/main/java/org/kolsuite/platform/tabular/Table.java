package org.kolsuite.platform.tabular;

import java.util.List;
import java.util.stream.Stream;

/** A table with its header: the rows can be streamed as often as needed, each time from the file. */
public final class Table {
    private final TabularFile file;
    private final Header header;

    Table(TabularFile file, Header header) {
        this.file = file;
        this.header = header;
    }

    public Header header() {
        return header;
    }

    /** The rows above the header that are not blank, as bills have them. */
    public List<Row> preamble() {
        return file.rowsAbove(header);
    }

    /**
     * The rows below the header, lazily, blank ones left out. Close the stream. A row with filled cells beyond the
     * header carries the problem {@code EXTRA_CELLS}.
     *
     * @throws TooManyRows while streaming, past the limit
     */
    public Stream<Row> rows() {
        return file.rowsBelow(header);
    }

    public CellReader reader(Row row) {
        return new CellReader(header, row);
    }
}
