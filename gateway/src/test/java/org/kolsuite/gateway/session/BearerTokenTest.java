package org.kolsuite.gateway.session;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.gateway.surroundings.Browser;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BearerTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/campaigns", "/partner/v1/briefs", "/api/v1/unknown", "/api", "/partner/v1"})
    void refusesNobodyWithAProblemAndNeverARedirect(String path) {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .when()
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("SIGN_IN_REQUIRED"));
    }

    @Test
    void letsAGoodTokenThroughOnBothDoors() {
        String token = Tokens.good();
        for (String path : new String[] {"/api/v1/briefs", "/partner/v1/briefs"}) {
            given().auth()
                    .oauth2(token)
                    .when()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("headers.authorization", equalTo("Bearer " + token));
        }
    }

    @Test
    void s6_refusesUnsigned() {
        refused(Tokens.unsigned(Tokens.claims()));
    }

    @Test
    void s6_refusesWrongAudience() {
        refused(Tokens.sign(Tokens.claims().put("aud", "account")));
        refused(Tokens.sign(
                Tokens.claims().put("aud", new JsonArray().add("account").add("web"))));
    }

    @Test
    void s6_refusesWrongIssuer() {
        refused(Tokens.sign(Tokens.claims().put("iss", "https://evil.example/realms/kol")));
    }

    @Test
    void s6_refusesExpired() {
        refused(Tokens.sign(Tokens.claims().put("exp", Tokens.claims().getLong("iat") - 1)));
    }

    @Test
    void refusesATokenFromItsEndOnThoughItWasGoodBefore() {
        // Given
        String token = Tokens.sign(Tokens.claims().put("exp", Tokens.claims().getLong("iat") + 3));
        given().auth().oauth2(token).when().get("/api/v1/campaigns").then().statusCode(200);

        // Then
        await().untilAsserted(() -> refused(token));
    }

    @Test
    void refusesAForgedTokenWithTheClaimsOfOneThatWasGood() {
        // Given
        JsonObject claims = Tokens.claims();
        given().auth()
                .oauth2(Tokens.sign(claims))
                .when()
                .get("/api/v1/campaigns")
                .then()
                .statusCode(200);

        // Then
        refused(Tokens.signByStranger(claims));
    }

    @Test
    void s6_refusesStrangersSignature() {
        refused(Tokens.signByStranger(Tokens.claims()));
    }

    @Test
    void s7_refusesIdTokenAsAccessToken() {
        refused(Tokens.sign(Tokens.claims().put("typ", "ID").put("aud", "web")));
        // And one whose audience fits, as a careless client might have arranged
        refused(Tokens.sign(Tokens.claims().put("typ", "ID")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic bWVpOnNlY3JldA==", "Bearer", "Bearer not.a.token", "Negotiate x"})
    void refusesEveryOtherAuthorization(String authorization) {
        given().header("Authorization", authorization)
                .when()
                .get("/api/v1/campaigns")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aBadTokenIsNotHelpedByAGoodSession() {
        // Given
        Browser mei = Browser.signedInAs("mei");
        // When, Then
        given().header("Cookie", mei.cookieHeader())
                .auth()
                .oauth2(Tokens.signByStranger(Tokens.claims()))
                .when()
                .get("/api/v1/campaigns")
                .then()
                .statusCode(401);
    }

    private static void refused(String token) {
        given().auth()
                .oauth2(token)
                .when()
                .get("/api/v1/campaigns")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("code", equalTo("SIGN_IN_REQUIRED"));
    }
}
