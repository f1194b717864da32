package org.kolsuite.registry.imports.model;

/**
 * What a person should know about a line of a file.
 *
 * @param columnNo from 1; 0 is the line as a whole
 * @param header the column's name; empty for the line as a whole
 * @param field what the column is mapped to; empty for the line as a whole
 * @param value what stands there, shortened
 * @param detail one sentence
 */
public record Issue(
        long line,
        int columnNo,
        String header,
        String field,
        Severity severity,
        String code,
        String value,
        String detail) {

    /** What follows from it. */
    public enum Severity {
        /** The line is kept out. */
        ERROR,
        /** The line is taken; a value stays unknown, or something is worth a look. */
        WARNING
    }

    public static Issue ofLine(long line, Severity severity, String code, String detail) {
        return new Issue(line, 0, "", "", severity, code, "", detail);
    }
}
