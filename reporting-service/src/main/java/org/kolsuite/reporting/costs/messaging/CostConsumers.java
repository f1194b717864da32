package org.kolsuite.reporting.costs.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.campaign.BudgetChanged;
import org.kolsuite.contracts.campaign.CampaignLaunched;
import org.kolsuite.contracts.campaign.CollaborationCancelled;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.campaign.MilestoneReached;
import org.kolsuite.contracts.campaign.OfferAgreed;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.contracts.payment.FeeRefused;
import org.kolsuite.contracts.payment.PayoutReturned;
import org.kolsuite.contracts.payment.PayoutSent;
import org.kolsuite.contracts.payment.PayoutSettled;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;
import org.kolsuite.reporting.costs.RecordCosts;
import org.kolsuite.reporting.costs.RecordCosts.Payment;

/**
 * Turns events into facts. An agreed offer is no cost yet: it is when its fee is approved; so is the compensation of a
 * cancelled one.
 */
@ApplicationScoped
class CostConsumers implements Consumers {
    private static final String BUDGETS = "budgets";
    private static final String GIFT_COSTS = "gift-costs";
    private static final String FEE_COSTS = "fee-costs";
    private static final String PAYMENTS = "payments";

    @Inject
    Inbox inbox;

    @Inject
    RecordCosts costs;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(
                BUDGETS,
                Handlers.of()
                        .on(
                                CampaignLaunched.class,
                                (launched, about) -> costs.budget(
                                        about.eventId(),
                                        launched.campaignId(),
                                        launched.budget(),
                                        launched.happenedAt()))
                        .on(
                                BudgetChanged.class,
                                (changed, about) -> costs.budget(
                                        about.eventId(), changed.campaignId(), changed.after(), changed.happenedAt())),
                GIFT_COSTS,
                Handlers.of()
                        .on(GiftShipped.class, (gift, about) -> costs.gift(about.eventId(), gift))
                        .ignore(OfferAgreed.class, MilestoneReached.class, CollaborationCancelled.class),
                FEE_COSTS,
                Handlers.of()
                        .on(FeeApproved.class, (fee, about) -> costs.fee(about.eventId(), fee))
                        .ignore(FeeRefused.class),
                PAYMENTS,
                Handlers.of()
                        .on(
                                PayoutSent.class,
                                (sent, about) -> costs.payment(
                                        about.eventId(),
                                        new Payment(
                                                "SENT",
                                                sent.payoutId(),
                                                sent.feeId(),
                                                sent.collaborationId(),
                                                sent.kolId(),
                                                sent.amount(),
                                                sent.happenedAt())))
                        .on(
                                PayoutSettled.class,
                                (settled, about) -> costs.payment(
                                        about.eventId(),
                                        new Payment(
                                                "SETTLED",
                                                settled.payoutId(),
                                                settled.feeId(),
                                                settled.collaborationId(),
                                                settled.kolId(),
                                                settled.amount(),
                                                settled.happenedAt())))
                        .on(
                                PayoutReturned.class,
                                (returned, about) -> costs.payment(
                                        about.eventId(),
                                        new Payment(
                                                "RETURNED",
                                                returned.payoutId(),
                                                returned.feeId(),
                                                returned.collaborationId(),
                                                returned.kolId(),
                                                returned.amount(),
                                                returned.happenedAt()))));
    }

    @Incoming("campaign-events")
    Uni<Void> campaign(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(BUDGETS, record);
    }

    @Incoming("collaboration-events")
    Uni<Void> collaboration(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(GIFT_COSTS, record);
    }

    /** Finance approves hundreds at a time. */
    @Incoming("fee-events")
    Uni<Void> fee(ConsumerRecords<String, byte[]> records) {
        return inbox.handleAll(FEE_COSTS, records);
    }

    @Incoming("payout-events")
    Uni<Void> payout(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(PAYMENTS, record);
    }
}
