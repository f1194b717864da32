package org.kolsuite.reporting.metrics.model;

import java.util.ArrayList;
import java.util.List;

/** What is odd about counters and yet no reason to refuse them: the line is kept and the oddity is named. */
public final class SnapshotWarnings {
    private SnapshotWarnings() {}

    /** @param code stable; {@code detail} names both numbers */
    public record Warning(String code, String field, String detail) {}

    public static List<Warning> of(Counters counters) {
        List<Warning> warnings = new ArrayList<>();
        Long engagements = counters.engagements();
        if (engagements == null) {
            return warnings;
        }
        if (counters.declaredEngagements() != null
                && !counters.declaredEngagements().equals(engagements)) {
            warnings.add(new Warning(
                    "DECLARED_TOTAL_DIFFERS",
                    "engagements",
                    "The file declares " + counters.declaredEngagements() + " engagements; likes, comments, shares and"
                            + " saves sum to " + engagements + ", which is what counts."));
        }
        if (counters.reads() != null && counters.reads() < engagements) {
            warnings.add(new Warning(
                    "READS_BELOW_ENGAGEMENTS",
                    "reads",
                    "There are " + counters.reads() + " reads but " + engagements + " engagements."));
        }
        if (counters.views() != null && counters.views() < engagements) {
            warnings.add(new Warning(
                    "VIEWS_BELOW_ENGAGEMENTS",
                    "views",
                    "There are " + counters.views() + " views but " + engagements + " engagements."));
        }
        return warnings;
    }
}
