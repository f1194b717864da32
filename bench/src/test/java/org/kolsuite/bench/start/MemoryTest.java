package org.kolsuite.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void whatAProcessHoldsIsItsProportionalSetInMegabytes() {
        assertThat(Memory.pss(List.of(
                        "55d0c0000000-7ffd00000000 ---p 00000000 00:00 0    [rollup]",
                        "Rss:              409600 kB",
                        "Pss:              204800 kB",
                        "Pss_Dirty:        102400 kB")))
                .hasValue(200);
    }

    @Test
    void aSystemThatTellsNothingHasNoFigure() {
        assertThat(Memory.pss(List.of("Rss: 1 kB"))).isEmpty();
    }
}
