package org.kolsuite.platform.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as files hold them: ISO, {@code 2024/3/5}, {@code 2024.03.05}, {@code 2024年3月5日}, {@code
 * 20240305}, each with or without a time and an offset, and Excel serials such as {@code 45356.5}. Day and month in the
 * other order ({@code 03/05/2024}) could mean two days and is refused as ambiguous.
 */
public final class Dates {
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))"
                    + "(?:[T ,]*(\\d{1,2})(?::|时)(\\d{1,2})分?(?::?(\\d{1,2})秒?(?:[.,](\\d{1,9}))?)?"
                    + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?(?: ?(?:UTC|CST))?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})(?:\\D.*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    /** A digit for each 0, the others as they stand. */
    private static final String PROGRAMS = "0000-00-00 00:00:00";

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SERIAL_END = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private Dates() {}

    /** The day; a time beside it is dropped. */
    public static Reading<LocalDate> date(String raw) {
        return parse(raw).then(stamp -> Reading.of(stamp.local().toLocalDate()));
    }

    /** The local date and time as written; midnight when only a day stands there. */
    public static Reading<LocalDateTime> dateTime(String raw) {
        return parse(raw).then(stamp -> Reading.of(stamp.local()));
    }

    /**
     * The instant, by the offset in the text, else in the given zone. A time inside a daylight-saving gap moves forward
     * by the gap; of a time that happens twice the first is taken ({@link java.time.ZonedDateTime#of}).
     */
    public static Reading<Instant> instant(String raw, ZoneId zone) {
        return parse(raw)
                .then(stamp ->
                        Reading.of(stamp.local().atZone(stamp.zoneOr(zone)).toInstant()));
    }

    /** The local date and time of an Excel serial in the 1900 date system; unreadable past the year 9999. */
    static Reading<LocalDateTime> ofSerialNumber(BigDecimal serial) {
        boolean inRange = serial.signum() >= 0 && serial.compareTo(SERIAL_END) < 0;
        return inRange
                ? Reading.of(ofSerial(serial).local())
                : Reading.unreadable(CellProblem.NOT_A_DATE, serial.toString());
    }

    /** @param offset null when the text names none */
    private record Stamp(LocalDateTime local, @Nullable ZoneOffset offset) {
        ZoneId zoneOr(ZoneId zone) {
            return offset == null ? zone : offset;
        }
    }

    private static Reading<Stamp> parse(String raw) {
        String clean = CellText.clean(raw);
        if (CellText.isMissing(clean)) {
            return Reading.missing();
        }
        if (CellText.isSpreadsheetError(clean)) {
            return Reading.unreadable(CellProblem.SPREADSHEET_ERROR, clean);
        }
        String text = Normalizer.normalize(clean, Normalizer.Form.NFKC);
        try {
            Stamp written = asProgramsWriteIt(text);
            if (written != null) {
                return Reading.of(written);
            }
            if (SERIAL.matcher(text).matches()) {
                return Reading.of(ofSerial(new BigDecimal(text)));
            }
            Matcher parts = DATE_TIME.matcher(text);
            if (parts.matches()) {
                return Reading.of(ofParts(parts));
            }
        } catch (DateTimeException impossible) {
            return Reading.unreadable(CellProblem.NOT_A_DATE, clean);
        }
        String code = DAY_FIRST.matcher(text).matches() ? CellProblem.AMBIGUOUS_DATE : CellProblem.NOT_A_DATE;
        return Reading.unreadable(code, clean);
    }

    /** Nearly every date of a large file; patterns take four times as long. Null when it is written otherwise. */
    private static @Nullable Stamp asProgramsWriteIt(String text) {
        int length = text.length();
        if (length != "2024-03-05".length() && length != "2024-03-05 10:11".length() && length != PROGRAMS.length()) {
            return null;
        }
        int[] fields = new int[6];
        int field = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (PROGRAMS.charAt(i) != '0') {
                if (c != PROGRAMS.charAt(i) && !(c == 'T' && PROGRAMS.charAt(i) == ' ')) {
                    return null;
                }
                field++;
            } else if (c >= '0' && c <= '9') {
                fields[field] = 10 * fields[field] + c - '0';
            } else {
                return null;
            }
        }
        LocalDate day = LocalDate.of(fields[0], fields[1], fields[2]);
        return new Stamp(day.atTime(fields[3], fields[4], fields[5]), null);
    }

    private static Stamp ofParts(Matcher parts) {
        LocalDate day = LocalDate.of(number(parts, 1), number(parts, 3, 5, 7), number(parts, 4, 6, 8));
        LocalTime time = LocalTime.MIDNIGHT;
        if (parts.group(9) != null) {
            String fraction = parts.group(12) == null ? "" : parts.group(12);
            int nanos = fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
            time = LocalTime.of(
                    number(parts, 9), number(parts, 10), parts.group(11) == null ? 0 : number(parts, 11), nanos);
        }
        return new Stamp(day.atTime(time), offset(parts.group(13)));
    }

    /** Days since 1899-12-30 (Excel's 1900 system after its leap-year error), the fraction being the time of day. */
    private static Stamp ofSerial(BigDecimal serial) {
        BigDecimal days = serial.setScale(0, RoundingMode.DOWN);
        long seconds = serial.subtract(days)
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Stamp(
                SERIAL_ZERO.plusDays(days.longValueExact()).atStartOfDay().plusSeconds(seconds), null);
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static int number(Matcher parts, int... groups) {
        for (int group : groups) {
            if (parts.group(group) != null) {
                return Integer.parseInt(parts.group(group));
            }
        }
        throw new DateTimeException("no such part");
    }
}
