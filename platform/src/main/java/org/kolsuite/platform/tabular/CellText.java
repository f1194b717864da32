package org.kolsuite.platform.tabular;

import java.util.Locale;
import java.util.Set;

/** What the text of a cell says before anyone asks for a number or a date. */
public final class CellText {
    private static final Set<String> MISSING_MARKS = Set.of(
            "", "-", "--", "---", "–", "—", "——", "n/a", "n/a'", "na", "n.a.", "null", "(null)", "nil", "\\n", "/", "无",
            "暂无", "未知");

    private static final int LONGEST_MARK =
            MISSING_MARKS.stream().mapToInt(String::length).max().orElse(0);

    /** As Excel writes them in English, Spanish, Portuguese, German and French, and Google Sheets' own. */
    private static final Set<String> SPREADSHEET_ERRORS = Set.of(
            "#VALUE!",
            "#VALOR!",
            "#¡VALOR!",
            "#WERT!",
            "#VALEUR!",
            "#REF!",
            "#¡REF!",
            "#BEZUG!",
            "#NAME?",
            "#NOMBRE?",
            "#¿NOMBRE?",
            "#NOME?",
            "#NOM?",
            "#DIV/0!",
            "#¡DIV/0!",
            "#N/A",
            "#N/D",
            "#NV",
            "#NUM!",
            "#¡NUM!",
            "#NÚM!",
            "#NOMBRE!",
            "#ZAHL!",
            "#NULL!",
            "#NULO!",
            "#¡NULO!",
            "#NUL!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#ERROR!",
            "#GETTING_DATA");

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CellText() {}

    /**
     * The text without blanks around it, also those that {@link String#strip()} keeps: no-break space, zero-width
     * space and byte order mark. The apostrophe that {@link #neutralised} put in front is taken off again.
     */
    public static String clean(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isBlank(raw.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(raw.charAt(end - 1))) {
            end--;
        }
        String text = raw.substring(start, end);
        return text.startsWith("'") && startsAFormula(text) ? text.substring(1) : text;
    }

    /** Nothing there, or a mark that says so; {@code 0} is a value. */
    public static boolean isMissing(String clean) {
        return clean.length() <= LONGEST_MARK && MISSING_MARKS.contains(clean.toLowerCase(Locale.ROOT));
    }

    /** {@code #VALOR!} is one; {@code #Refugio Mental} is a name. Columns too narrow show {@code ####}. */
    public static boolean isSpreadsheetError(String clean) {
        return clean.startsWith("#") && (SPREADSHEET_ERRORS.contains(clean) || clean.matches("#{3,}"));
    }

    /**
     * The text as an export may hold it: what a spreadsheet would run as a formula ({@code =}, {@code +}, {@code -},
     * {@code @}, tab, line break in front) gets an apostrophe before it (OWASP, CSV injection).
     */
    public static String neutralised(String text) {
        return startsAFormula(text) ? "'" + text : text;
    }

    private static boolean startsAFormula(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && FORMULA_STARTS.indexOf(text.charAt(i)) >= 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
