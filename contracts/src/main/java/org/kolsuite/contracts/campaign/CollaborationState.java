package org.kolsuite.contracts.campaign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.State;
import org.kolsuite.contracts.event.Topics;

/**
 * The present state of a collaboration, as reports and links need it.
 *
 * @param track {@code GIFT} or {@code PAID}
 * @param state the state's name on its track, for example {@code CONTENT_DUE}
 * @param escalatedFrom the gift collaboration this paid one grew out of, or null
 * @param productId the product it shows; null while none is chosen
 * @param promoCode unique within the organisation, upper case; null while none is issued
 * @param trackingSlug the last part of the tracked link; unique within the installation; null while none is issued
 * @param trackingTarget where the tracked link leads; null without a slug
 * @param postUrl where the content stands; null until published
 * @param publishedAt when it went live; null until then
 */
public record CollaborationState(
        UUID collaborationId,
        long version,
        UUID campaignId,
        UUID kolId,
        UUID accountId,
        @Nullable UUID agencyId,
        String track,
        String state,
        @Nullable UUID escalatedFrom,
        @Nullable UUID productId,
        @Nullable String promoCode,
        @Nullable String trackingSlug,
        @Nullable String trackingTarget,
        @Nullable String postUrl,
        @Nullable Instant publishedAt)
        implements State {

    @Override
    public UUID aggregateId() {
        return collaborationId;
    }

    @Override
    public String topic() {
        return Topics.COLLABORATION_STATE;
    }
}
