package org.kolsuite.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

/** Many at once: of one organisation, and before one service. */
@QuarkusTest
@TestProfile(CrowdTest.Narrow.class)
@QuarkusTestResource(Surroundings.class)
class CrowdTest {
    /** Four calls per organisation; two that wait for a service, and long enough for the others to come. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kol.gateway.limits.tenant.requests", "4",
                    "kol.gateway.limits.tenant.window", "PT10M",
                    "kol.gateway.calls.at-once", "2",
                    "kol.gateway.calls.answer-timeout", "PT8S");
        }
    }

    @Test
    void s17_refusesTheFifthCallOfAnOrganisationWhoeverMakesIt() {
        // Given
        String tenant = UUID.randomUUID().toString();
        for (int person = 0; person < 4; person++) {
            call(memberOf(tenant, "person " + person))
                    .then()
                    .statusCode(200)
                    .header("RateLimit", startsWith("\"subject\""));
        }
        // Then
        call(memberOf(tenant, "somebody else"))
                .then()
                .statusCode(429)
                .header("RateLimit", startsWith("\"tenant\";r=0"))
                .header("Retry-After", Integer::parseInt, greaterThan(0));
        call(memberOf(UUID.randomUUID().toString(), "a stranger")).then().statusCode(200);
    }

    @Test
    @Timeout(60)
    void whoComesWhenTooManyWaitIsToldToComeBackAndTheOthersAreAnswered() {
        // When: many ask a service that is silent
        String token = Tokens.good();
        List<Response> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> asked = Stream.generate(() -> threads.submit(() -> never(token)))
                    .limit(8)
                    .toList();
            given().auth().oauth2(token).get("/api/v1/campaigns").then().statusCode(200);
            answers = asked.stream().map(CrowdTest::join).toList();
        }

        // Then: two were waited for, the others were told at once
        assertThat(answers)
                .allSatisfy(answer -> answer.then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue()));
        assertThat(answers)
                .filteredOn(answer -> answer.jsonPath().getString("detail").contains("too much to do"))
                .hasSize(6)
                .allSatisfy(answer -> answer.then().header("Retry-After", equalTo("2")));
        await().untilAsserted(() -> assertThat(call(token).statusCode()).isEqualTo(200));
    }

    @Test
    void s19_aServiceThatIsGoingIsAProblemThatSaysWhenToComeBack() {
        given().auth()
                .oauth2(Tokens.good())
                .get("/api/v1/campaigns/going")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("TEMPORARILY_UNAVAILABLE"))
                .body("instance", equalTo("/api/v1/campaigns/going"))
                .body("detail", containsString("not ready"))
                .header("Retry-After", equalTo("2"));
    }

    @Test
    void s19_aServiceThatFailsWithAPageOfItsOwnIsAProblemThatTellsNothingOfIt() {
        given().auth()
                .oauth2(Tokens.good())
                .get("/api/v1/campaigns/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("INTERNAL_ERROR"))
                .body(not(containsString("IllegalStateException")));
        given().auth()
                .oauth2(Tokens.good())
                .head("/api/v1/campaigns/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json");
    }

    private static Response join(Future<Response> asked) {
        try {
            return asked.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("no answer", failed);
        }
    }

    private static Response never(String token) {
        return given().auth().oauth2(token).get("/api/v1/kols/never");
    }

    private static String memberOf(String tenant, String subject) {
        return Tokens.sign(Tokens.claims().put("sub", subject).put("tenant", tenant));
    }

    private static Response call(String token) {
        return given().auth().oauth2(token).get("/api/v1/kols");
    }
}
