package org.kolsuite.platform.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A CSV file with the encoding and delimiter found in it. */
record CsvSource(Path file, Encoding encoding, char delimiter, Limits limits) implements TabularFile.Source {
    private static final int SAMPLE_CHARS = 1 << 16;

    static CsvSource open(Path file, Limits limits) throws IOException {
        Encoding encoding = Encoding.of(file);
        return new CsvSource(file, encoding, Delimiter.of(sample(file, encoding), limits), limits);
    }

    @Override
    public Stream<Row> rows() {
        try {
            Reader reader = encoding.open(file);
            Spliterator<Row> rows = Spliterators.spliteratorUnknownSize(
                    new CsvRows(reader, delimiter, limits), Spliterator.ORDERED | Spliterator.NONNULL);
            return StreamSupport.stream(rows, false).onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String description() {
        String name = switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "bar";
        };
        return "CSV, " + encoding.charset().displayName() + ", " + name;
    }

    private static String sample(Path file, Encoding encoding) throws IOException {
        try (Reader reader = encoding.open(file)) {
            char[] chars = new char[SAMPLE_CHARS];
            int length = 0;
            for (int read = 0;
                    read >= 0 && length < SAMPLE_CHARS;
                    read = reader.read(chars, length, SAMPLE_CHARS - length)) {
                length += read;
            }
            String text = new String(chars, 0, length);
            int lastLine = text.lastIndexOf('\n');
            return length < SAMPLE_CHARS || lastLine < 0 ? text : text.substring(0, lastLine);
        }
    }

    private static void close(Reader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
