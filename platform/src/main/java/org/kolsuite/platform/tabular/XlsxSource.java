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
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The first visible sheet of an XLSX workbook. */
record XlsxSource(Path file, String displayName) implements TabularFile.Source {

    static XlsxSource open(Path file, String displayName, Limits limits) throws IOException {
        SafeArchive.check(file, displayName, limits, Files.size(file));
        return new XlsxSource(file, displayName);
    }

    @Override
    public String description() {
        return "XLSX";
    }

    @Override
    public Stream<Row> rows() {
        ReadableWorkbook workbook = guarded(() -> new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
        try {
            Iterator<org.dhatim.fastexcel.reader.Row> sheetRows =
                    guarded(() -> firstVisible(workbook).openStream().iterator());
            XlsxCells cells = new XlsxCells(workbook.isDate1904());
            Iterator<Row> rows = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return guarded(sheetRows::hasNext);
                }

                @Override
                public Row next() {
                    return guarded(() -> cells.row(sheetRows.next()));
                }
            };
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                    .onClose(() -> close(workbook));
        } catch (RuntimeException refused) {
            close(workbook);
            throw refused;
        }
    }

    private Sheet firstVisible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new EmptyFile(displayName));
    }

    /** Turns whatever the reader throws on a broken workbook into our refusal. */
    private <T> T guarded(IoSupplier<T> step) {
        try {
            return step.get();
        } catch (IOException
                | ExcelReaderException
                | UncheckedIOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException broken) {
            throw new DamagedFile(displayName);
        }
    }

    private interface IoSupplier<T> {
        T get() throws IOException;
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
