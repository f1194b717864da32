package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kolsuite.campaign.catalogue.Catalogue;
import org.kolsuite.campaign.collaboration.model.Checklist;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.kol.Kols;
import org.kolsuite.platform.caller.Caller;

/** Checks a published post against the agreement, the platform's rules and the law, as somebody saw it. */
@ApplicationScoped
public class VerifyPost {
    @Inject
    TakeStep steps;

    @Inject
    Kols kols;

    @Inject
    Catalogue catalogue;

    public Uni<TakeStep.Taken> verify(Caller.Member caller, Step step, Checklist seen) {
        return steps.paid(
                caller,
                step,
                Verb.VERIFY,
                situation -> kols.platformOf(situation.row().accountId)
                        .chain(platform -> catalogue
                                .platforms()
                                .map(rules -> rules.stream()
                                        .anyMatch(
                                                rule -> rule.platform().equals(platform) && rule.reportingRequired())))
                        .map(demanded -> new PaidCommand.Verify(seen, demanded)));
    }
}
