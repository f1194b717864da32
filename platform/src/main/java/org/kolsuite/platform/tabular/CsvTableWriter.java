package org.kolsuite.platform.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it: UTF-8, commas, CRLF, quotes where needed. */
final class CsvTableWriter implements TableWriter {
    private final Writer writer;

    CsvTableWriter(OutputStream out, boolean withBom) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (withBom) {
            write("\uFEFF");
        }
    }

    @Override
    public void header(List<String> names) {
        row(names);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            write((i == 0 ? "" : ",") + quoted(text(cells.get(i)), cells.size() == 1));
        }
        write("\r\n");
    }

    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> CellText.neutralised(cell.toString());
        };
    }

    /** An empty cell alone in its row is quoted, or the line would be blank and no row at all. */
    private static String quoted(String text, boolean alone) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip())
                && !(alone && text.isEmpty());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
