package org.kolsuite.payment.ledger.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/** What the ledger refuses; each as a sentence. */
public abstract class LedgerRejection extends Rejection {
    private LedgerRejection(Kind kind, String detail) {
        super(kind, detail);
    }

    private LedgerRejection(Kind kind, String detail, Map<String, Object> values) {
        super(kind, detail, values);
    }

    public static final class AccountCodeMalformed extends LedgerRejection {
        public AccountCodeMalformed(String code) {
            super(Kind.INVALID, "\"" + code + "\" is no account code: lower case words joined by colons.");
        }
    }

    public static final class AccountUnknown extends LedgerRejection {
        public AccountUnknown(String code) {
            super(Kind.INVALID, "There is no account \"" + code + "\".");
        }
    }

    public static final class AccountExists extends LedgerRejection {
        public AccountExists(String code) {
            super(Kind.CONFLICT, "There is already an account \"" + code + "\".");
        }
    }

    public static final class AmountNotPositive extends LedgerRejection {
        public AmountNotPositive(Money amount) {
            super(Kind.INVALID, "An amount must be more than zero, not " + amount + ".");
        }
    }

    /** Debit and credit are not equal. */
    public static final class TransactionUnbalanced extends LedgerRejection {
        public TransactionUnbalanced(String detail) {
            super(Kind.INVALID, detail);
        }
    }

    public static final class SameAccountOnBothSides extends LedgerRejection {
        public SameAccountOnBothSides(String account) {
            super(Kind.INVALID, "The account \"" + account + "\" cannot be debited and credited in one booking.");
        }
    }

    /** A guarded account would fall below zero. */
    public static final class FundsExhausted extends LedgerRejection {
        public FundsExhausted(String account, Money missing) {
            super(
                    Kind.CONFLICT,
                    "The account \"" + account + "\" would fall below zero by " + missing + ".",
                    Map.of("account", account, "missing", missing));
        }
    }

    public static final class PeriodIsClosed extends LedgerRejection {
        public PeriodIsClosed(YearMonth month) {
            super(Kind.CONFLICT, "The month " + month + " is closed; book into an open one.", Map.of("month", month));
        }
    }

    public static final class PeriodNotOver extends LedgerRejection {
        public PeriodNotOver(YearMonth month, LocalDate today) {
            super(
                    Kind.CONFLICT,
                    "The month " + month + " is not over yet: today is " + today + ".",
                    Map.of("month", month, "today", today));
        }
    }

    public static final class EarlierPeriodOpen extends LedgerRejection {
        public EarlierPeriodOpen(YearMonth month, YearMonth earlier) {
            super(
                    Kind.CONFLICT,
                    "Close " + earlier + " before " + month + ": it has bookings and is still open.",
                    Map.of("month", month, "earlier", earlier));
        }
    }

    public static final class AlreadyReversed extends LedgerRejection {
        public AlreadyReversed() {
            super(Kind.CONFLICT, "This booking was reversed before; a reversal happens once.");
        }
    }

    public static final class ReversalIsFinal extends LedgerRejection {
        public ReversalIsFinal() {
            super(Kind.CONFLICT, "A reversal cannot be reversed; book what is right instead.");
        }
    }

    public static final class BookedByTheSuite extends LedgerRejection {
        public BookedByTheSuite(String kind) {
            super(
                    Kind.CONFLICT,
                    "A booking of kind " + kind + " follows from a fee, payout or bank line: undo it there.");
        }
    }

    public static final class TransactionUnknown extends LedgerRejection {
        public TransactionUnknown() {
            super(Kind.NOT_FOUND, "There is no such booking.");
        }
    }

    public static final class MonthMalformed extends LedgerRejection {
        public MonthMalformed() {
            super(Kind.INVALID, "A month is written as year and month, such as 2026-03.");
        }
    }
}
