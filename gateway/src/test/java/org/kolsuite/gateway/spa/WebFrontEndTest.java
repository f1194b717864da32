package org.kolsuite.gateway.spa;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.gateway.surroundings.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WebFrontEndTest {
    private static final Pattern NONCE = Pattern.compile("name=\"csp-nonce\" content=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/kols", "/campaigns/7/board?tab=history", "/sign-in", "/tasks"})
    void servesThePageAtEveryAddressOfTheFrontEnd(String address) {
        given().accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-cache")
                .body(containsString("<div id=\"root\">"));
    }

    @Test
    void givesEveryAnswerItsOwnNonce() {
        Response first = given().get("/");
        Response second = given().get("/");
        assertThat(nonceIn(first)).isNotEqualTo(nonceIn(second)).hasSizeGreaterThan(20);
        assertThat(first.header("Content-Security-Policy")).contains("'nonce-" + nonceIn(first) + "'");
    }

    @Test
    void s23_letsNoInlineScriptRunAndNothingLoadFromElsewhere() {
        String policy = given().get("/").header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
                .contains("base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*")
                .doesNotContainPattern("script-src[^;]*unsafe")
                .doesNotContainPattern("style-src [^;]*unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets/main-1a2b3c4d.js",
                "/mark.svg",
                "/session",
                "/api/v1/kols",
                "/nothing.png",
                "/q/health"
            })
    void guardsEveryAnswer(String address) {
        Response answer = given().get(address);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Server")).isNull();
    }

    @Test
    void letsBrowsersKeepWhatNeverChangesAndAskForTheRest() {
        given().get("/assets/main-1a2b3c4d.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(containsString("javascript"));
        given().get("/mark.svg").then().statusCode(200).header("Cache-Control", "no-cache");
    }

    @Test
    void aMissingFileIsNoPage() {
        given().get("/assets/gone-00000000.js")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store");
        given().get("/q/nothing").then().statusCode(404);
    }

    @Test
    void s18_aPageIsOnlyRead() {
        given().post("/kols")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
        given().head("/kols").then().statusCode(200);
    }

    private static String nonceIn(Response page) {
        Matcher matcher = NONCE.matcher(page.asString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
