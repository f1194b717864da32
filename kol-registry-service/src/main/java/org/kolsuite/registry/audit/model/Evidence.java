package org.kolsuite.registry.audit.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.Metrics;

/**
 * What an audit looks at.
 *
 * @param metrics the latest known numbers
 * @param history one point per day, oldest first
 * @param cohort accounts of the same platform and tier, in the same organisation
 * @param cohortName for the explanation, for example {@code tiktok, top}
 */
public record Evidence(@Nullable Metrics metrics, List<DayPoint> history, List<Metrics> cohort, String cohortName) {

    /** Followers on one day. */
    public record DayPoint(LocalDate day, long followers) {}
}
