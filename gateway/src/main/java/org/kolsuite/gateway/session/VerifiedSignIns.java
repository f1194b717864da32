package org.kolsuite.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose a cookie or a token is, once that was verified, until the first of its tokens runs out (docs/adr/0017).
 *
 * <p>A browser and a program send the same proof with each call. To open the cookie and to check two signatures each time costs more than
 * everything else the gateway does. A proof is known here by its SHA-256 over every byte, so that one changed letter is another proof,
 * which is verified. What the caller may do is no matter of this class: limits and services decide that for each call.
 */
@ApplicationScoped
class VerifiedSignIns {
    private static final int MOST = 10_000;
    /** Longer than any access token of the realm lives; only a bound for what nobody asks for any more. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private record Verified(SignIn.Known known, Instant end) {}

    private final Cache<ByteBuffer, Verified> byProof =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FORGOTTEN).build();
    private final Clock clock;

    VerifiedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** Who it is, if that was verified and has not run out. */
    Optional<SignIn.Known> of(String proof) {
        Verified verified = byProof.getIfPresent(digest(proof));
        return verified != null && clock.instant().isBefore(verified.end)
                ? Optional.of(verified.known)
                : Optional.empty();
    }

    /** @param end when the proof must be verified anew, or refreshed */
    void keep(String proof, SignIn.Known known, Instant end) {
        if (clock.instant().isBefore(end)) {
            byProof.put(digest(proof), new Verified(known, end));
        }
    }

    /** Signed out: whoever kept a copy of the proof is asked anew. */
    void forget(String proof) {
        byProof.invalidate(digest(proof));
    }

    private static ByteBuffer digest(String proof) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
