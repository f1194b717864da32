package org.kolsuite.campaign.collaboration.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.campaign.collaboration.application.FollowPayment;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.contracts.payment.FeeRefused;
import org.kolsuite.contracts.payment.PayoutReturned;
import org.kolsuite.contracts.payment.PayoutSent;
import org.kolsuite.contracts.payment.PayoutSettled;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears from payment what became of fees and payouts. */
@ApplicationScoped
class PaymentEvents {
    @Inject
    Inbox inbox;

    @Inject
    FollowPayment payment;

    private final Handlers fees = Handlers.of()
            .on(FeeApproved.class, event -> payment.approved(event))
            .on(FeeRefused.class, event -> payment.refused(event));

    private final Handlers payouts = Handlers.of()
            .on(PayoutSent.class, event -> payment.sent(event))
            .on(PayoutSettled.class, event -> payment.settled(event))
            .on(PayoutReturned.class, event -> payment.returned(event));

    @Incoming("fee-events")
    Uni<Void> onFee(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("fees", record, fees);
    }

    @Incoming("payout-events")
    Uni<Void> onPayout(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("payouts", record, payouts);
    }
}
