package org.kolsuite.payment.fee.model;

import java.util.List;
import java.util.Map;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/** What a fee refuses; each as a sentence. */
public abstract class FeeRejection extends Rejection {
    private FeeRejection(Kind kind, String detail) {
        super(kind, detail);
    }

    private FeeRejection(Kind kind, String detail, Map<String, Object> values) {
        super(kind, detail, values);
    }

    public static final class FeeUnknown extends FeeRejection {
        public FeeUnknown() {
            super(Kind.NOT_FOUND, "There is no such fee.");
        }
    }

    public static final class MilestoneUnknown extends FeeRejection {
        public MilestoneUnknown(String name) {
            super(Kind.NOT_FOUND, "The fee has no milestone \"" + name + "\".");
        }
    }

    public static final class MilestoneStateForbids extends FeeRejection {
        public MilestoneStateForbids(String command, String milestone, MilestoneState state) {
            super(Kind.CONFLICT, "Can't " + command + ": the milestone " + milestone + " is " + state.code() + ".");
        }
    }

    public static final class FeeIsBlocked extends FeeRejection {
        public FeeIsBlocked(String why) {
            super(Kind.CONFLICT, "The fee is blocked. " + why);
        }
    }

    public static final class FeeNotPositive extends FeeRejection {
        public FeeNotPositive(Money amount) {
            super(Kind.INVALID, "A fee must be more than zero, not " + amount + ".");
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    /** The same business reference was used before (CASES M10): most likely the same fee entered twice. */
    public static final class ReferenceUsed extends FeeRejection {
        public ReferenceUsed(String reference) {
            super(
                    Kind.CONFLICT,
                    "The reference \"" + reference + "\" belongs to another fee.",
                    Map.of("reference", reference));
        }

        @Override
        public String field() {
            return "reference";
        }
    }

    /** A reference that a bank would not take. */
    public static final class ReferenceMalformed extends FeeRejection {
        public ReferenceMalformed() {
            super(
                    Kind.INVALID,
                    "A reference has 1 to 35 characters: letters, digits and / - ? : ( ) . , ' + and single spaces.");
        }

        @Override
        public String field() {
            return "reference";
        }
    }

    public static final class AgreementIsCancelledInItsCampaign extends FeeRejection {
        public AgreementIsCancelledInItsCampaign() {
            super(Kind.CONFLICT, "This fee follows from an agreement; cancel the collaboration in its campaign.");
        }
    }

    /** Four eyes: nobody approves what they asked for (CASES W2). */
    public static final class ApproverIsRequester extends FeeRejection {
        public ApproverIsRequester() {
            super(Kind.FORBIDDEN, "You requested this payment; another person has to approve it.");
        }
    }

    public static final class ApproverEditedTheAccount extends FeeRejection {
        public ApproverEditedTheAccount() {
            super(Kind.FORBIDDEN, "You entered this payee's bank details; another person has to approve the payment.");
        }
    }

    /** More than the approver may approve alone. */
    public static final class AboveApprovalLimit extends FeeRejection {
        public AboveApprovalLimit(Money amount, Money limit) {
            super(
                    Kind.FORBIDDEN,
                    amount + " is above your approval limit of " + limit + ".",
                    Map.of("amount", amount, "limit", limit));
        }
    }

    public static final class RoleApprovesNothing extends FeeRejection {
        public RoleApprovesNothing(String role) {
            super(Kind.INVALID, "\"" + role + "\" approves no payments, so it has no limit.");
        }

        @Override
        public String field() {
            return "role";
        }
    }

    public static final class LimitBelowZero extends FeeRejection {
        public LimitBelowZero(Money limit) {
            super(Kind.INVALID, "A limit can't be below zero: " + limit + ".");
        }

        @Override
        public String field() {
            return "upTo";
        }
    }

    public static final class ColumnsMissing extends FeeRejection {
        public ColumnsMissing(List<String> fields) {
            super(Kind.INVALID, "No column was found for " + String.join(", ", fields) + "; map them by hand.");
        }

        @Override
        public String field() {
            return "mapping";
        }
    }

    /** All or nothing was asked for, and some lines are bad. */
    public static final class LinesRefused extends FeeRejection {
        public LinesRefused(int bad) {
            super(Kind.INVALID, bad + " lines can't be taken, so none was.", Map.of("bad", bad));
        }
    }
}
