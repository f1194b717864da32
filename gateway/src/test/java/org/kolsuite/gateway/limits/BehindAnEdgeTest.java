package org.kolsuite.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

/** Behind an edge that appends to what the caller sent; three calls per address. */
@QuarkusTest
@TestProfile(BehindAnEdgeTest.Edge.class)
@QuarkusTestResource(Surroundings.class)
class BehindAnEdgeTest {
    public static class Edge implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true",
                    "kol.gateway.limits.address.requests", "3",
                    "kol.gateway.limits.address.window", "PT10M");
        }
    }

    @Test
    void s5_s17_whoeverForgesItsAddressIsCountedUnderTheOneThatTheEdgeSaw() {
        for (int call = 1; call <= 3; call++) {
            assertThat(from("192.0.2." + call + ", 203.0.113.7").statusCode()).isEqualTo(200);
        }
        Response refused = from("192.0.2.4, 203.0.113.7");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("RateLimit")).startsWith("\"address\";r=0");
        // Who is named by others is not counted for them
        assertThat(from("203.0.113.7, 203.0.113.8").statusCode()).isEqualTo(200);
    }

    @Test
    void s5_theServiceHearsTheAddressThatTheEdgeSaw() {
        from("192.0.2.1, 203.0.113.9").then().body("headers.'x-forwarded-for'", equalTo("203.0.113.9"));
    }

    @Test
    void s5_aForgedHostIsNotBelievedBehindAnEdgeEither() {
        given().auth()
                .oauth2(Tokens.good())
                .header("Host", "kol.example")
                .header("X-Forwarded-For", "203.0.113.10")
                .header("X-Forwarded-Host", "evil.example")
                .get("/api/v1/kols")
                .then()
                .statusCode(200)
                .body("headers.'x-forwarded-host'", equalTo("kol.example"));
    }

    private static Response from(String addresses) {
        String somebody =
                Tokens.sign(Tokens.claims().put("sub", UUID.randomUUID().toString()));
        return given().auth()
                .oauth2(somebody)
                .header("X-Forwarded-For", addresses)
                .get("/api/v1/kols");
    }
}
