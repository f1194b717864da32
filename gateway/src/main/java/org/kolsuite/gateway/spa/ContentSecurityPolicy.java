package org.kolsuite.gateway.spa;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a page of ours may load and run: our own files and nothing from another host, no inline script, so that a
 * {@code <script>} in a creator's bio stays text (CASES S23).
 */
final class ContentSecurityPolicy {
    /** For whatever is not a page. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 18;

    private ContentSecurityPolicy() {}

    /** A word that is good for one answer. */
    static String newNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /**
     * For a page. The component library writes style elements, which carry the nonce; charts set style attributes, which can't
     * run anything and have no nonce.
     */
    static String forPage(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self' 'nonce-" + nonce + "'",
                "style-src-attr 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
