package org.kolsuite.contracts.event;

/** Names of the topics: {@code <service>.<aggregate>.events.v<n>} is retained, {@code ….state.v<n>} is compacted. */
public final class Topics {
    public static final String KOL_EVENTS = "kol-registry.kol.events.v1";
    public static final String KOL_STATE = "kol-registry.kol.state.v1";
    public static final String CAMPAIGN_EVENTS = "campaign.campaign.events.v1";
    public static final String CAMPAIGN_STATE = "campaign.campaign.state.v1";
    public static final String COLLABORATION_EVENTS = "campaign.collaboration.events.v1";
    public static final String COLLABORATION_STATE = "campaign.collaboration.state.v1";
    public static final String FEE_EVENTS = "payment.fee.events.v1";
    public static final String PAYOUT_EVENTS = "payment.payout.events.v1";
    public static final String RESULT_EVENTS = "reporting.result.events.v1";

    private Topics() {}
}
