package org.kolsuite.reporting.report.model;

/** What a report has one row for. */
public enum GroupBy {
    CAMPAIGN,
    KOL,
    PLATFORM,
    TIER,
    /** Gift against paid. */
    TRACK,
    /** A gift collaboration and the paid one that grew out of it, read as one. */
    CHAIN,
    COLLABORATION
}
