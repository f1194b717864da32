package org.kolsuite.registry.kol.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about an account on one day. Every number may be unknown (null), and unknown is never zero.
 * Averages are per post, over whatever window the source used.
 *
 * @param followers how many follow the account
 * @param followings how many the account follows
 * @param posts how many posts it has published
 * @param avgEngagements engagements per post as the source states them, where it doesn't split them
 * @param authenticEngagements the part of {@code avgEngagements} that the source believes to be genuine
 */
public record Metrics(
        @Nullable Long followers,
        @Nullable Long followings,
        @Nullable Long posts,
        @Nullable Long avgViews,
        @Nullable Long avgLikes,
        @Nullable Long avgComments,
        @Nullable Long avgShares,
        @Nullable Long avgSaves,
        @Nullable Long avgEngagements,
        @Nullable Long authenticEngagements) {

    public static final Metrics UNKNOWN = new Metrics(null, null, null, null, null, null, null, null, null, null);

    /** Only the follower count is known. */
    public static Metrics ofFollowers(long followers) {
        return new Metrics(followers, null, null, null, null, null, null, null, null, null);
    }

    public boolean saysNothing() {
        return equals(UNKNOWN);
    }

    /** Engagements per post: what the source states, else the sum of the parts it gives; empty when it gives none. */
    public Optional<Long> engagements() {
        if (avgEngagements != null) {
            return Optional.of(avgEngagements);
        }
        if (avgLikes == null && avgComments == null && avgShares == null && avgSaves == null) {
            return Optional.empty();
        }
        return Optional.of(orZero(avgLikes) + orZero(avgComments) + orZero(avgShares) + orZero(avgSaves));
    }

    /** Engagement rate as the suite defines it: engagements / views. */
    public Optional<Double> engagementRate() {
        return ratio(engagements().orElse(null), avgViews);
    }

    /** The by-followers variant, for sources without views; a different metric with its own name. */
    public Optional<Double> engagementRateByFollowers() {
        return ratio(engagements().orElse(null), followers);
    }

    private static Optional<Double> ratio(@Nullable Long part, @Nullable Long whole) {
        if (part == null || whole == null || whole <= 0) {
            return Optional.empty();
        }
        return Optional.of((double) part / whole);
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
