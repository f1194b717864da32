package org.kolsuite.payment.statement.model;

import org.jspecify.annotations.Nullable;

/**
 * Something about a file that does not add up. It is said, never dropped.
 *
 * @param fileLine where in the file; null when it is about the whole
 * @param field the element at fault, in the words of the standard; null when it is about the whole
 */
public record StatementIssue(
        Severity severity,
        String code,
        @Nullable String statement,
        @Nullable Integer fileLine,
        @Nullable String field,
        String detail) {

    /** An error is about a line that could not be kept; a warning is about one that was. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
