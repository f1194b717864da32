package org.kolsuite.contracts.id;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * A new UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that new keys land at the
     * end of an index. The clock only orders keys; no rule reads the time out of an id.
     */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
