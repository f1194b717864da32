package org.kolsuite.campaign.collaboration.application;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.kolsuite.campaign.collaboration.model.CollaborationPolicies;
import org.kolsuite.campaign.collaboration.model.GiftTrack;
import org.kolsuite.campaign.collaboration.model.PaidTrack;
import org.kolsuite.campaign.collaboration.model.WorkflowSettings;

/** Reads the numbers of the workflow from configuration and hands the tracks their policies. */
@Singleton
class Settings {
    /** {@code kol.workflow.*}. */
    @ConfigMapping(prefix = "kol.workflow")
    interface Workflow {
        int leastAuditScore();

        Duration inviteExpiresAfter();

        Duration offerExpiresAfter();

        Duration deliveryAssumedAfter();

        List<Duration> reminders();

        Duration noContentAfter();

        Compensation compensation();

        Retention retention();

        Sweep sweep();

        /** How long a timer of imported history waits before it fires. */
        Duration historyGrace();

        /** Percent of the fee by stage. */
        interface Compensation {
            int beforeScript();

            int afterScript();

            int afterDraft();

            int afterRounds();

            int rounds();
        }

        /** How long posts stay up. */
        interface Retention {
            int leastDays();

            int mostDays();
        }

        /** How due rows are looked for. */
        interface Sweep {
            String every();

            int batch();
        }
    }

    @Produces
    @Singleton
    CollaborationPolicies policies(Workflow workflow) {
        return new CollaborationPolicies(new WorkflowSettings(
                workflow.leastAuditScore(),
                workflow.inviteExpiresAfter(),
                workflow.offerExpiresAfter(),
                workflow.deliveryAssumedAfter(),
                workflow.reminders(),
                workflow.noContentAfter(),
                workflow.compensation().beforeScript(),
                workflow.compensation().afterScript(),
                workflow.compensation().afterDraft(),
                workflow.compensation().afterRounds(),
                workflow.compensation().rounds(),
                workflow.retention().leastDays(),
                workflow.retention().mostDays()));
    }

    @Produces
    @Singleton
    GiftTrack giftTrack(CollaborationPolicies policies) {
        return new GiftTrack(policies);
    }

    @Produces
    @Singleton
    PaidTrack paidTrack(CollaborationPolicies policies) {
        return new PaidTrack(policies);
    }
}
