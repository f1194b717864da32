package org.kolsuite.reporting.imports.model;

/**
 * What is wrong (or odd) with one line, so exact that a person finds it in their own editor.
 *
 * @param line 1-based line of the file
 * @param column 1-based, 0 when the whole line is meant
 * @param header the column's name, or empty
 * @param value what stands there, shortened
 */
public record LineProblem(
        long line, int column, String header, Severity severity, String code, String value, String detail) {

    public LineProblem {
        header = printable(header);
        value = printable(value);
    }

    /** Characters that no screen shows, and some no database stores. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** An error keeps the line out; a warning doesn't. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
