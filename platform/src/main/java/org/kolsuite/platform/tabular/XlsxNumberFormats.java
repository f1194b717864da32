package org.kolsuite.platform.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers of a sheet as the text that a CSV of it would hold: plain, or a date in ISO form where the cell is formatted as one.
 *
 * @param from1904 the workbook counts its days from 1904, as old Macs did
 * @param custom format codes by their id
 * @param formatByStyle format id by the style that a cell names
 */
record XlsxNumberFormats(boolean from1904, Map<Integer, String> custom, List<Integer> formatByStyle) {
    /** Excel keeps 15 significant digits; what the file has beyond them is binary noise. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_ZEROS = 40;
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final BigDecimal DAYS_BETWEEN_DATE_SYSTEMS = BigDecimal.valueOf(1462);

    /** @param style the cell's style, or -1 */
    String text(String raw, int style) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw).round(EXCEL_DIGITS);
        } catch (NumberFormatException text) {
            return raw;
        }
        if (style >= 0 && style < formatByStyle.size() && showsADate(formatByStyle.get(style))) {
            return date(number);
        }
        BigDecimal plain = number.stripTrailingZeros();
        return Math.abs((long) plain.scale()) > MOST_ZEROS ? plain.toString() : plain.toPlainString();
    }

    private String date(BigDecimal serial) {
        BigDecimal days = from1904 ? serial.add(DAYS_BETWEEN_DATE_SYSTEMS) : serial;
        if (Dates.ofSerialNumber(days) instanceof Reading.Value<LocalDateTime>(LocalDateTime moment)) {
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return serial.toString();
    }

    /** The ids that ECMA-376 fixes for dates and times, East Asian ones included; else a code with day, month, year or hour. */
    private boolean showsADate(int format) {
        boolean fixed = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        String code = custom.getOrDefault(format, "");
        return fixed
                || (!code.equalsIgnoreCase("General")
                        && LITERALS.matcher(code).replaceAll("").matches("(?is).*[dmyh年月日].*"));
    }
}
