package org.kolsuite.registry.imports.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.Metrics;

/**
 * One line of a file, read: whom it is about and what it says.
 *
 * @param line its number in the file as an editor or spreadsheet shows it; the header is line 1 in most files
 */
public record ProfileLine(int line, Facts facts) {
    /**
     * Everything a line says. Two lines with equal facts say the same thing twice.
     *
     * @param platformUid the platform's own id, where the file has one
     * @param handle as written; the display name where the file has only ids and names
     * @param takenOn the day the numbers are of
     * @param country ISO 3166-1 alpha-2
     */
    public record Facts(
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
}
