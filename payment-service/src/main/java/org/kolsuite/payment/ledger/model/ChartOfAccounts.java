package org.kolsuite.payment.ledger.model;

import java.util.List;
import java.util.Locale;

/** The accounts that every organisation has from its first booking on. */
public final class ChartOfAccounts {
    /** Agreed, not yet approved. */
    public static final Account COMMITMENTS =
            new Account("commitments:fees", "Agreed fees, not yet approved", AccountType.COMMITMENT, true);

    public static final Account COMMITMENTS_CONTRA =
            new Account("commitments:contra", "Against agreed fees", AccountType.COMMITMENT_CONTRA, true);
    public static final Account FEES = new Account("costs:fees", "KOL fees", AccountType.COST, false);
    public static final Account GIFTS =
            new Account("costs:gifts", "Gifts at cost, with shipping", AccountType.COST, false);
    public static final Account GOODS =
            new Account("assets:goods", "Goods and carriage given out", AccountType.ASSET, false);
    /** Approved, not yet sent. Guarded: nothing is sent that was not approved. */
    public static final Account PAYEES =
            new Account("liabilities:payees", "Approved fees, not yet sent", AccountType.LIABILITY, true);
    /** Sent, not yet seen on a statement. Guarded: nothing is settled that was not sent. */
    public static final Account IN_TRANSIT =
            new Account("liabilities:in-transit", "Payments on their way", AccountType.LIABILITY, true);

    public static final Account FUNDING =
            new Account("equity:funding", "Money put into the account", AccountType.EQUITY, false);
    public static final Account BANK_CHARGES =
            new Account("costs:bank-charges", "Bank charges", AccountType.COST, false);
    public static final Account INTEREST = new Account("income:interest", "Interest", AccountType.INCOME, false);
    public static final Account DIFFERENCES =
            new Account("costs:payment-differences", "Short and over payments", AccountType.COST, false);
    public static final Account SUSPENSE = new Account(
            "liabilities:suspense", "Bank lines that wait for an explanation", AccountType.LIABILITY, false);

    public static final List<Account> STANDARD = List.of(
            COMMITMENTS,
            COMMITMENTS_CONTRA,
            FEES,
            GIFTS,
            GOODS,
            PAYEES,
            IN_TRANSIT,
            FUNDING,
            BANK_CHARGES,
            INTEREST,
            DIFFERENCES,
            SUSPENSE);

    private ChartOfAccounts() {}

    /** The ledger's account for one account at a bank; not guarded, since a bank may grant an overdraft. */
    public static Account bank(String maskedAccount, String key) {
        String tail = maskedAccount.replaceAll("[^A-Za-z0-9]", "");
        String last = tail.substring(Math.max(0, tail.length() - 4)).toLowerCase(Locale.ROOT);
        return new Account(
                "assets:bank:" + last + "-" + key.substring(0, 8).toLowerCase(Locale.ROOT),
                "Bank account " + maskedAccount,
                AccountType.ASSET,
                false);
    }
}
