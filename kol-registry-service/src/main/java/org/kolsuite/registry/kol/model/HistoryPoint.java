package org.kolsuite.registry.kol.model;

import java.time.LocalDate;

/**
 * What was said of an account on a day.
 *
 * @param valuesThatDay how many different statements there are of that day; the last one is here
 */
public record HistoryPoint(LocalDate day, Metrics metrics, String source, long valuesThatDay) {}
