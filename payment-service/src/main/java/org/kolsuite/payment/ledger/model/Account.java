package org.kolsuite.payment.ledger.model;

import java.util.regex.Pattern;

/**
 * An account of the ledger. It holds one balance per currency.
 *
 * @param code lower case, parts joined by colons: {@code liabilities:payees}
 * @param guarded its balance may never fall below zero: nobody spends what was not put there first
 */
public record Account(String code, String name, AccountType type, boolean guarded) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(:[a-z0-9][a-z0-9-]*){0,3}");

    public Account {
        if (code.length() > 80 || !CODE.matcher(code).matches()) {
            throw new LedgerRejection.AccountCodeMalformed(code);
        }
    }
}
