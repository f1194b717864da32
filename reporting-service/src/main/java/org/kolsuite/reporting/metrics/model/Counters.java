package org.kolsuite.reporting.metrics.model;

import org.jspecify.annotations.Nullable;

/**
 * The counters of one post. Unknown is null, never zero.
 *
 * @param views exposures or plays
 * @param reads on platforms that count readers; often only estimated
 * @param declaredEngagements the platform's own total, which may leave something out (Xiaohongshu's leaves out shares)
 */
public record Counters(
        @Nullable Long views,
        @Nullable Long reads,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long shares,
        @Nullable Long saves,
        @Nullable Long declaredEngagements) {

    public static final Counters UNKNOWN = new Counters(null, null, null, null, null, null, null);

    /**
     * Likes + comments + shares + saves, as far as they are known; the platform's own total only where none of the four
     * is known, so that one formula holds for every platform.
     */
    public @Nullable Long engagements() {
        Long sum = null;
        for (Long part : new @Nullable Long[] {likes, comments, shares, saves}) {
            if (part != null) {
                sum = sum == null ? part : Math.addExact(sum, part);
            }
        }
        return sum == null ? declaredEngagements : sum;
    }

    /** Whether any counter is known. */
    public boolean sayAnything() {
        return views != null || reads != null || engagements() != null;
    }

    /** These counters where they are known, else the earlier ones: a source that leaves one out does not reset it. */
    public Counters over(Counters earlier) {
        return new Counters(
                first(views, earlier.views),
                first(reads, earlier.reads),
                first(likes, earlier.likes),
                first(comments, earlier.comments),
                first(shares, earlier.shares),
                first(saves, earlier.saves),
                first(declaredEngagements, earlier.declaredEngagements));
    }

    private static @Nullable Long first(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : a;
    }
}
