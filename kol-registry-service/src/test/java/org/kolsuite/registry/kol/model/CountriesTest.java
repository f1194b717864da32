package org.kolsuite.registry.kol.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Countries as people and exports write them. */
class CountriesTest {

    @Test
    void aCountryIsReadByNameOrCodeInBothLanguages() {
        assertThat(List.of("China", "中国", "CN", "中国大陆"))
                .allSatisfy(text -> assertThat(Countries.code(text)).contains("CN"));
        assertThat(Countries.code("Atlantis")).isEmpty();
    }

    @Test
    void aColumnIsOfCountriesWhenFourOfFiveFilledCellsAre() {
        assertThat(Countries.mostly(List.of("CN", "US", "", "DE", "FR", "Atlantis")))
                .isTrue();
        assertThat(Countries.mostly(List.of("CN", "US", "DE", "Atlantis"))).isFalse();
        assertThat(Countries.mostly(List.of("", " "))).isFalse();
        assertThat(Countries.mostly(List.of("Atlantis", "Lemuria"))).isFalse();
    }
}
