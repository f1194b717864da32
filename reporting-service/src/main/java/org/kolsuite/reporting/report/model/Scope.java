package org.kolsuite.reporting.report.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report looks at.
 *
 * @param campaign null for all
 * @param from first day in the organisation's zone, null for all
 * @param to last day, inclusive, null for all
 */
public record Scope(
        @Nullable UUID campaign,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
