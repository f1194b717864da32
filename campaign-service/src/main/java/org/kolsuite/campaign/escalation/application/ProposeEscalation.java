package org.kolsuite.campaign.escalation.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.kolsuite.campaign.campaign.application.BudgetBook;
import org.kolsuite.campaign.campaign.model.Reservation.Purpose;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.escalation.model.EscalationRule;
import org.kolsuite.campaign.escalation.model.Facts;
import org.kolsuite.campaign.escalation.persistence.EscalationRepository;
import org.kolsuite.campaign.escalation.persistence.ResultRow;
import org.kolsuite.contracts.money.Money;

/** Asks every active rule of the organisation what it makes of a measured gift, and keeps the answers with evidence. */
@ApplicationScoped
public class ProposeEscalation {
    @Inject
    EscalationRepository escalations;

    @Inject
    BudgetBook budget;

    @Inject
    Clock clock;

    /** Joins the transaction of the result's event. */
    public Uni<Void> propose(CollaborationRow gift, ResultRow result) {
        return escalations.rules().chain(rules -> {
            List<EscalationRule> active =
                    rules.stream().filter(EscalationRule::active).toList();
            if (active.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            return facts(gift, result)
                    .chain(facts -> Multi.createFrom()
                            .iterable(active)
                            .onItem()
                            .transformToUniAndConcatenate(rule -> escalations.propose(
                                    gift.id, result.key.daysAfter(), rule.proposeFor(facts), clock.instant()))
                            .collect()
                            .last()
                            .replaceWithVoid());
        });
    }

    private Uni<Facts> facts(CollaborationRow gift, ResultRow result) {
        return escalations
                .engagementsOf(gift.accountId)
                .chain(engagements -> budget.held(gift.id, Purpose.GIFT, result.currency)
                        .map(reservation -> {
                            Money spent = reservation.spent();
                            return new Facts(
                                    result.key.daysAfter(),
                                    result.engagements,
                                    result.saves,
                                    result.orders,
                                    result.netRevenue(),
                                    spent.isZero() ? null : spent,
                                    gift.auditScore,
                                    List.copyOf(engagements),
                                    result.snapshotAt);
                        }));
    }
}
