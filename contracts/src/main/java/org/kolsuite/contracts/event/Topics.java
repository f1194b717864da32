package org.kolsuite.contracts.event;

/**
 * Names of the topics: {@code <service>.<aggregate>.events.v<n>} is retained, {@code ….state.v<n>} is compacted. Within a version
 * messages only gain fields, which older consumers pass over; anything else is a new version, on topics of its own (docs/adr/0003).
 */
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

    /** The newest version of messages that this build of the suite understands. */
    public static final int VERSION = 1;

    private Topics() {}

    /** The version that the topic's name ends with. */
    public static int versionOf(String topic) {
        return Integer.parseInt(topic.substring(topic.lastIndexOf(".v") + 2));
    }
}
