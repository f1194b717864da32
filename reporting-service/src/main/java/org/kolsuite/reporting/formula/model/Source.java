package org.kolsuite.reporting.formula.model;

/** Where an input came from. */
public enum Source {
    /** Costs and terms as the suite's own services booked them. */
    BOOKED,
    /** Post metrics from a file that a member uploaded. */
    UPLOAD,
    /** Post metrics sent by the KOL or the agency through the partner API. */
    PARTNER,
    /** Post metrics from both a file and the partner API. */
    MIXED,
    /** Clicks on our own tracked links. */
    TRACKED,
    /** Orders from a shop's report. */
    SHOP,
    /** A number the KOL registry knows, such as followers. */
    REGISTRY,
    /** A default or a rate that the organisation configured. */
    CONFIGURED
}
