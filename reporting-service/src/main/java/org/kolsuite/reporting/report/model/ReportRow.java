package org.kolsuite.reporting.report.model;

import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.formula.model.Totals;

/**
 * One row of a report.
 *
 * @param key id or code of the group; null for what belongs to none, such as an ad-hoc fee that names no campaign
 * @param label a name for people; null where the key says it all, or the person was erased
 * @param detail a second name, such as the campaign of a chain
 * @param collaborations how many are in it
 */
public record ReportRow(
        @Nullable String key,
        @Nullable String label,
        @Nullable String detail,
        long collaborations,
        Totals totals) {}
