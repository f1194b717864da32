package org.kolsuite.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.gateway.surroundings.Surroundings;

/** Behind an ingress that ends TLS and says so; only there are such headers believed. */
@QuarkusTest
@TestProfile(BehindTlsTest.Ingress.class)
@QuarkusTestResource(Surroundings.class)
class BehindTlsTest {
    /** It says how it was called; by which name, the caller's own Host says. */
    public static class Ingress implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true");
        }
    }

    @Test
    void s22_s5_cookiesAreSecureAndTheWayBackIsToo() {
        Response answer = overTls().get("/session/login");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("redirect_uri=https%3A%2F%2Fkol.example%2Fsession%2Fcallback");
        assertThat(answer.headers().getValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=");
    }

    @Test
    void s21_s5_knowsItsOwnPagesByTheNameThatTheBrowserUses() {
        assertThat(overTls()
                        .header("Origin", "https://kol.example")
                        .post("/session/logout")
                        .statusCode())
                .isEqualTo(200);
        assertThat(overTls()
                        .header("Origin", "http://kol.example")
                        .post("/session/logout")
                        .statusCode())
                .isEqualTo(403);
    }

    private static RequestSpecification overTls() {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Host", "kol.example");
    }
}
