package org.kolsuite.campaign.brief.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.model.BriefRefusals.BriefAlreadySent;
import org.kolsuite.campaign.brief.model.BriefRefusals.NoPlaceLeft;
import org.kolsuite.campaign.brief.model.BriefRefusals.PlacesMustBePositive;
import org.kolsuite.campaign.brief.model.BriefRefusals.TrackingTargetNotWeb;
import org.kolsuite.campaign.collaboration.model.RightsClause;

/**
 * What the brand asks.
 *
 * @param dos what the content should show or say
 * @param donts what it must not
 * @param disclosure the words or mark that say it is advertising, for example 广告
 * @param trackingTarget where the tracked link leads, or null for none
 * @param promoCodePrefix the promo codes begin with it, or null
 * @param rights what the brand would like to reuse, or null for nothing
 * @param places how many KOLs can take part, or null for no limit
 * @param sentAt when the first KOL got it, or null
 */
public record Brief(
        UUID id,
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
        @Nullable Instant sentAt) {

    /**
     * One thing to be made.
     *
     * @param dueLocal the deadline on a clock in the campaign's time zone, or null
     */
    public record Wanted(
            String format, int quantity, @Nullable LocalDateTime dueLocal) {

        /**
         * The deadline as an instant. A time that the clock skips when summer begins means as much later as the clock
         * skipped (02:30 becomes 03:30); a time that comes twice in autumn means the first of the two.
         */
        public @Nullable Instant dueAt(ZoneId zone) {
            return dueLocal == null ? null : dueLocal.atZone(zone).toInstant();
        }
    }

    public Brief {
        deliverables = List.copyOf(deliverables);
        dos = List.copyOf(dos);
        donts = List.copyOf(donts);
        hashtags = List.copyOf(hashtags);
        if (places != null && places < 1) {
            throw new PlacesMustBePositive(places);
        }
        if (trackingTarget != null && !isWebAddress(trackingTarget)) {
            throw new TrackingTargetNotWeb(trackingTarget);
        }
    }

    /** Replaces the words of a brief that nobody has read yet. */
    public Brief rewrittenAs(Brief words) {
        if (sentAt != null) {
            throw new BriefAlreadySent();
        }
        return words;
    }

    public Brief sent(Instant at) {
        return sentAt != null ? this : with(placesTaken, at);
    }

    /** @throws NoPlaceLeft when all are taken */
    public Brief placeTaken() {
        if (places != null && placesTaken >= places) {
            throw new NoPlaceLeft(places);
        }
        return with(placesTaken + 1, sentAt);
    }

    public Brief placeReturned() {
        return with(Math.max(0, placesTaken - 1), sentAt);
    }

    private Brief with(int taken, @Nullable Instant at) {
        return new Brief(
                id,
                campaignId,
                title,
                keyMessage,
                deliverables,
                dos,
                donts,
                disclosure,
                hashtags,
                trackingTarget,
                promoCodePrefix,
                rights,
                scriptRequired,
                retentionDays,
                places,
                taken,
                at);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
