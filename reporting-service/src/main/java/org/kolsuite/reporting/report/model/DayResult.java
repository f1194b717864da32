package org.kolsuite.reporting.report.model;

import java.time.LocalDate;
import org.kolsuite.reporting.formula.model.Totals;

/** What one day added to a collaboration's result. Counters are increments, so that any range of days is a sum. */
public record DayResult(LocalDate day, Totals added) {}
