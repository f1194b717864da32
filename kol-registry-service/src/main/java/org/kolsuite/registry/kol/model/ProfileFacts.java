package org.kolsuite.registry.kol.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a source says about an account on a day. Two sources with equal facts say the same thing twice.
 *
 * @param platformUid the platform's own id, where the source has one
 * @param handle as written; the display name where the source has only ids and names
 * @param takenOn the day the numbers are of
 * @param country ISO 3166-1 alpha-2
 */
public record ProfileFacts(
        @Nullable String platformUid,
        String handle,
        @Nullable String displayName,
        LocalDate takenOn,
        Metrics metrics,
        @Nullable String country,
        List<String> topics,
        @Nullable String profileUrl,
        @Nullable String bio) {

    /** The display name, or the handle of those who have none. */
    public String nameOrHandle() {
        return displayName == null || displayName.isBlank() ? handle : displayName;
    }
}
