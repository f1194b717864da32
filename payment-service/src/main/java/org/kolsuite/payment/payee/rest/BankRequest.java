package org.kolsuite.payment.payee.rest;

import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.request.Required;

/**
 * Bank details as a person enters them.
 *
 * @param holder the account holder's name as the bank knows it
 * @param account an IBAN, or another account number
 * @param bic left out where the IBAN is enough
 */
public record BankRequest(
        String holder,
        String account,
        @Nullable String bic,
        @Nullable String bankName) {

    /** @param path in front of a field's name when something is missing */
    public BankDetails toDetails(String path) {
        return new BankDetails(
                Required.text(path + "holder", holder, 70),
                AccountNumber.parse(Required.text(path + "account", account, 80)),
                Required.optionalText(path + "bic", bic, 11),
                Required.optionalText(path + "bankName", bankName, 140));
    }

    /** Accounts never stand in logs. */
    @Override
    public String toString() {
        return "BankRequest[masked]";
    }
}
