package org.kolsuite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void contendersTakeTurnsAndWarmUpsDoNotCount() throws Exception {
        // Given
        List<String> order = new ArrayList<>();
        Map<String, Rounds.Contender<Integer>> contenders = new LinkedHashMap<>();
        contenders.put("ours", () -> counted(order, "ours"));
        contenders.put("peer", () -> counted(order, "peer"));

        // When
        Map<String, List<Integer>> results = new Rounds(1, 2).run(contenders);

        // Then
        assertThat(order).containsExactly("peer", "ours", "ours", "peer", "peer", "ours");
        assertThat(results).containsExactly(Map.entry("ours", List.of(3, 6)), Map.entry("peer", List.of(4, 5)));
    }

    private static int counted(List<String> order, String name) {
        order.add(name);
        return order.size();
    }
}
