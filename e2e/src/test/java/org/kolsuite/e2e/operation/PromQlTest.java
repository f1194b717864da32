package org.kolsuite.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {
    @Test
    void seesMetricsAndNeitherFunctionsNorLabels() {
        assertThat(PromQl.metrics("""
                sum by (job) (rate(requests_total{status=~"5..", uri!="a_b"}[5m])) / max(up) > 0.01
                and on (job, pod) min_over_time(max by (job) (age_seconds)[10m:1m]) unless on (job) waiting == 0""")).containsExactly("age_seconds", "requests_total", "up", "waiting");
    }
}
