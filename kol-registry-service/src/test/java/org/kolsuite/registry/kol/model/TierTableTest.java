package org.kolsuite.registry.kol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.kolsuite.registry.kol.model.TierTable.Tier;

class TierTableTest {
    private static final TierTable DEFAULT = new TierTable(List.of(
            new Tier("koc", 0),
            new Tier("micro", 5_000),
            new Tier("mid", 50_000),
            new Tier("macro", 500_000),
            new Tier("top", 1_000_000)));

    @Property
    void everyFollowerCountHasExactlyTheHighestTierItReaches(@ForAll @LongRange(min = 0) long followers) {
        String tier = DEFAULT.tierOf(followers).orElseThrow();

        assertThat(DEFAULT.tiers().stream()
                        .filter(t -> t.fromFollowers() <= followers)
                        .reduce((lower, higher) -> higher)
                        .orElseThrow()
                        .code())
                .isEqualTo(tier);
    }

    @Test
    void theLowerBoundBelongsToTheTier() {
        assertThat(DEFAULT.tierOf(4_999L)).contains("koc");
        assertThat(DEFAULT.tierOf(5_000L)).contains("micro");
        assertThat(DEFAULT.tierOf(1_000_000L)).contains("top");
    }

    @Test
    void tiersMayBeWrittenInAnyOrder() {
        TierTable table = new TierTable(List.of(new Tier("top", 100), new Tier("koc", 0), new Tier("mid", 10)));

        assertThat(table.tiers()).extracting(Tier::code).containsExactly("koc", "mid", "top");
        assertThat(table.tierOf(10L)).contains("mid");
        assertThat(table.tierOf(-1L)).isEmpty();
    }

    @Test
    void aTableHasATier() {
        assertThatThrownBy(() -> new TierTable(List.of())).isInstanceOf(TierTableNotAscending.class);
    }

    @Test
    void unknownFollowersHaveNoTier() {
        assertThat(DEFAULT.tierOf(null)).isEmpty();
    }

    @Test
    void refusesTablesWithAHoleAtTheBottomOrTwoTiersAtOneBound() {
        assertThatThrownBy(() -> new TierTable(List.of(new Tier("micro", 10))))
                .isInstanceOf(TierTableNotAscending.class);
        assertThatThrownBy(() -> new TierTable(List.of(new Tier("a", 0), new Tier("b", 0))))
                .isInstanceOf(TierTableNotAscending.class);
        assertThatThrownBy(() -> new TierTable(List.of(new Tier("a", 0), new Tier("a", 5))))
                .isInstanceOf(TierTableNotAscending.class);
    }
}
