package org.kolsuite.bench.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkTest {
    @Test
    void aRunIsItsAnswersAndItsSeconds() {
        Wrk.Run run = Wrk.read("  3000 requests in 6.00s, 2.1MB read\nRequests/sec: 500.0\n");

        assertThat(run).isEqualTo(new Wrk.Run(3000, 6));
        assertThat(run.perSecond()).isEqualTo(500);
        assertThat(Wrk.read("  30 requests in 1.50m, 2.1MB read").seconds()).isEqualTo(90);
    }

    @Test
    void aRunWithARefusalIsWorthless() {
        assertThatThrownBy(() -> Wrk.read("  10 requests in 6.00s, 2MB read\n  Non-2xx or 3xx responses: 1\n"))
                .hasMessageContaining("not every call");
        assertThatThrownBy(() -> Wrk.read(
                        "  10 requests in 6.00s, 2MB read\n  Socket errors: connect 0, read 0, write 0, timeout 3\n"))
                .hasMessageContaining("not every call");
    }

    @Test
    void whatPgbenchCommitsIsItsRateWithoutConnecting() {
        assertThat(PgBench.read("""
                number of transactions actually processed: 1200
                number of failed transactions: 0 (0.000%)
                tps = 200.5 (without initial connection time)
                """)).isEqualTo(200.5);
        assertThatThrownBy(() -> PgBench.read("""
                number of transactions actually processed: 1200
                number of failed transactions: 2 (0.167%)
                tps = 200.5 (without initial connection time)
                """)).hasMessageContaining("failed");
    }
}
