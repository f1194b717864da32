package org.kolsuite.platform.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Cells of a sheet as the text that a CSV of it would hold: numbers plain, dates in ISO form, errors as shown. */
final class XlsxCells {
    /** Excel keeps 15 significant digits; what the file has beyond them is binary noise. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final int DAYS_BETWEEN_DATE_SYSTEMS = 1462;

    private final boolean date1904;

    XlsxCells(boolean date1904) {
        this.date1904 = date1904;
    }

    Row row(org.dhatim.fastexcel.reader.Row sheetRow) {
        List<String> cells = new ArrayList<>(sheetRow.getCellCount());
        for (int i = 0; i < sheetRow.getCellCount(); i++) {
            cells.add(text(sheetRow.getCell(i)));
        }
        return new Row(sheetRow.getRowNum(), cells);
    }

    private String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        Object value = cell.getValue();
        if (cell.getType() == CellType.STRING && value != null) {
            return value.toString();
        }
        if (raw == null) {
            return "";
        }
        return switch (cell.getType()) {
            case BOOLEAN -> raw.equals("1") ? "true" : "false";
            case NUMBER, FORMULA -> number(raw, cell.getDataFormatString());
            default -> raw;
        };
    }

    private String number(String raw, @Nullable String format) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw).round(EXCEL_DIGITS);
        } catch (NumberFormatException text) {
            return raw;
        }
        if (format != null && showsADate(format) && number.signum() >= 0) {
            return date(number);
        }
        BigDecimal plain = number.stripTrailingZeros();
        return Math.abs(plain.scale()) > 40 ? plain.toString() : plain.toPlainString();
    }

    private String date(BigDecimal serial) {
        BigDecimal days = date1904 ? serial.add(BigDecimal.valueOf(DAYS_BETWEEN_DATE_SYSTEMS)) : serial;
        if (Dates.ofSerialNumber(days) instanceof Reading.Value<LocalDateTime>(LocalDateTime moment)) {
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return serial.toPlainString();
    }

    /** A number format with day, month, year or hour outside its quoted and bracketed parts. */
    private static boolean showsADate(String format) {
        return LITERALS.matcher(format).replaceAll("").matches("(?i).*[dmyh年月日].*")
                && !format.equalsIgnoreCase("General");
    }
}
