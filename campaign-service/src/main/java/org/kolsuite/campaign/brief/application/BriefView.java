package org.kolsuite.campaign.brief.application;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.brief.persistence.BriefRepository.Stored;
import org.kolsuite.campaign.collaboration.model.RightsClause;

/** A brief as a member of its organisation sees it. */
public record BriefView(
        UUID id,
        long version,
        UUID campaignId,
        String title,
        String keyMessage,
        List<Wanted> deliverables,
        List<String> dos,
        List<String> donts,
        String disclosure,
        List<String> hashtags,
        @Nullable String trackingTarget,
        @Nullable String promoCodePrefix,
        @Nullable RightsClause rights,
        boolean scriptRequired,
        int retentionDays,
        @Nullable Integer places,
        int placesTaken,
        @Nullable Instant sentAt,
        Instant createdAt) {

    /** @param dueAt the local deadline as an instant; a time that the clock skips counts as much later */
    public record Wanted(
            String format,
            int quantity,
            @Nullable LocalDateTime dueLocal,
            @Nullable Instant dueAt) {
        public static Wanted of(Brief.Wanted wanted, ZoneId zone) {
            return new Wanted(wanted.format(), wanted.quantity(), wanted.dueLocal(), wanted.dueAt(zone));
        }
    }

    static BriefView of(Stored stored, ZoneId zone) {
        Brief brief = stored.brief();
        return new BriefView(
                brief.id(),
                stored.version(),
                brief.campaignId(),
                brief.title(),
                brief.keyMessage(),
                brief.deliverables().stream()
                        .map(wanted -> Wanted.of(wanted, zone))
                        .toList(),
                brief.dos(),
                brief.donts(),
                brief.disclosure(),
                brief.hashtags(),
                brief.trackingTarget(),
                brief.promoCodePrefix(),
                brief.rights(),
                brief.scriptRequired(),
                brief.retentionDays(),
                brief.places(),
                brief.placesTaken(),
                brief.sentAt(),
                stored.createdAt());
    }
}
