package org.kolsuite.campaign.collaboration.model;

import java.time.Duration;
import java.util.List;

/**
 * The numbers that the policies use; each is a default in configuration with its source beside it
 * ({@code kol.workflow.*} in application.properties).
 *
 * @param reminders after delivery, in order; the first one also makes the content due
 * @param compensationPercentAfterRounds owed once the draft went back {@code compensationRounds} times
 */
public record WorkflowSettings(
        int leastAuditScore,
        Duration inviteExpiresAfter,
        Duration offerExpiresAfter,
        Duration deliveryAssumedAfter,
        List<Duration> reminders,
        Duration noContentAfter,
        int compensationPercentBeforeScript,
        int compensationPercentAfterScript,
        int compensationPercentAfterDraft,
        int compensationPercentAfterRounds,
        int compensationRounds,
        int leastRetentionDays,
        int mostRetentionDays) {

    public WorkflowSettings {
        reminders = List.copyOf(reminders);
    }

    /** The defaults of DOMAIN.md, for tests and as the meaning of an empty configuration. */
    public static WorkflowSettings defaults() {
        return new WorkflowSettings(
                60,
                Duration.ofDays(7),
                Duration.ofDays(7),
                Duration.ofDays(14),
                List.of(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(12)),
                Duration.ofDays(30),
                0,
                10,
                50,
                100,
                2,
                30,
                365);
    }
}
