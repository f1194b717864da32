package org.kolsuite.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

@QuarkusTest
@TestProfile(RateLimitTest.Narrow.class)
@QuarkusTestResource(Surroundings.class)
class RateLimitTest {
    /** Five calls per subject, ten per address. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kol.gateway.limits.subject.requests", "5",
                    "kol.gateway.limits.subject.window", "PT10M",
                    "kol.gateway.limits.address.requests", "10",
                    "kol.gateway.limits.address.window", "PT10M");
        }
    }

    private static final AtomicInteger CALLS = new AtomicInteger();

    @Test
    void s17_s5_refusesTheSixthCallOfASubjectThenTheEleventhOfAnAddress() {
        // Given
        String token = Tokens.good();
        // When, Then: five calls are fine, and say how many are left
        for (int left = 4; left >= 0; left--) {
            Response answer = call(token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).startsWith("\"subject\";r=" + left + ";t=");
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"subject\";q=5;w=600");
        }
        Response refused = call(token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 120);
        // Another subject from the same address has its own five, until the address has had its ten
        String other = Tokens.sign(Tokens.claims().put("sub", "somebody-else"));
        for (int i = 0; i < 4; i++) {
            assertThat(call(other).statusCode()).isEqualTo(200);
        }
        Response floodgate = call(other);
        assertThat(floodgate.statusCode()).isEqualTo(429);
        assertThat(floodgate.header("RateLimit")).startsWith("\"address\";r=0");
        // And health is never counted
        given().get("/q/health/live").then().statusCode(200);
    }

    /** Each call claims to come from elsewhere; nobody stands before the gateway who could know. */
    private static Response call(String token) {
        return given().auth()
                .oauth2(token)
                .header("X-Forwarded-For", "192.0.2." + CALLS.incrementAndGet())
                .get("/api/v1/kols");
    }
}
