package org.kolsuite.payment.payout.model;

import java.time.LocalDate;
import java.util.Optional;
import org.kolsuite.payment.payee.model.BankState;

/** Why an approved payout doesn't leave, in the order in which a person can do something about it. */
public final class HoldPolicy {

    /** What a payout waits for. Holds keep it out of a batch; the others only say when and where. */
    public enum Wait {
        BANK_DETAILS_MISSING(true, "there are no bank details"),
        BANK_DETAILS_UNCONFIRMED(true, "changed bank details wait for a second person"),
        NOT_DUE_YET(false, "it is not due yet"),
        NEXT_BATCH(false, "it goes with the next batch"),
        BATCH_NOT_SENT(false, "its batch has not been sent"),
        WITH_THE_BANK(false, "it is with the bank"),
        BANK_HAS_NOT_ANSWERED(false, "the bank has not answered"),
        RETURNED_BY_THE_BANK(false, "the bank sent it back");

        private final boolean hold;
        private final String words;

        Wait(boolean hold, String words) {
            this.hold = hold;
            this.words = words;
        }

        public boolean isHold() {
            return hold;
        }

        public String words() {
            return words;
        }
    }

    private HoldPolicy() {}

    /** Empty once it is paid. */
    public static Optional<Wait> whyItWaits(PayoutState payout, BankState bank, LocalDate dueOn, LocalDate today) {
        return switch (payout) {
            case PayoutState.Queued ignored -> Optional.of(whyQueued(bank, dueOn, today));
            case PayoutState.Batched ignored -> Optional.of(Wait.BATCH_NOT_SENT);
            case PayoutState.Sent ignored -> Optional.of(Wait.WITH_THE_BANK);
            case PayoutState.Unknown ignored -> Optional.of(Wait.BANK_HAS_NOT_ANSWERED);
            case PayoutState.Returned ignored -> Optional.of(Wait.RETURNED_BY_THE_BANK);
            case PayoutState.Settled ignored -> Optional.empty();
        };
    }

    private static Wait whyQueued(BankState bank, LocalDate dueOn, LocalDate today) {
        return switch (bank) {
            case BankState.Missing ignored -> Wait.BANK_DETAILS_MISSING;
            case BankState.AwaitingConfirmation ignored -> Wait.BANK_DETAILS_UNCONFIRMED;
            case BankState.Usable ignored -> dueOn.isAfter(today) ? Wait.NOT_DUE_YET : Wait.NEXT_BATCH;
        };
    }
}
