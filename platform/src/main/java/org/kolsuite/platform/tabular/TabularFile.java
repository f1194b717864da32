package org.kolsuite.platform.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * An upload that holds a table. What it is decides its content, never its name:
 *
 * <ol>
 *   <li>{@link #open} refuses what is no table, empty, too large or unsafe;
 *   <li>{@link #preview} shows the first rows as they stand, for a page where headers are mapped;
 *   <li>{@link #table()} takes the guessed header line, {@link #table(long)} the given one;
 *   <li>{@link Table#rows} streams the rows.
 * </ol>
 */
public final class TabularFile {
    private final String displayName;
    private final Limits limits;
    private final Source source;

    private TabularFile(String displayName, Limits limits, Source source) {
        this.displayName = displayName;
        this.limits = limits;
        this.source = source;
    }

    /** Where the rows come from; every call opens the file again. */
    interface Source {
        /** Every row with at least one cell, blank ones too. */
        Stream<Row> rows();

        /** In words for a person, such as {@code CSV, GB18030, comma}. */
        String description();
    }

    /** @param displayName the name the person gave, for messages only */
    public static TabularFile open(Path file, String displayName) {
        return open(file, displayName, Limits.DEFAULT);
    }

    /**
     * @throws UnsupportedFile the content is neither CSV nor XLSX
     * @throws EmptyFile nothing in it
     * @throws FileTooLarge more bytes than allowed
     * @throws UnsafeArchive an XLSX that unpacks to too much, names paths outside itself or declares entities
     * @throws DamagedFile an XLSX that is broken
     */
    public static TabularFile open(Path file, String displayName, Limits limits) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new EmptyFile(displayName);
            }
            if (size > limits.maxBytes()) {
                throw new FileTooLarge(displayName, limits.maxBytes());
            }
            Source source = switch (FileKind.of(file)) {
                case FileKind.Xlsx() -> XlsxSource.open(file, displayName, limits);
                case FileKind.Text() -> CsvSource.open(file, limits);
                case FileKind.Other(String found) -> throw new UnsupportedFile(displayName, found);
            };
            TabularFile table = new TabularFile(displayName, limits, source);
            if (table.preview(1).isEmpty()) {
                throw new EmptyFile(displayName);
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In words for a person, such as {@code CSV, GB18030, comma}. */
    public String description() {
        return source.description();
    }

    /** The first rows that are not blank, as they stand, header and preamble included. */
    public List<Row> preview(int rows) {
        try (Stream<Row> all = source.rows()) {
            return all.filter(row -> !row.isBlank()).limit(rows).toList();
        }
    }

    /** The table under the header line that looks most like one. */
    public Table table() {
        List<Row> first = preview(HeaderGuess.SEARCHED_ROWS);
        return under(first.get(HeaderGuess.of(first)));
    }

    /**
     * The table under the header at a 1-based line.
     *
     * @throws HeaderNotFound the line is blank or beyond the end
     */
    public Table table(long headerLine) {
        try (Stream<Row> all = source.rows()) {
            return under(all.filter(row -> row.line() == headerLine && !row.isBlank())
                    .findFirst()
                    .orElseThrow(() -> new HeaderNotFound(displayName, headerLine)));
        }
    }

    private Table under(Row headerRow) {
        Table table = new Table(this, Header.of(headerRow));
        try (Stream<Row> rows = table.rows()) {
            if (rows.findFirst().isEmpty()) {
                throw new HeaderOnly(displayName);
            }
        }
        return table;
    }

    List<Row> rowsAbove(Header header) {
        try (Stream<Row> all = source.rows()) {
            return all.takeWhile(row -> row.line() < header.line())
                    .filter(row -> !row.isBlank())
                    .toList();
        }
    }

    Stream<Row> rowsBelow(Header header) {
        AtomicInteger count = new AtomicInteger();
        return source.rows()
                .filter(row -> row.line() > header.line() && !row.isBlank())
                .map(row -> checked(row, header, count.incrementAndGet()));
    }

    private Row checked(Row row, Header header, int number) {
        if (number > limits.maxRows()) {
            throw new TooManyRows(displayName, limits.maxRows());
        }
        int cells = row.cells().size();
        if (cells > limits.maxColumns()) {
            throw new TooManyColumns(displayName, row.line(), limits.maxColumns());
        }
        for (int i = header.columns().size(); i < cells; i++) {
            if (!row.isBroken() && !row.text(i).isEmpty()) {
                return row.with(new CellProblem(row.line(), i + 1, "", CellProblem.EXTRA_CELLS, row.text(i)));
            }
        }
        return row;
    }
}
