package org.kolsuite.payment.statement.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as camt writes them: a date, or a moment of which the bank's own local day counts. */
final class CamtDates {
    private CamtDates() {}

    /** Null for nothing and for what is no day. */
    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
