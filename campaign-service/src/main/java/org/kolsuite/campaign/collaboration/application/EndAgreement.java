package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kolsuite.campaign.campaign.application.BudgetBook;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.caller.Caller;

/** Ends a paid collaboration early: cancelled, or taken down inside its retention. What finance approved counts. */
@ApplicationScoped
public class EndAgreement {
    @Inject
    TakeStep steps;

    @Inject
    BudgetBook budget;

    public Uni<TakeStep.Taken> cancel(Caller.Member caller, Step step) {
        return steps.paid(
                caller, step, Verb.CANCEL, situation -> approved(situation).map(PaidCommand.Cancel::new));
    }

    public Uni<TakeStep.Taken> reportRemoved(Caller.Member caller, Step step) {
        return steps.paid(
                caller,
                step,
                Verb.REPORT_REMOVED,
                situation -> approved(situation).map(PaidCommand.ReportRemoved::new));
    }

    private Uni<Money> approved(TakeStep.Situation situation) {
        Paid paid = (Paid) situation.collaboration();
        return budget.approvedSoFar(situation.row().id, paid.terms().fee().currency());
    }
}
