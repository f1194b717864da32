package org.kolsuite.campaign.collaboration.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.campaign.collaboration.application.FollowPayment;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.contracts.payment.FeeRefused;
import org.kolsuite.contracts.payment.PayoutReturned;
import org.kolsuite.contracts.payment.PayoutSent;
import org.kolsuite.contracts.payment.PayoutSettled;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Hears from payment what became of fees and payouts. */
@ApplicationScoped
class PaymentEvents implements Consumers {
    private static final String FEES = "fees";
    private static final String PAYOUTS = "payouts";

    @Inject
    Inbox inbox;

    @Inject
    FollowPayment payment;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(
                FEES,
                Handlers.of().on(FeeApproved.class, payment::approved).on(FeeRefused.class, payment::refused),
                PAYOUTS,
                Handlers.of()
                        .on(PayoutSent.class, payment::sent)
                        .on(PayoutSettled.class, payment::settled)
                        .on(PayoutReturned.class, payment::returned));
    }

    @Incoming("fee-events")
    Uni<Void> onFee(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(FEES, record);
    }

    @Incoming("payout-events")
    Uni<Void> onPayout(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(PAYOUTS, record);
    }
}
