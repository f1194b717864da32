package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AlreadyMeasured;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.escalation.application.ProposeEscalation;
import org.kolsuite.campaign.escalation.persistence.EscalationRepository;
import org.kolsuite.campaign.escalation.persistence.ResultRow;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.caller.Caller;

/**
 * Takes what a post did: keeps it as evidence, moves the collaboration on, and lets the escalation rules propose. A result
 * that comes late or for a collaboration that has ended is kept, and moves nothing (CASES W10).
 */
@ApplicationScoped
public class TakeResult {
    @Inject
    CollaborationRepository collaborations;

    @Inject
    EscalationRepository escalations;

    @Inject
    ProposeEscalation propose;

    @Inject
    TakeStep steps;

    /** Joins the transaction of the event. */
    public Uni<Void> take(UUID tenant, ResultMeasured event) {
        Caller.System caller = new Caller.System(tenant, "results");
        ResultRow result = new ResultRow();
        result.key = new ResultRow.Key(event.collaborationId(), event.daysAfter());
        result.accountId = event.accountId();
        result.views = event.views();
        result.engagements = event.engagements();
        result.saves = event.saves();
        result.orders = event.orders();
        result.netRevenueMinor = event.netRevenue().amountMinor();
        result.currency = event.netRevenue().currency();
        result.snapshotAt = event.snapshotAt();
        return collaborations
                .find(event.collaborationId())
                .chain(row -> collaborations.lock(row))
                .call(row -> escalations.add(result))
                .chain(row ->
                        moves(row) ? move(caller, row, event) : Uni.createFrom().item(row))
                .chain(row -> Track.valueOf(row.track) == Track.GIFT && row.state.equals("MEASURED")
                        ? propose.propose(row, result)
                        : Uni.createFrom().voidItem())
                .chain(Panache::flush);
    }

    private boolean moves(CollaborationRow row) {
        return collaborations.toModel(row).state().legal().contains(Verb.MEASURE);
    }

    private Uni<CollaborationRow> move(Caller.System caller, CollaborationRow row, ResultMeasured event) {
        Step step = new Step(row.id, null, event.happenedAt(), null);
        return steps.either(
                        caller,
                        step,
                        Verb.MEASURE,
                        situation -> Uni.createFrom().item(new GiftCommand.Measure(event.daysAfter())),
                        situation -> Uni.createFrom().item(new PaidCommand.Measure(event.daysAfter())))
                .replaceWith(row)
                .onFailure(AlreadyMeasured.class)
                .recoverWithItem(row);
    }
}
