package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.application.BudgetBook;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.collaboration.persistence.PayoutRow;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.contracts.payment.FeeRefused;
import org.kolsuite.contracts.payment.PayoutReturned;
import org.kolsuite.contracts.payment.PayoutSent;
import org.kolsuite.contracts.payment.PayoutSettled;

/**
 * Follows the money of a collaboration as payment tells of it. An approved part turns reservation into spending; a
 * refused fee shows as blocked and keeps its reservation, until an approval or a payout shows that it is no longer, also
 * where that was heard of first, or a person says so; payouts only ever go forward, from sent to settled to returned,
 * whatever order their events arrive in (CASES W10). Fees that belong to no collaboration are not campaign's. Every
 * method joins the transaction of the event.
 */
@ApplicationScoped
public class FollowPayment {
    private static final List<String> FORWARD = List.of("SENT", "SETTLED", "RETURNED");

    @Inject
    CollaborationRepository collaborations;

    @Inject
    BudgetBook budget;

    public Uni<Void> approved(FeeApproved event) {
        UUID id = event.collaborationId();
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return firstTime(event, id)
                .chain(first -> first
                        ? held(id).invoke(FollowPayment::goesOn)
                                .chain(row -> budget.spendApproved(row.campaignId, id, event.amount()))
                        : Uni.createFrom().voidItem());
    }

    public Uni<Void> refused(FeeRefused event) {
        return held(event.collaborationId())
                .chain(row -> overcome(event).invoke(overcome -> {
                    if (!overcome) {
                        row.blockedCode = event.code();
                        row.blockedDetail = event.detail();
                    }
                }))
                .chain(Panache::flush);
    }

    /** Fees and payouts come through different consumers: what one says of the collaboration, the other must not miss. */
    private Uni<CollaborationRow> held(UUID id) {
        return collaborations.find(id).chain(collaborations::lock);
    }

    /** Whether payment approved or paid something of the collaboration after it refused this. */
    private static Uni<Boolean> overcome(FeeRefused event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select exists (select 1 from fee_approval where collaboration_id = :id and at > :refused)
                                    or exists (select 1 from payout where collaboration_id = :id and at > :refused)""", Boolean.class)
                        .setParameter("id", event.collaborationId())
                        .setParameter("refused", event.happenedAt())
                        .getSingleResult());
    }

    /** There is later evidence that the fee goes its way. */
    private static void goesOn(CollaborationRow row) {
        row.blockedCode = null;
        row.blockedDetail = null;
    }

    public Uni<Void> sent(PayoutSent event) {
        return payout(
                event.payoutId(),
                event.collaborationId(),
                "SENT",
                event.amount(),
                event.endToEndId(),
                null,
                event.happenedAt());
    }

    public Uni<Void> settled(PayoutSettled event) {
        return payout(
                event.payoutId(),
                event.collaborationId(),
                "SETTLED",
                event.amount(),
                event.endToEndId(),
                event.bankReference(),
                event.happenedAt());
    }

    public Uni<Void> returned(PayoutReturned event) {
        return payout(
                event.payoutId(),
                event.collaborationId(),
                "RETURNED",
                event.amount(),
                event.endToEndId(),
                event.reason(),
                event.happenedAt());
    }

    private static Uni<Boolean> firstTime(FeeApproved event, UUID collaborationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into fee_approval (fee_id, milestone, collaboration_id, amount_minor, currency, at)
                                values (:fee, :milestone, :collaboration, :amount, :currency, :at) on conflict do nothing""")
                        .setParameter("fee", event.feeId())
                        .setParameter("milestone", event.milestone() == null ? "" : event.milestone())
                        .setParameter("collaboration", collaborationId)
                        .setParameter("amount", event.amount().amountMinor())
                        .setParameter("currency", event.amount().currency())
                        .setParameter("at", event.happenedAt())
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private Uni<Void> payout(
            UUID payoutId,
            @Nullable UUID collaborationId,
            String state,
            Money amount,
            String endToEndId,
            @Nullable String detail,
            Instant at) {
        if (collaborationId == null) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.find(PayoutRow.class, payoutId).chain(found -> {
                    if (found != null && FORWARD.indexOf(found.state) >= FORWARD.indexOf(state)) {
                        return Uni.createFrom().voidItem();
                    }
                    PayoutRow row = found == null ? new PayoutRow() : found;
                    row.payoutId = payoutId;
                    row.collaborationId = collaborationId;
                    row.state = state;
                    row.amountMinor = amount.amountMinor();
                    row.currency = amount.currency();
                    row.endToEndId = endToEndId;
                    row.detail = detail;
                    row.at = at;
                    return (found == null ? collaborations.add(row) : session.flush())
                            .chain(() -> held(collaborationId))
                            .invoke(FollowPayment::goesOn)
                            .chain(Panache::flush);
                }));
    }
}
