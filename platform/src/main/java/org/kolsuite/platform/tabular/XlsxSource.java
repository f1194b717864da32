package org.kolsuite.platform.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** The first visible sheet of an XLSX workbook. */
record XlsxSource(Path file, String displayName, Limits limits) implements TabularFile.Source {

    static XlsxSource open(Path file, String displayName, Limits limits) throws IOException {
        SafeArchive.check(file, displayName, limits, Files.size(file));
        return new XlsxSource(file, displayName, limits);
    }

    @Override
    public String description() {
        return "XLSX";
    }

    @Override
    public Stream<Row> rows() {
        ZipFile zip = guarded(() -> new ZipFile(file.toFile()));
        try {
            XlsxRows sheet = guarded(() -> {
                XlsxParts parts = new XlsxParts(zip, limits.maxCellChars());
                String path = parts.firstVisibleSheet().orElseThrow(() -> new EmptyFile(displayName));
                return new XlsxRows(parts.open(path), parts.sharedTexts(), parts.numberFormats(), limits);
            });
            Iterator<Row> rows = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return guarded(sheet::hasNext);
                }

                @Override
                public Row next() {
                    return guarded(sheet::next);
                }
            };
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                    .onClose(() -> close(zip));
        } catch (RuntimeException refused) {
            close(zip);
            throw refused;
        }
    }

    /** Turns whatever a broken workbook causes into our refusal. */
    private <T> T guarded(Step<T> step) {
        try {
            return step.run();
        } catch (IOException | XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new DamagedFile(displayName);
        }
    }

    private interface Step<T> {
        T run() throws IOException, XMLStreamException;
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
