package org.kolsuite.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.money.CurrencyMismatch;

class ProblemTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void whatTheSentenceNamesIsSentBesideItForOtherLanguages() {
        // When
        JsonNode problem = json.valueToTree(Problem.of(new CurrencyMismatch("CNY", "USD"), "fee.currency"));

        // Then
        assertThat(problem.path("code").asText()).isEqualTo("CURRENCY_MISMATCH");
        assertThat(json.convertValue(problem.path("values"), Map.class))
                .isEqualTo(Map.of("left", "CNY", "right", "USD"));
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("fee.currency");
    }

    @Test
    void aRefusalThatNamesNothingHasNoValues() {
        assertThat(json.valueToTree(Problem.of(404, "NOT_FOUND", "There is nothing here."))
                        .has("values"))
                .isFalse();
    }
}
