package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.kol.Kols;
import org.kolsuite.platform.caller.Caller;

/**
 * Qualifies a candidate by the registry's own audit, as its state topic last told: nobody types the score in. Who failed
 * it, or was never audited, takes part only with somebody's reason, which history keeps.
 */
@ApplicationScoped
public class QualifyKol {
    @Inject
    TakeStep steps;

    @Inject
    Kols kols;

    public Uni<TakeStep.Taken> qualify(Caller caller, Step step) {
        return steps.gift(
                caller,
                step,
                Verb.QUALIFY,
                situation -> kols.auditScore(situation.row().accountId).map(GiftCommand.Qualify::new));
    }
}
