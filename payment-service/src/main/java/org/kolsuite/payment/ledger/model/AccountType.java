package org.kolsuite.payment.ledger.model;

/** What an account holds, and the side on which it grows. */
public enum AccountType {
    ASSET(Side.DEBIT),
    LIABILITY(Side.CREDIT),
    EQUITY(Side.CREDIT),
    INCOME(Side.CREDIT),
    COST(Side.DEBIT),
    /** Off the balance sheet: what is agreed but not yet approved. */
    COMMITMENT(Side.DEBIT),
    /** The other side of {@link #COMMITMENT}. */
    COMMITMENT_CONTRA(Side.CREDIT);

    private final Side growsOn;

    AccountType(Side growsOn) {
        this.growsOn = growsOn;
    }

    public Side growsOn() {
        return growsOn;
    }
}
