package org.kolsuite.campaign.collaboration.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a collaboration: who works with whom on what.
 *
 * @param briefId what was asked; null while nobody was invited
 * @param agencyId the agency that represented the KOL when it began, or null
 * @param escalatedFrom the gift collaboration this paid one grew out of, or null
 */
public record Identity(
        UUID id,
        UUID campaignId,
        @Nullable UUID briefId,
        UUID kolId,
        UUID accountId,
        @Nullable UUID agencyId,
        @Nullable UUID escalatedFrom) {

    public Identity onBrief(UUID brief) {
        return new Identity(id, campaignId, brief, kolId, accountId, agencyId, escalatedFrom);
    }
}
