package org.kolsuite.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;

class TableTest {
    @Test
    void aLineHasTheFigureItsPeerTheRatioTheGoalAndWhetherItIsMet() {
        // Given
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put(
                "reads", List.of(Figure.against("session", 1234, "req/s", "nginx", 2000, new Goal.AtLeastTimes(0.7))));
        figures.put("start", List.of(Figure.alone("memory", 12.345, "MB", new Goal.None())));

        // Then
        assertThat(new Table(figures).toString()).isEqualTo("""
                | row   | figure  | measured    | peer  | its figure  | ratio | goal            | met |
                |-------|---------|-------------|-------|-------------|-------|-----------------|-----|
                | reads | session | 1,234 req/s | nginx | 2,000 req/s | 0.62  | at least 0.70 x | NO  |
                | start | memory  | 12.3 MB     |       |             |       |                 |     |
                """);
    }
}
