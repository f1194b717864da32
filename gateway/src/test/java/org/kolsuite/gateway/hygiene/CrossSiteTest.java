package org.kolsuite.gateway.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {
    private static final String OWN = "https://kol.example";

    @ParameterizedTest
    @CsvSource({
        "GET,,,false",
        "GET,https://evil.example,cross-site,false",
        "POST,https://kol.example,same-origin,false",
        "POST,https://kol.example,,false",
        "POST,,same-origin,false",
        "POST,,,true",
        "POST,null,,true",
        "POST,https://evil.example,,true",
        "POST,https://kol.example.evil.example,,true",
        "POST,http://kol.example,,true",
        "POST,https://kol.example,cross-site,true",
        "POST,https://kol.example,same-site,true",
        "POST,,none,true",
        "PUT,https://evil.example,,true",
        "PATCH,https://evil.example,,true",
        "DELETE,https://evil.example,,true"
    })
    void s21_refusesWhatAnotherSiteMadeTheBrowserSend(
            String method, @Nullable String origin, @Nullable String fetchSite, boolean refused) {
        assertThat(CrossSite.refuses(method, origin, fetchSite, OWN)).isEqualTo(refused);
    }
}
