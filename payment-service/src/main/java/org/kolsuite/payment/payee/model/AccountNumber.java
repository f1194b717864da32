package org.kolsuite.payment.payee.model;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account at a bank: an IBAN, or another number where there are none (China, the United States).
 *
 * @param value without spaces, upper case
 */
public record AccountNumber(String value, boolean isIban) {
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{4,34}");

    /**
     * Reads an account as people write it, with spaces or dashes. Two letters and two digits in front mean an IBAN, whose
     * check digits must be right (ISO 13616, modulo 97).
     *
     * @throws PayeeRejection.AccountMalformed when it is neither
     */
    public static AccountNumber parse(String text) {
        String compact = compact(text);
        if (IBAN.matcher(compact).matches()) {
            if (!hasValidCheckDigits(compact)) {
                throw new PayeeRejection.AccountMalformed("The check digits of this IBAN are wrong.");
            }
            return new AccountNumber(compact, true);
        }
        if (OTHER.matcher(compact).matches()) {
            return new AccountNumber(compact, false);
        }
        throw new PayeeRejection.AccountMalformed(
                "An account is an IBAN, or 4 to 34 letters and digits; spaces and dashes don't count.");
    }

    /** What a bank wrote, taken as it is: a statement is evidence, not input to be corrected. */
    public static AccountNumber asStated(String text) {
        String compact = compact(text);
        return new AccountNumber(compact, IBAN.matcher(compact).matches());
    }

    /** First two and last four characters, the rest hidden: {@code BE** **** 5905}. */
    public String masked() {
        String last = value.substring(Math.max(0, value.length() - 4));
        String country = isIban ? value.substring(0, 2) : "**";
        return country + "** **** " + last;
    }

    private static String compact(String text) {
        return text.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean hasValidCheckDigits(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.getNumericValue(letter)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
