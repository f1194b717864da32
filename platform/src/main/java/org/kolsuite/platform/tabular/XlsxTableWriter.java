package org.kolsuite.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One sheet with a frozen bold header; rows are flushed as they come, so memory stays flat. */
final class XlsxTableWriter implements TableWriter {
    private static final int FLUSH_ROWS = 1_000;
    private static final int MAX_SHEET_NAME_CHARS = 31;
    /** Excel takes 32,767 UTF-16 units; a code point is at most two. */
    private static final int MAX_CELL_CODE_POINTS = 32_767 / 2;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxTableWriter(OutputStream out, String sheetName) {
        workbook = new Workbook(out, "KOL Suite", "1.0");
        String name = sheetName.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        sheet = workbook.newWorksheet(name.substring(0, Math.min(name.length(), MAX_SHEET_NAME_CHARS)));
    }

    @Override
    public void header(List<String> names) {
        row(names);
        if (!names.isEmpty()) {
            sheet.range(row - 1, 0, row - 1, names.size() - 1).style().bold().set();
        }
        sheet.freezePane(0, row);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
        if (row % FLUSH_ROWS == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean flag -> sheet.value(row, column, flag);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime moment -> date(column, moment);
            case Instant instant -> date(column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            default -> text(column, CellText.neutralised(cell.toString()));
        }
    }

    private void date(int column, LocalDateTime moment) {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    }

    private void text(int column, String text) {
        String allowed = text.codePoints()
                .filter(XlsxTableWriter::isAllowedInXml)
                .limit(MAX_CELL_CODE_POINTS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        sheet.inlineString(row, column, allowed);
    }

    /** XML 1.0 has no place for control characters and halves of surrogate pairs; one of them breaks the workbook. */
    private static boolean isAllowedInXml(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        return !control && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }
}
