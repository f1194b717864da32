package org.kolsuite.gateway.status;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kolsuite.gateway.surroundings.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StatusTest {
    @Test
    void tellsTheFrontEndWhichPartIsDown() {
        await().untilAsserted(() -> given().get("/status")
                .then()
                .statusCode(200)
                .body("status", equalTo("DEGRADED"))
                .body("parts.name", contains("campaign", "keycloak", "kol-registry", "payment", "reporting"))
                .body("parts.status", contains("DEGRADED", "UP", "UP", "DOWN", "UP"))
                .body("parts.find { it.name == 'campaign' }.causes", contains("kafka"))
                .body("parts.find { it.name == 'payment' }.causes", contains("unreachable")));
    }

    @Test
    void staysReadyWhileAServiceIsDown() {
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'parts' }.data.degraded", equalTo(true))
                .body("checks.find { it.name == 'parts' }.data.payment", equalTo("DOWN"))
                .body("checks.find { it.name == 'parts' }.data.reporting", equalTo("UP")));
    }

    @Test
    void countsCallsForPrometheus() {
        given().get("/session").then().statusCode(401);
        given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests_seconds_count"));
    }
}
