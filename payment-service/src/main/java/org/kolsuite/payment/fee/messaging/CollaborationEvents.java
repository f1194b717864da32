package org.kolsuite.payment.fee.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.campaign.CollaborationCancelled;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.campaign.MilestoneReached;
import org.kolsuite.contracts.campaign.OfferAgreed;
import org.kolsuite.payment.fee.application.FollowCollaboration;
import org.kolsuite.payment.fee.application.OpenFee;
import org.kolsuite.payment.fee.model.FeeOrigin.Agreement;
import org.kolsuite.payment.fee.model.FeeTerms;
import org.kolsuite.payment.ledger.application.BookGift;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Envelope;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** What campaign says about collaborations: agreements open fees, milestones queue them, cancellations void them. */
@ApplicationScoped
class CollaborationEvents implements Consumers {
    private static final String CONSUMER = "payment-collaboration-events";

    @Inject
    Inbox inbox;

    @Inject
    OpenFee openFee;

    @Inject
    FollowCollaboration followCollaboration;

    @Inject
    BookGift bookGift;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(
                CONSUMER,
                Handlers.of()
                        .on(OfferAgreed.class, this::agreed)
                        .on(MilestoneReached.class, this::reached)
                        .on(CollaborationCancelled.class, this::cancelled)
                        .on(GiftShipped.class, this::shipped));
    }

    @Incoming("collaboration-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(CONSUMER, record);
    }

    private Uni<Void> agreed(OfferAgreed event, Envelope envelope) {
        Agreement agreement = new Agreement(
                event.collaborationId(), event.campaignId(), event.kolId(), event.accountId(), event.agencyId());
        FeeTerms terms = new FeeTerms(
                event.fee(),
                event.milestones().stream()
                        .map(part -> new FeeTerms.Part(part.name(), part.amount()))
                        .toList());
        return openFee.open(caller(envelope), agreement, terms);
    }

    private Uni<Void> reached(MilestoneReached event, Envelope envelope) {
        return followCollaboration.milestoneReached(
                caller(envelope), event.collaborationId(), event.milestone(), event.happenedAt());
    }

    private Uni<Void> cancelled(CollaborationCancelled event, Envelope envelope) {
        return followCollaboration.cancelled(
                caller(envelope), event.collaborationId(), event.compensation(), event.reason(), event.happenedAt());
    }

    private Uni<Void> shipped(GiftShipped event, Envelope envelope) {
        return bookGift.book(
                caller(envelope),
                event.collaborationId(),
                event.productCost(),
                event.shippingCost(),
                event.happenedAt());
    }

    private static Caller caller(Envelope envelope) {
        return new Caller.System(envelope.tenant(), CONSUMER);
    }
}
