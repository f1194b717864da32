package org.kolsuite.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsAreUuidsOfVersionSevenAndTheirVariant() {
        assertThat(Stream.generate(Ids::next).limit(1_000)).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void idsNeverRepeat() {
        List<UUID> ids = Stream.generate(Ids::next).parallel().limit(100_000).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void theFirstFortyEightBitsAreTheMilliseconds() {
        long before = System.currentTimeMillis();
        long stated = Ids.next().getMostSignificantBits() >>> 16;

        assertThat(stated).isBetween(before, System.currentTimeMillis());
    }
}
