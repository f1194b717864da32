package org.kolsuite.campaign.collaboration.model;

/** On whose behalf a command is given. */
public enum Party {
    /** A member of the organisation. */
    BRAND,
    /** The KOL, or the agency acting for them. */
    KOL,
    /** The clock, or another service's event. */
    SYSTEM
}
