package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** What can be asked of a gift collaboration. {@code reason} is what history will show; some rules demand one. */
public sealed interface GiftCommand {
    Verb verb();

    /** @param auditScore 0 to 100, as the registry's latest audit says; null where there was none, which needs a reason */
    record Qualify(@Nullable Integer auditScore) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.QUALIFY;
        }
    }

    /**
     * @param rights what the brief asks to reuse, or null
     * @param openNoContent gifts of this organisation to this KOL that nothing came of yet
     */
    record Invite(UUID briefId, @Nullable RightsClause rights, long openNoContent) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.INVITE;
        }
    }

    /** The address itself is kept apart, encrypted; a gift can't be accepted without one. */
    record Accept(boolean addressGiven) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.ACCEPT;
        }
    }

    record Decline() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.DECLINE;
        }
    }

    record Withdraw() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.WITHDRAW;
        }
    }

    /** Chooses the gift and reserves its cost and the shipping. */
    record PrepareShipment(UUID productId, Money productCost, Money shippingCost) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.PREPARE_SHIPMENT;
        }
    }

    /** @param shippingCost what it really cost to send; null when it is as planned */
    record Ship(
            String carrier, String trackingNumber, @Nullable Money shippingCost) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.SHIP;
        }
    }

    record ConfirmDelivery() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.CONFIRM_DELIVERY;
        }
    }

    record ReportLost() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.REPORT_LOST;
        }
    }

    record ReportReturned() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.REPORT_RETURNED;
        }
    }

    record SubmitPost(String url, Instant publishedAt) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.SUBMIT_POST;
        }
    }

    record Retain() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.RETAIN;
        }
    }

    record Escalate(UUID paidCollaborationId) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.ESCALATE;
        }
    }

    record Drop() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.DROP;
        }
    }

    record ExpireInvite() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.EXPIRE;
        }
    }

    record AssumeDelivery() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.ASSUME_DELIVERY;
        }
    }

    record Remind() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.REMIND;
        }
    }

    record GiveUpOnContent() implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.GIVE_UP_ON_CONTENT;
        }
    }

    record Measure(int daysAfter) implements GiftCommand {
        @Override
        public Verb verb() {
            return Verb.MEASURE;
        }
    }
}
