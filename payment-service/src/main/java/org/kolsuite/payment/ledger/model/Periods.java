package org.kolsuite.payment.ledger.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which months are closed: every month up to and including one. Months close in order, and do not open again; what was
 * missed is booked into the next open month.
 *
 * @param closedThrough the last closed month, or null while none is
 */
public record Periods(@Nullable YearMonth closedThrough) {

    public boolean isClosed(YearMonth month) {
        return closedThrough != null && !month.isAfter(closedThrough);
    }

    /** For a person's booking: refused in a closed month (CASES M26). */
    public LocalDate requireOpen(LocalDate day) {
        if (isClosed(YearMonth.from(day))) {
            throw new LedgerRejection.PeriodIsClosed(YearMonth.from(day));
        }
        return day;
    }

    /**
     * For a booking that follows from something that has happened (a bank line, an event): it cannot be refused, so what
     * belongs to a closed month counts for the first day of the first open one.
     */
    public LocalDate bookableDay(LocalDate day) {
        YearMonth closed = closedThrough;
        return closed != null && isClosed(YearMonth.from(day))
                ? closed.plusMonths(1).atDay(1)
                : day;
    }

    /**
     * Closes a month.
     *
     * @param earliestOpenBooking the first month after the closed ones that has bookings; empty when none has
     */
    public Periods close(YearMonth month, LocalDate today, Optional<YearMonth> earliestOpenBooking) {
        if (isClosed(month)) {
            throw new LedgerRejection.PeriodIsClosed(month);
        }
        if (!month.isBefore(YearMonth.from(today))) {
            throw new LedgerRejection.PeriodNotOver(month, today);
        }
        earliestOpenBooking.filter(earlier -> earlier.isBefore(month)).ifPresent(earlier -> {
            throw new LedgerRejection.EarlierPeriodOpen(month, earlier);
        });
        return new Periods(month);
    }
}
