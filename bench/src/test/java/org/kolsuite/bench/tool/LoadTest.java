package org.kolsuite.bench.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void aCallThatWasAnsweredInTimeCountsAsItIs() {
        CallLog log = CallLog.read(List.of("1000000\t200\t50", "2500000\t200\t4000"));

        assertThat(log.sinceDue(10)).containsExactly(4.0);
    }

    @Test
    void callsThatWereDueDuringALongAnswerCountFromWhenTheyWereDue() {
        CallLog log = CallLog.read(List.of("1000000\t200\t50", "2500000\t204\t25000"));

        assertThat(log.sinceDue(10)).containsExactly(25.0, 15.0, 5.0);
    }

    @Test
    void aCallThatWasRefusedMakesTheRunWorthless() {
        assertThatThrownBy(() -> CallLog.read(List.of("1000000\t503\t50"))).hasMessageContaining("503");
        assertThatThrownBy(() -> Load.throughput(said(90, 10, 0))).hasMessageContaining("not every call");
        assertThatThrownBy(() -> Load.throughput(said(100, 0, 1))).hasMessageContaining("not every call");
    }

    @Test
    void theThroughputIsWhatTheToolSays() {
        assertThat(Load.throughput(said(100, 0, 0))).isEqualTo(1234.5);
    }

    private static String said(int well, int refused, int timeouts) {
        return """
                finished in 10.01s, 1234.50 req/s, 1.20MB/s
                requests: 100 total, 100 started, 100 done, 100 succeeded, 0 failed, 0 errored, %d timeout
                status codes: %d 2xx, 0 3xx, %d 4xx, 0 5xx
                """.formatted(timeouts, well, refused);
    }
}
