package org.kolsuite.reporting.imports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.reporting.imports.model.LineProblem.Severity;

class ImportsModelTest {
    private static final Map<String, String> MAPPING = Map.of("views", "播放量");

    @Test
    void aLineWithTwoErrorsIsOneErrorLineAndEveryWarningCounts() {
        Part<String> part = new Part<>(
                9,
                List.of(),
                List.of(
                        problem(2, Severity.ERROR),
                        problem(2, Severity.ERROR),
                        problem(3, Severity.ERROR),
                        problem(4, Severity.WARNING),
                        problem(4, Severity.WARNING),
                        problem(5, Severity.WARNING),
                        problem(6, Severity.WARNING)));

        assertThat(part.errorLines()).isEqualTo(2);
        assertThat(part.warnings()).isEqualTo(4);
        assertThat(Judgement.NOTHING_READ.plus(Judgement.of(part)).plus(Judgement.of(part)))
                .isEqualTo(new Judgement(18, 4, 8));
    }

    @Test
    void aProblemShowsNoCharacterThatAScreenCanNot() {
        LineProblem problem =
                new LineProblem(2, 1, "views\u0000", Severity.ERROR, "NOT_A_NUMBER", "1\u0007\n2", "no number");

        assertThat(problem.header()).isEqualTo("views ");
        assertThat(problem.value()).isEqualTo("1  2");
    }

    @Test
    void aTemplateHasANameOfUpTo80Characters() {
        assertThat(new SavedTemplate("每周".repeat(40), MAPPING).name()).hasSize(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "week\u0000ly", "two\nlines"})
    void aTemplateWithoutANameThatCanBeReadIsRefused(String name) {
        assertThatThrownBy(() -> new SavedTemplate(name, MAPPING))
                .isInstanceOfSatisfying(
                        BadOption.class, refusal -> assertThat(refusal.field()).isEqualTo("name"));
    }

    @Test
    void aTemplatesNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> new SavedTemplate("x".repeat(81), MAPPING)).isInstanceOf(BadOption.class);
    }

    @Test
    void aTemplateMapsOneToFiftyFields() {
        assertThat(new SavedTemplate("weekly", fields(50)).mapping()).hasSize(50);
        for (int wrong : List.of(0, 51)) {
            assertThatThrownBy(() -> new SavedTemplate("weekly", fields(wrong)))
                    .isInstanceOfSatisfying(
                            BadOption.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("mapping"));
        }
    }

    @Test
    void anImportIsFoundUnderWhatItBrings() {
        UUID id = UUID.fromString("00000000-0000-7000-8000-000000000001");

        assertThat(ImportKind.ORDERS.path(id)).isEqualTo("/api/v1/orders/imports/" + id);
        assertThat(ImportKind.METRICS.path(id)).isEqualTo("/api/v1/metrics/imports/" + id);
    }

    private static Map<String, String> fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "field" + i)
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private static LineProblem problem(long line, Severity severity) {
        return new LineProblem(line, 1, "views", severity, "NOT_A_NUMBER", "many", "no number");
    }
}
