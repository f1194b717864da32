package org.kolsuite.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallerAddressTest {
    private static final String EDGE = "10.0.0.9";
    private static final String FORGED = "192.0.2.66";
    private static final String REAL = "203.0.113.7";

    @Test
    void s5_takesWhatTheEdgeAppendedWhateverTheCallerHadWrittenBefore() {
        assertThat(seen(1, REAL)).isEqualTo(REAL);
        assertThat(seen(1, FORGED + ", " + REAL)).isEqualTo(REAL);
        assertThat(seen(1, FORGED + "," + FORGED + " ,, " + REAL + " ")).isEqualTo(REAL);
    }

    @Test
    void s5_takesTheLastLineOfAHeaderThatCameTwice() {
        assertThat(seen(1, FORGED, REAL)).isEqualTo(REAL);
    }

    @Test
    void countsTheHopsThatWeTrustFromTheRight() {
        assertThat(seen(2, FORGED + ", " + REAL + ", 198.51.100.1")).isEqualTo(REAL);
        assertThat(seen(2, REAL)).as("came past the outer hop").isEqualTo(REAL);
    }

    @Test
    void leavesThePortOut() {
        assertThat(seen(1, REAL + ":49152")).isEqualTo(REAL);
        assertThat(seen(1, "[2001:db8::7]:49152")).isEqualTo("2001:db8::7");
        assertThat(seen(1, "[2001:db8::7]")).isEqualTo("2001:db8::7");
        assertThat(seen(1, "2001:db8::7")).isEqualTo("2001:db8::7");
    }

    @Test
    void takesWhoIsConnectedWhenTheEdgeSaysNothing() {
        assertThat(seen(1)).isEqualTo(EDGE);
        assertThat(seen(1, " , ")).isEqualTo(EDGE);
    }

    @Test
    void trustsAtLeastOneHopOrNone() {
        assertThatThrownBy(() -> new CallerAddress(true, 0)).hasMessageContaining("kol.gateway.edge.hops");
    }

    private static String seen(int hops, String... lines) {
        return new CallerAddress(true, hops).among(List.of(lines), EDGE);
    }
}
