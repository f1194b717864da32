package org.kolsuite.platform.crypto;

/** How secrets look in answers and logs. */
public final class Mask {
    private Mask() {}

    /** The last four characters behind four dots: {@code •••• 1234}; short values show nothing. */
    public static String lastFour(String secret) {
        String compact = secret.replace(" ", "");
        return compact.length() <= 8 ? "••••" : "•••• " + compact.substring(compact.length() - 4);
    }

    /** The first character and the length's worth of nothing: for names and addresses. */
    public static String firstOnly(String secret) {
        return secret.isEmpty() ? "" : secret.substring(0, secret.offsetByCodePoints(0, 1)) + "•••";
    }
}
