package org.kolsuite.reporting.report.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.formula.model.Measured;
import org.kolsuite.reporting.formula.model.Source;
import org.kolsuite.reporting.formula.model.Totals;

/**
 * What one day added to a collaboration's result. Counters are increments, so that any range of days is a sum; unknown
 * stays null.
 *
 * @param followers always unknown here; the account's followers are joined when a report is made
 */
public record DayResult(LocalDate day, Totals added) {

    /** A day on which nothing has been added yet. */
    static DayResult empty(LocalDate day, String currency) {
        return new DayResult(day, Totals.none(currency));
    }

    DayResult plus(Totals more) {
        return new DayResult(day, added.plus(more));
    }

    static Measured counter(@Nullable Long value, Source source, Instant asOf) {
        return new Measured(value, source, value == null ? null : asOf);
    }
}
