package org.kolsuite.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void theMedianIsTheOneInTheMiddleWhateverTheOrder() {
        assertThat(Samples.of(List.of(9, 1, 5)).median()).isEqualTo(5);
        assertThat(Samples.of(List.of(8, 1, 5, 4)).median()).isEqualTo(4.5);
        assertThat(Samples.of(List.of(7)).median()).isEqualTo(7);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        Samples hundred = Samples.of(IntStream.rangeClosed(1, 100).boxed().toList());

        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.percentile(99.5)).isEqualTo(100);
        assertThat(hundred.percentile(100)).isEqualTo(100);
        assertThat(hundred.percentile(1)).isEqualTo(1);
        assertThat(Samples.of(List.of(3)).percentile(50)).isEqualTo(3);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> Samples.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
