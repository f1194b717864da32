package org.kolsuite.payment.payout.model;

import java.time.LocalDate;
import java.util.Map;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/** What a payout or a batch refuses; each as a sentence. */
public abstract class PayoutRejection extends Rejection {
    private PayoutRejection(Kind kind, String detail) {
        super(kind, detail);
    }

    private PayoutRejection(Kind kind, String detail, Map<String, Object> values) {
        super(kind, detail, values);
    }

    public static final class PayoutUnknown extends PayoutRejection {
        public PayoutUnknown() {
            super(Kind.NOT_FOUND, "There is no such payout.");
        }
    }

    public static final class PayoutStateForbids extends PayoutRejection {
        public PayoutStateForbids(String command, PayoutState state) {
            super(Kind.CONFLICT, "Can't " + command + ": the payout is " + state.code() + ".");
        }
    }

    public static final class BatchUnknown extends PayoutRejection {
        public BatchUnknown() {
            super(Kind.NOT_FOUND, "There is no such payout batch.");
        }
    }

    public static final class BatchStateForbids extends PayoutRejection {
        public BatchStateForbids(String command, BatchState state) {
            super(Kind.CONFLICT, "Can't " + command + ": the batch is " + state + ".");
        }
    }

    public static final class BatchIsEmpty extends PayoutRejection {
        public BatchIsEmpty() {
            super(Kind.CONFLICT, "No payout can go into this batch.");
        }
    }

    /** Held: no bank details, or changed ones that nobody has confirmed. */
    public static final class PayoutIsHeld extends PayoutRejection {
        public PayoutIsHeld(String why) {
            super(Kind.CONFLICT, "The payout waits: " + why);
        }
    }

    public static final class PayingAccountUnknown extends PayoutRejection {
        public PayingAccountUnknown() {
            super(Kind.NOT_FOUND, "There is no such paying account.");
        }
    }

    public static final class PayingAccountExists extends PayoutRejection {
        public PayingAccountExists() {
            super(Kind.CONFLICT, "This paying account is there already.");
        }
    }

    public static final class PayingAccountNeedsIban extends PayoutRejection {
        public PayingAccountNeedsIban() {
            super(Kind.INVALID, "Payments leave from an account with an IBAN.");
        }

        @Override
        public String field() {
            return "account";
        }
    }

    public static final class CurrencyOfAccountDiffers extends PayoutRejection {
        public CurrencyOfAccountDiffers(String payout, String account) {
            super(
                    Kind.INVALID,
                    "A payout in " + payout + " cannot leave an account in " + account + ".",
                    Map.of("payout", payout, "account", account));
        }
    }

    public static final class ExecutionBeforeToday extends PayoutRejection {
        public ExecutionBeforeToday(LocalDate day) {
            super(Kind.INVALID, "A batch can't be executed on " + day + ", which is over.");
        }

        @Override
        public String field() {
            return "executionDate";
        }
    }

    /** Settling more than was sent (CASES M19); less is refused too, unless a person accepts the difference. */
    public static final class AmountDiffers extends PayoutRejection {
        public AmountDiffers(Money sent, Money seen) {
            super(
                    Kind.INVALID,
                    "The bank moved " + seen + ", the payout is " + sent
                            + ". Accept the difference with a reason, or match another line.",
                    Map.of("sent", sent, "seen", seen));
        }
    }
}
