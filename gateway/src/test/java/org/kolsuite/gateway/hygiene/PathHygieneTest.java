package org.kolsuite.gateway.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.gateway.surroundings.RawHttp;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PathHygieneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/kols;x=1",
                "/api/v1/kols;x",
                "/api;/v1/kols",
                "/api/v1/kols%3bx",
                "/api/v1/kols%3Bx",
                "/api%2fv1/kols",
                "/api%2Fv1/kols",
                "/api/v1/kols%5c7",
                "/api/v1/kols%5C7",
                "//api/v1/kols",
                "/api//v1/kols",
                "/api/v1/kols//",
                "/api/v1/../v1/kols",
                "/api/v1/kols/..",
                "/./api/v1/kols",
                "/api/v1/kols/%2e%2e/fees",
                "/api/v1/kols/%2E%2E/fees",
                "/api/v1/kols/.%2e/fees",
                "/api/v1/kols%252f7",
                "/api/v1/kols%00",
                "/api/v1/kols%0d%0aX-User:%20ada",
                "/partner/v1/briefs;x",
                "/t/abc;x",
                "/session;x",
                "/q/health;x",
                "/index.html;x",
                "/assets/..%2f..%2fapplication.properties",
                "http://localhost/api/v1/kols"
            })
    void s20_refusesEveryPathThatCanBeReadInTwoWays(String target) {
        // When: somebody who may come in asks for it
        String answer = RawHttp.get(target, "Authorization: Bearer " + Tokens.good());
        // Then
        assertThat(RawHttp.statusOf(answer)).isEqualTo(400);
        assertThat(answer)
                .contains("application/problem+json", "AMBIGUOUS_REQUEST")
                .doesNotContain("\"service\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/kols\\7", "/api/v1/kols%zz", "/api/v1/kols%", "kols", "*"})
    void s20_refusesWhatIsNoPathAtAll(String target) {
        String answer = RawHttp.get(target, "Authorization: Bearer " + Tokens.good());
        assertThat(RawHttp.statusOf(answer)).isIn(400, 404);
        assertThat(answer).doesNotContain("\"service\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/kols;x", "/api/v1/kols%3bx", "/q/metrics;x", "/session;jsessionid=1"})
    void s20_refusesTheMatrixParameterBypassBeforeAskingWhoItIs(String target) {
        // When: nobody is signed in
        String answer = RawHttp.get(target);
        // Then: not 401, and certainly no way past it
        assertThat(RawHttp.statusOf(answer)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/kols?handle=a;b&next=%2Fx//..%5c",
                "/api/v1/kols/%E7%BE%8E%E5%A6%86",
                "/api/v1/kols/a.b..c",
                "/api/v1/kols/7:search"
            })
    void passesPathsThatAreMerelyUnusual(String target) {
        String answer = RawHttp.get(target, "Authorization: Bearer " + Tokens.good());
        assertThat(RawHttp.statusOf(answer)).isEqualTo(200);
        assertThat(answer).contains(target);
    }

    @Test
    void s14_refusesContentLengthTogetherWithTransferEncodingAndCloses() {
        // When: a second request hides behind the first
        String answer = RawHttp.exchange("""
                POST /api/v1/kols HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Length: 6
                Transfer-Encoding: chunked

                0

                GET /api/v1/fees HTTP/1.1
                Host: localhost

                """.formatted(Tokens.good()));
        // Then: one answer, and the end of the connection (the exchange reads until then)
        assertThat(RawHttp.statusOf(answer)).isEqualTo(400);
        assertThat(answer.split("HTTP/1.1 ")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\nContent-Length: 6",
                "Transfer-Encoding: xchunked\nContent-Length: 3",
                "Content-Length: +5",
                "Content-Length: -1"
            })
    void s14_refusesUnclearLengths(String lengths) {
        String answer = RawHttp.exchange("POST /api/v1/kols HTTP/1.1\nHost: localhost\n" + lengths + "\n\nabcde");
        assertThat(RawHttp.statusOf(answer)).isEqualTo(400);
    }

    @Test
    void refusesTwoHostsAndTwoAuthorizations() {
        assertThat(RawHttp.statusOf(RawHttp.get("/api/v1/kols", "Host: other.example")))
                .isEqualTo(400);
        assertThat(RawHttp.statusOf(RawHttp.get("/api/v1/kols", "Authorization: Bearer a", "Authorization: Bearer b")))
                .isEqualTo(400);
    }

    @Test
    void s18_refusesMethodsThatAreNotUsedHere() {
        String answer = RawHttp.exchange("TRACE /api/v1/kols HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        assertThat(RawHttp.statusOf(answer)).isEqualTo(405);
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("allow: get");
    }

    @Test
    void refusesHeadersBeyondAnyMeasure() {
        String answer = RawHttp.get("/api/v1/kols", "X-Long: " + "x".repeat(40_000));
        assertThat(RawHttp.statusOf(answer)).isEqualTo(431);
    }
}
