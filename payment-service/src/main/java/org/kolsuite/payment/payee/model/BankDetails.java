package org.kolsuite.payment.payee.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a payee's money goes. Personal data: encrypted at rest, masked in answers, each reveal is audited.
 *
 * @param holder the account holder's name as the bank knows it, at most 70 characters as in a SEPA payment
 * @param bic null where the IBAN is enough
 */
public record BankDetails(
        String holder,
        AccountNumber account,
        @Nullable String bic,
        @Nullable String bankName) {
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    public BankDetails {
        if (holder.isBlank() || holder.length() > 70) {
            throw new PayeeRejection.HolderMalformed();
        }
        if (bic != null && !BIC.matcher(bic).matches()) {
            throw new PayeeRejection.BicMalformed();
        }
    }
}
