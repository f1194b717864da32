package org.kolsuite.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VerifiedSignInsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SignIn.Known MEI =
            new SignIn.Known("subject-of-mei", "Mei", Set.of("brand-manager"), null, null, null, null, "token");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource source = now::get;
    private final VerifiedSignIns verified = new VerifiedSignIns(source.withZone(ZoneOffset.UTC));

    @Test
    void aProofIsKnownUntilItsEndAndNotAMomentLonger() {
        // Given
        verified.keep("proof", MEI, NOON.plusSeconds(60));

        // Then
        now.set(NOON.plusSeconds(60).minusNanos(1));
        assertThat(verified.of("proof")).contains(MEI);
        now.set(NOON.plusSeconds(60));
        assertThat(verified.of("proof")).isEmpty();
    }

    @Test
    void aProofThatWasForgottenIsVerifiedAnew() {
        verified.keep("proof", MEI, NOON.plusSeconds(60));
        verified.keep("another", MEI, NOON.plusSeconds(60));

        verified.forget("proof");

        assertThat(verified.of("proof")).isEmpty();
        assertThat(verified.of("another")).contains(MEI);
    }

    @Test
    void aProofThatHasRunOutIsNotKept() {
        verified.keep("proof", MEI, NOON.minus(Duration.ofSeconds(1)));

        now.set(NOON.minus(Duration.ofHours(1)));
        assertThat(verified.of("proof")).isEmpty();
    }

    @Test
    void oneChangedLetterIsAnotherProof() {
        verified.keep("proof of somebody", MEI, NOON.plusSeconds(60));

        assertThat(verified.of("Proof of somebody")).isEmpty();
        assertThat(verified.of("proof of somebody ")).isEmpty();
        assertThat(verified.of("proof of somebod")).isEmpty();
    }
}
