package org.kolsuite.platform.tabular;

/**
 * One thing in an upload that could not be read, so exact that a person finds it in their own editor.
 *
 * @param line 1-based line of the file (row of the sheet) where the row begins
 * @param column 1-based column, or 0 when the whole row is meant
 * @param header the column's name in the header, or empty
 * @param code stable: {@code NOT_A_NUMBER}, {@code SPREADSHEET_ERROR}, {@code BROKEN_ENCODING}, …
 * @param value what stands there, shortened to 100 characters
 */
public record CellProblem(long line, int column, String header, String code, String value) {
    private static final int SHOWN_CHARS = 100;

    public static final String BROKEN_ENCODING = "BROKEN_ENCODING";
    public static final String UNCLOSED_QUOTE = "UNCLOSED_QUOTE";
    public static final String CELL_TOO_LONG = "CELL_TOO_LONG";
    public static final String EXTRA_CELLS = "EXTRA_CELLS";
    public static final String DECLARED_ROWS_DIFFER = "DECLARED_ROWS_DIFFER";
    public static final String MISSING = "MISSING";
    public static final String SPREADSHEET_ERROR = "SPREADSHEET_ERROR";
    public static final String NOT_A_NUMBER = "NOT_A_NUMBER";
    public static final String NOT_A_WHOLE_NUMBER = "NOT_A_WHOLE_NUMBER";
    public static final String AMBIGUOUS_NUMBER = "AMBIGUOUS_NUMBER";
    public static final String NUMBER_TOO_LARGE = "NUMBER_TOO_LARGE";
    public static final String LOWER_BOUND = "LOWER_BOUND";
    public static final String NOT_A_DATE = "NOT_A_DATE";
    public static final String AMBIGUOUS_DATE = "AMBIGUOUS_DATE";

    public CellProblem {
        if (value.codePointCount(0, value.length()) > SHOWN_CHARS) {
            value = value.substring(0, value.offsetByCodePoints(0, SHOWN_CHARS)) + "…";
        }
    }
}
