package org.kolsuite.platform.tabular;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as people and platforms write them, exactly and without floating point: {@code 13.8M}, {@code
 * 13800000.00}, {@code 1.2万}, {@code 3亿}, {@code 1,234}, {@code ¥12.50}, {@code 12.5%}. What could mean two numbers
 * ({@code 1,00}; {@code 1.234,56}) is refused, not guessed.
 */
public final class Numbers {
    private static final int MAX_CHARS = 60;
    private static final int MAX_EXPONENT = 30;
    /** So many digits always fit into 64 bits. */
    private static final int PLAIN_CHARS = 18;

    private static final Pattern CURRENCY = Pattern.compile(
            "(?i)(?:CNY|RMB|USD|EUR|GBP|HKD|JPY|HK\\$|US\\$|CN¥|[¥$€£])|(?:元|人民币|CNY|RMB|USD|EUR|GBP|HKD|JPY|[€円])$");
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(\\d[\\d,' ]*(?:\\.\\d+)?|\\.\\d+)(?:[eE]([+-]?\\d{1,3}))?");
    private static final Pattern UNGROUPED = Pattern.compile("\\d*(?:\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([,' ])\\d{3})(?:\\1\\d{3})*(?:\\.\\d+)?");

    /** Power of ten by suffix; {@code w} is how Chinese platforms abbreviate 万. */
    private static final Map<String, Integer> SUFFIXES = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("千", 3),
            Map.entry("w", 4),
            Map.entry("万", 4),
            Map.entry("萬", 4),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("百万", 6),
            Map.entry("千万", 7),
            Map.entry("亿", 8),
            Map.entry("億", 8),
            Map.entry("b", 9),
            Map.entry("bn", 9),
            Map.entry("%", -2));

    private Numbers() {}

    /** A percentage is read as its ratio: {@code 12.5%} is 0.125. */
    public static Reading<BigDecimal> decimal(String raw) {
        String clean = CellText.clean(raw);
        if (isPlain(clean)) {
            return Reading.of(BigDecimal.valueOf(Long.parseLong(clean)));
        }
        if (CellText.isMissing(clean)) {
            return Reading.missing();
        }
        if (CellText.isSpreadsheetError(clean)) {
            return Reading.unreadable(CellProblem.SPREADSHEET_ERROR, clean);
        }
        if (clean.length() > MAX_CHARS) {
            return Reading.unreadable(CellProblem.NOT_A_NUMBER, clean);
        }
        return parse(clean);
    }

    /** A whole number of 64 bits; {@code 348.5} is refused, {@code 1.5K} is 1500, {@code 433.00} is 433. */
    public static Reading<Long> whole(String raw) {
        String clean = CellText.clean(raw);
        if (isPlain(clean)) {
            return Reading.of(Long.parseLong(clean));
        }
        return decimal(raw).then(value -> {
            BigDecimal plain = value.stripTrailingZeros();
            if (plain.scale() > 0) {
                return Reading.unreadable(CellProblem.NOT_A_WHOLE_NUMBER, clean);
            }
            try {
                return Reading.of(plain.longValueExact());
            } catch (ArithmeticException overflow) {
                return Reading.unreadable(CellProblem.NUMBER_TOO_LARGE, clean);
            }
        });
    }

    /** Nothing but digits, as nearly all cells of a large file; there is one way to read them. */
    private static boolean isPlain(String clean) {
        for (int i = 0; i < clean.length(); i++) {
            if (clean.charAt(i) < '0' || clean.charAt(i) > '9') {
                return false;
            }
        }
        return !clean.isEmpty() && clean.length() <= PLAIN_CHARS;
    }

    private static Reading<BigDecimal> parse(String clean) {
        String text = Normalizer.normalize(clean, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .replace('\u2019', '\'')
                .strip();
        boolean parenthesised = text.startsWith("(") && text.endsWith(")");
        if (parenthesised) {
            text = text.substring(1, text.length() - 1);
        }
        text = withoutCurrency(text);
        if (text.endsWith("+") && decimal(text.substring(0, text.length() - 1)) instanceof Reading.Value) {
            return Reading.unreadable(CellProblem.LOWER_BOUND, clean);
        }
        int power = 0;
        String suffix = suffixOf(text);
        if (!suffix.isEmpty()) {
            power = SUFFIXES.getOrDefault(suffix, 0);
            text = text.substring(0, text.length() - suffix.length()).strip();
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            String code =
                    text.matches("[+-]?[\\d.]*\\d,\\d+") ? CellProblem.AMBIGUOUS_NUMBER : CellProblem.NOT_A_NUMBER;
            return Reading.unreadable(code, clean);
        }
        String digits = number.group(2);
        if (!UNGROUPED.matcher(digits).matches()) {
            if (!GROUPED.matcher(digits).matches()) {
                return Reading.unreadable(CellProblem.AMBIGUOUS_NUMBER, clean);
            }
            digits = digits.replaceAll("[,' ]", "");
        }
        int exponent = number.group(3) == null ? 0 : Integer.parseInt(number.group(3));
        if (Math.abs(exponent) > MAX_EXPONENT) {
            return Reading.unreadable(CellProblem.NUMBER_TOO_LARGE, clean);
        }
        BigDecimal value = new BigDecimal(digits).scaleByPowerOfTen(exponent + power);
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
        boolean negative = parenthesised != "-".equals(number.group(1));
        return Reading.of(negative ? value.negate() : value);
    }

    /** Takes one currency mark off, before or after, also between sign and digits: {@code -¥12.50}. */
    private static String withoutCurrency(String text) {
        String sign = text.startsWith("-") || text.startsWith("+") ? text.substring(0, 1) : "";
        String rest = text.substring(sign.length()).strip();
        Matcher mark = CURRENCY.matcher(rest);
        if (mark.find() && (mark.start() == 0 || mark.end() == rest.length())) {
            rest = (rest.substring(0, mark.start()) + rest.substring(mark.end())).strip();
        }
        return sign + rest;
    }

    private static String suffixOf(String text) {
        for (int length = Math.min(2, text.length() - 1); length > 0; length--) {
            String end = text.substring(text.length() - length);
            if (SUFFIXES.containsKey(end.toLowerCase(Locale.ROOT))) {
                return end.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
