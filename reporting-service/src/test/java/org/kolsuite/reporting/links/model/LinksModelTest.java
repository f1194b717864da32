package org.kolsuite.reporting.links.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.reporting.links.model.ClickPolicy.Kind;

class LinksModelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50",
                "Mozilla/5.0 (Linux; Android 14; 22081212C) AppleWebKit/537.36 Chrome/124.0 Mobile Safari/537.36"
                        + " XiaoHongShu/8.40",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
            })
    void browsersAndAppsArePeople(String userAgent) {
        assertThat(ClickPolicy.classify("GET", userAgent, null)).isEqualTo(Kind.PERSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
                "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider)",
                "facebookexternalhit/1.1",
                "curl/8.5.0",
                "python-requests/2.32",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                " "
            })
    void programsThatSaySoAreBots(String userAgent) {
        assertThat(ClickPolicy.classify("GET", userAgent, null)).isEqualTo(Kind.BOT);
    }

    @Test
    void aRequestWithoutAUserAgentIsABot() {
        assertThat(ClickPolicy.classify("GET", null, null)).isEqualTo(Kind.BOT);
    }

    @Test
    void headAndPrefetchAreCountedApart() {
        assertThat(ClickPolicy.classify("HEAD", "Mozilla/5.0 Firefox/140.0", null))
                .isEqualTo(Kind.HEAD);
        assertThat(ClickPolicy.classify("GET", "Mozilla/5.0 Firefox/140.0", "prefetch;anonymous-client-ip"))
                .isEqualTo(Kind.PREFETCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/p/1?x=%E8%8C%B6", "http://shop.example", " HTTPS://shop.example/a "})
    void linksMayLeadToTheWeb(String target) {
        assertThat(LinkTarget.parse(target)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,hi",
                "//shop.example/p",
                "/p/1",
                "https:///p",
                "https://user@shop.example/",
                "https://shop.example/a b",
                "https://shop.example/\r\nSet-Cookie: x=1",
                ""
            })
    void linksLeadNowhereElse(String target) {
        assertThat(LinkTarget.parse(target)).isEmpty();
    }
}
