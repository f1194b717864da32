package org.kolsuite.registry.audit.model;

/** The signals this suite can compute from imported data; DOMAIN's table of signals is longer and grows with the data. */
public enum Signal {
    /** Engagement rate far off the account's own tier on its platform, either side. */
    ENGAGEMENT_RATE_OFF_TIER,
    /** Many likes for each comment: likes are cheaper to buy. */
    LIKES_PER_COMMENT,
    /** More likes than views: always bought. */
    LIKES_EXCEED_VIEWS,
    /** Views per like far off the account's own tier, either side. */
    VIEWS_PER_LIKE_OFF_TIER,
    /** A jump in followers between two snapshots. */
    FOLLOWER_STEP,
    /** Followers that leave after they came: bought ones are removed by the platform. */
    FOLLOWER_FALL,
    /** Follows very many accounts, in the hope to be followed back. */
    MASS_FOLLOWING,
    /** Counts rounder than those of comparable accounts from the same source. */
    ROUND_NUMBERS,
    /** The source's own estimate of genuine engagement is far below that of comparable accounts. */
    AUTHENTIC_ENGAGEMENT_OFF_TIER
}
