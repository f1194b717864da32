package org.kolsuite.platform.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV text, one at a time: RFC 4180, and what real files add to it (blanks after a closing quote, quotes
 * inside an unquoted cell, any line ending). A quote that never closes costs its own line: that line is reported, and
 * reading goes on with the next one.
 */
final class CsvRows implements Iterator<Row> {
    private static final int END = -1;
    private static final String BROKEN = String.valueOf(Encoding.BROKEN);

    /** How much of a row is remembered, to be read again line by line where a quote does not close. */
    private static final int MOST_REMEMBERED = 1 << 20;

    private final Reader reader;
    private final char delimiter;
    private final int maxCellChars;
    private final int maxColumns;

    /** Characters read before and given back, because a quote did not close. */
    private StringBuilder givenBack = new StringBuilder();

    private int givenBackAt;
    private final char[] buffer = new char[1 << 14];
    private int bufferAt;
    private int bufferEnd;

    private long line = 1;
    private @Nullable Row next;

    CsvRows(Reader reader, char delimiter, Limits limits) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.maxCellChars = limits.maxCellChars();
        this.maxColumns = limits.maxColumns();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = readRow();
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    private @Nullable Row readRow() {
        if (peek() == END) {
            return null;
        }
        long startLine = line;
        List<String> cells = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>();
        // What stood in the row since its first quote; before one, it is what stands in the cells.
        StringBuilder raw = null;
        boolean more = true;
        while (more) {
            StringBuilder cell = new StringBuilder();
            if (peek() == '"') {
                raw = raw == null ? rowOf(cells) : raw;
                if (!readQuoted(cell, raw)) {
                    return resumeAfterUnclosedQuote(startLine, cells.size(), raw);
                }
            }
            more = readUntilDelimiter(cell, raw);
            check(cell, startLine, cells.size(), problems);
            // One cell past the limit is kept, so that the limit is seen to be broken; memory stays bounded.
            if (cells.size() <= maxColumns) {
                cells.add(cell.toString());
            }
        }
        return new Row(startLine, cells, problems);
    }

    private StringBuilder rowOf(List<String> cells) {
        StringBuilder row = new StringBuilder();
        cells.forEach(cell -> row.append(cell).append(delimiter));
        return row;
    }

    /** Reads from the opening quote to the closing one; false when it does not close within a cell's limit. */
    private boolean readQuoted(StringBuilder cell, StringBuilder raw) {
        remember(raw, read());
        while (true) {
            int c = read();
            if (c == END || cell.length() > maxCellChars) {
                if (c != END) {
                    remember(raw, c);
                }
                return false;
            }
            remember(raw, c);
            if (c == '"') {
                if (peek() != '"') {
                    skipBlanksAfterQuote(raw);
                    return true;
                }
                remember(raw, read());
            }
            cell.append((char) c);
        }
    }

    /** A line may be as long as the file; beyond the limit its beginning is enough. */
    private static void remember(StringBuilder raw, int c) {
        if (raw.length() < MOST_REMEMBERED) {
            raw.append((char) c);
        }
    }

    private void skipBlanksAfterQuote(StringBuilder raw) {
        while ((peek() == ' ' || peek() == '\t') && peek() != delimiter) {
            remember(raw, read());
        }
    }

    /** True when another cell follows in this row. */
    private boolean readUntilDelimiter(StringBuilder cell, @Nullable StringBuilder raw) {
        while (true) {
            if (raw == null) {
                takePlain(cell);
            }
            int c = read();
            if (c == END || c == '\n') {
                return false;
            }
            if (raw != null) {
                remember(raw, c);
            }
            if (c == delimiter) {
                return true;
            }
            if (cell.length() <= maxCellChars) {
                cell.append((char) c);
            }
        }
    }

    /** As much of a cell as stands in the buffer, at once: nearly everything in a file is such text. */
    private void takePlain(StringBuilder cell) {
        if (givenBackAt < givenBack.length()) {
            return;
        }
        int from = bufferAt;
        while (bufferAt < bufferEnd && isPlain(buffer[bufferAt])) {
            bufferAt++;
        }
        int room = Math.max(0, maxCellChars + 1 - cell.length());
        cell.append(buffer, from, Math.min(bufferAt - from, room));
    }

    private boolean isPlain(char c) {
        return c != delimiter && c != '\n' && c != '\r';
    }

    private void check(StringBuilder cell, long startLine, int index, List<CellProblem> problems) {
        int broken = cell.indexOf(BROKEN);
        if (broken >= 0) {
            String shown = cell.toString().replace(Encoding.BROKEN, '\uFFFD');
            problems.add(new CellProblem(startLine, index + 1, "", CellProblem.BROKEN_ENCODING, shown));
        }
        if (cell.length() > maxCellChars) {
            problems.add(new CellProblem(startLine, index + 1, "", CellProblem.CELL_TOO_LONG, cell.toString()));
        }
    }

    private Row resumeAfterUnclosedQuote(long startLine, int index, StringBuilder raw) {
        int lineEnd = raw.indexOf("\n");
        String firstLine = lineEnd < 0 ? raw.toString() : raw.substring(0, lineEnd);
        if (lineEnd >= 0 && raw.length() < MOST_REMEMBERED) {
            giveBack(raw.substring(lineEnd + 1));
            line = startLine + 1;
        } else {
            // One line alone is longer than a cell may be, or the row than is remembered: the rest of the line is
            // skipped.
            skipLine();
        }
        CellProblem problem = new CellProblem(startLine, index + 1, "", CellProblem.UNCLOSED_QUOTE, firstLine);
        return new Row(startLine, List.of(firstLine), List.of(problem));
    }

    private void skipLine() {
        int c = read();
        while (c != END && c != '\n') {
            c = read();
        }
    }

    private void giveBack(String text) {
        StringBuilder rest = new StringBuilder(text);
        rest.append(givenBack, givenBackAt, givenBack.length());
        givenBack = rest;
        givenBackAt = 0;
    }

    /** The next character with every line ending as a line feed, counting lines. */
    private int read() {
        int c = readRaw();
        if (c == '\r') {
            if (peekRaw() == '\n') {
                readRaw();
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int peek() {
        int c = peekRaw();
        return c == '\r' ? '\n' : c;
    }

    private int readRaw() {
        int c = peekRaw();
        if (c != END) {
            if (givenBackAt < givenBack.length()) {
                givenBackAt++;
            } else {
                bufferAt++;
            }
        }
        return c;
    }

    private int peekRaw() {
        if (givenBackAt < givenBack.length()) {
            return givenBack.charAt(givenBackAt);
        }
        if (bufferAt >= bufferEnd) {
            try {
                bufferEnd = reader.read(buffer);
                bufferAt = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bufferEnd <= 0 ? END : buffer[bufferAt];
    }
}
