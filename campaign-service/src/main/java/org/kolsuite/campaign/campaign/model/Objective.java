package org.kolsuite.campaign.campaign.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the campaign is to achieve, with the number that says whether it did.
 *
 * @param metric a formula's name, for example {@code CPE}
 * @param target minor units of the campaign's currency for costs, a plain number otherwise
 */
public record Objective(Kind kind, String metric, BigDecimal target) {

    /** Kinds of objective and the metrics that measure them (DOMAIN: Objectives). */
    public enum Kind {
        AWARENESS(List.of("CPM", "REACH")),
        ENGAGEMENT(List.of("CPE", "ENGAGEMENT_RATE", "VIRAL_RATE")),
        TRAFFIC(List.of("CPC", "CLICKS")),
        SALES(List.of("ROAS", "ROI", "CPA", "NET_REVENUE")),
        POSITIONING(List.of("SHARE_OF_VOICE", "SENTIMENT")),
        CONTENT(List.of("ASSETS", "CPR"));

        private final List<String> metrics;

        Kind(List<String> metrics) {
            this.metrics = metrics;
        }

        public List<String> metrics() {
            return metrics;
        }
    }
}
