package org.kolsuite.campaign.collaboration.model;

import java.time.LocalDate;
import java.util.List;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.RightsNeedATerm;

/**
 * What the brand may do with the content beside watching it: never perpetual, always named channels.
 *
 * @param channels where it may be republished, for example {@code tmall}
 * @param territory ISO country codes, or {@code WORLD}
 * @param termDays how long from the day of publishing
 * @param paidAds whether it may be used in paid advertising
 * @param exclusive whether the KOL may not license it to others meanwhile
 */
public record RightsClause(
        List<String> channels, List<String> territory, int termDays, boolean paidAds, boolean exclusive) {
    public RightsClause {
        channels = List.copyOf(channels);
        territory = List.copyOf(territory);
        if (termDays < 1) {
            throw new RightsNeedATerm();
        }
    }

    /** The last day of the licence for content published on that day. */
    public LocalDate lastDay(LocalDate publishedOn) {
        return publishedOn.plusDays(termDays - 1L);
    }
}
