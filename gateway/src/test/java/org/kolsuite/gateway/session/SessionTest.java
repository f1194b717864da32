package org.kolsuite.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.gateway.surroundings.Browser;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;
import org.kolsuite.gateway.surroundings.Users;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SessionTest {
    private static final int NORMAL_LIFESPAN = 300;

    @AfterEach
    void tokensLiveNormally() {
        Tokens.setLifespan(NORMAL_LIFESPAN);
    }

    @Test
    void tellsNobodyThatNobodyIsSignedIn() {
        HttpResponse<String> answer = new Browser().get("/session");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("SIGN_IN_REQUIRED");
    }

    @Test
    void signsInAndComesBackToWhereThePersonWas() {
        // Given
        Browser browser = new Browser();
        // When: the last redirect leads to the page
        HttpResponse<String> toKeycloak = browser.get("/session/login?return=/session%3Ftier%3Dtop");
        HttpResponse<String> withCode = browser.get(location(toKeycloak));
        HttpResponse<String> restored = browser.get(location(withCode));
        HttpResponse<String> back = browser.get(location(restored));
        // Then
        assertThat(location(toKeycloak))
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "response_type=code");
        assertThat(location(back)).isEqualTo("/session?tier=top");
        assertThat(browser.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhoIsSignedInAndNothingOfTokens() {
        HttpResponse<String> answer = Browser.signedInAs("mei").get("/session");
        assertThat(new JsonObject(answer.body()).getMap())
                .containsEntry("subject", "subject-of-mei")
                .containsEntry("name", "Name of mei")
                .containsEntry("roles", List.of("brand-manager"))
                .containsEntry("tenant", Users.LUMEN_BEAUTY)
                .containsEntry("tenantName", "Lumen Beauty")
                .containsEntry("locale", "zh-CN");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("eyJ");
    }

    @Test
    void aKolHasASessionWithoutAnOrganisation() {
        Browser xiaolin = Browser.signedInAs("xiaolin");
        JsonObject session = new JsonObject(xiaolin.get("/session").body());
        assertThat(session.getJsonArray("roles").getList()).isEqualTo(List.of("kol"));
        assertThat(session.getValue("tenant")).isNull();
        assertThat(xiaolin.get("/partner/v1/briefs").statusCode()).isEqualTo(200);
    }

    @Test
    void s22_keepsTokensInCookiesThatNoScriptReads() {
        // When
        Browser mei = Browser.signedInAs("mei");
        // Then
        assertThat(mei.cookieNames()).isNotEmpty().allMatch(name -> name.startsWith("q_session"));
        assertThat(mei.cookiesAsSet())
                .filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(cookie -> cookie.toLowerCase(Locale.ROOT).contains("; httponly"))
                .allMatch(cookie -> cookie.contains("; SameSite=Lax"))
                .allMatch(cookie -> cookie.contains("; Path=/"))
                .noneMatch(cookie -> cookie.contains("Domain="));
        // Encrypted: five parts, and the header says for what
        String cookie = mei.cookieHeader();
        assertThat(cookie).contains("=eyJ").doesNotContain("subject-of-mei");
        assertThat(cookie.substring(cookie.indexOf('=') + 1).split(";")[0].split("\\."))
                .as("a JSON Web Encryption")
                .hasSizeBetween(2, 5);
    }

    @Test
    void s22_aTamperedCookieIsNobodys() {
        Browser mei = Browser.signedInAs("mei");
        String tampered = mei.cookieHeader().replaceFirst("(q_session[^=]*=.{200}).", "$1~");
        assertThat(new Browser()
                        .send("GET", "/api/v1/kols", Map.of("Cookie", tampered))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/%5cevil.example", "/%09/evil.example"})
    void signsNobodyInForAnotherSite(String target) {
        HttpResponse<String> answer = new Browser().get("/session/login?return=" + target);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aRefusedSignInEndsOnTheSignInPage() {
        HttpResponse<String> answer = new Browser().get("/session/callback?error=access_denied&state=x");
        assertThat(location(answer)).isEqualTo("/sign-in?failed=true");
        Browser browser = new Browser();
        HttpResponse<String> denied = browser.get(location(browser.get("/session/login?ui_locales=nobody")));
        assertThat(location(browser.get(location(denied)))).isEqualTo("/sign-in?failed=true");
    }

    @Test
    void s22_signsOutWithoutShowingTheBrowserAToken() {
        // Given
        Browser mei = Browser.signedInAs("mei");
        // When
        HttpResponse<String> answer = mei.post("/session/logout");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"location\":\"/sign-in\"}");
        assertThat(mei.cookieNames()).noneMatch(name -> name.startsWith("q_session"));
        assertThat(mei.get("/session").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() {
        // Given: somebody has copied the cookie, and its access token is about to run out
        Tokens.setLifespan(1);
        Browser mei = Browser.signedInAs("mei");
        Map<String, String> copied = Map.of("Cookie", mei.cookieHeader());
        // When
        mei.post("/session/logout");
        // Then: nobody can refresh it
        await().untilAsserted(() -> assertThat(
                        new Browser().send("GET", "/session", copied).statusCode())
                .isEqualTo(401));
    }

    @Test
    void signingOutTwiceIsNoError() {
        HttpResponse<String> answer = new Browser().post("/session/logout");
        assertThat(new JsonObject(answer.body()).getString("location")).isEqualTo("/sign-in");
    }

    @Test
    void s18_signsOutByPostOnly() {
        Browser mei = Browser.signedInAs("mei");
        HttpResponse<String> answer = mei.get("/session/logout");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(mei.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void s21_refusesCrossSiteRequestsWithASession() {
        Browser mei = Browser.signedInAs("mei");
        for (String path : List.of("/api/v1/kols", "/partner/v1/briefs", "/session/logout")) {
            var foreign = Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");
            assertThat(mei.send("POST", path, foreign).statusCode()).as(path).isEqualTo(403);
            assertThat(mei.send("POST", path, Map.of()).statusCode()).as(path).isEqualTo(403);
        }
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            assertThat(mei.send(method, "/api/v1/kols/7", Map.of("Origin", "null"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(mei.post("/api/v1/kols").statusCode()).isEqualTo(200);
        assertThat(mei.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void refreshesOnceForAllCallsOfAPage() {
        // Given: a session whose access token has almost run out
        Tokens.setLifespan(5);
        Browser mei = Browser.signedInAs("mei");
        Map<String, String> sameCookie = Map.of("Cookie", mei.cookieHeader());
        Tokens.setLifespan(NORMAL_LIFESPAN);
        int before = Tokens.refreshesSoFar();
        // When
        try (var page = Executors.newFixedThreadPool(16)) {
            List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> new Browser().send("GET", "/api/v1/kols", sameCookie), page))
                    .toList();
            // Then: a second refresh would have ended the session
            assertThat(calls).allSatisfy(call -> {
                assertThat(call.join().statusCode()).isEqualTo(200);
                assertThat(call.join().headers().allValues("Set-Cookie")).isNotEmpty();
            });
        }
        assertThat(Tokens.refreshesSoFar() - before).isEqualTo(1);
    }

    @Test
    void goesOnWithTheRefreshedToken() {
        // Given
        Tokens.setLifespan(5);
        Browser mei = Browser.signedInAs("mei");
        // When: each answer brings a new cookie, and the next call uses it
        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(i -> mei.get("/api/v1/kols").statusCode())
                .toList();
        // Then
        assertThat(statuses).containsOnly(200);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer + answer.body()));
    }
}
