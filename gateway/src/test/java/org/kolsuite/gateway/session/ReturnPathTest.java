package org.kolsuite.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/kols\r\nSet-Cookie: a=b",
                "kols",
                "/ /evil.example",
                "/\t/evil.example"
            })
    void leadsNowhereElse(String asked) {
        assertThat(ReturnPath.of(asked)).isEmpty();
    }

    @Test
    void leadsBackToAPageWithItsFilters() {
        assertThat(ReturnPath.of("/kols?tier=top&topic=%E7%BE%8E#list"))
                .contains("/kols?tier=top&topic=%E7%BE%8E#list");
        assertThat(ReturnPath.of("/kols?topic=美")).contains("/kols?topic=%E7%BE%8E");
        assertThat(ReturnPath.of(null)).contains("/");
    }
}
