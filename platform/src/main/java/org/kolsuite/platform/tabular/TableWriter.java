package org.kolsuite.platform.tabular;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an export row by row. Numbers, dates and booleans keep their type where the format has types; text that a
 * spreadsheet would run as a formula gets an apostrophe in front. {@link #close} finishes the file, but leaves the stream open.
 */
public interface TableWriter extends AutoCloseable {

    /** @param withBom Excel reads UTF-8 only with a byte order mark; programs like it better without */
    static TableWriter csv(OutputStream out, boolean withBom) {
        return new CsvTableWriter(out, withBom);
    }

    static TableWriter xlsx(OutputStream out, String sheetName) {
        return new XlsxTableWriter(out, sheetName);
    }

    void header(List<String> names);

    /**
     * @param cells {@link Number}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime}, {@link
     *     java.time.Instant} (written in UTC), {@link Boolean}, null for an empty cell, anything else as its text
     */
    void row(List<? extends @Nullable Object> cells);

    @Override
    void close();
}
