package org.kolsuite.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

/** Clients that ask again, because they heard nothing or because they err. */
@QuarkusTest
@WithTestResource(KolStack.class)
class RetriesTest {
    private static final Map<String, Object> FEE = Finance.fee("Nova Secret", Finance.IBAN, 4_711, "2026-04-01");

    private final Finance team = Finance.team();

    @Test
    void m03_theSameKeyOnAnotherPathOrAccountIsRefusedAndTellsNothingOfTheFirst() {
        // Given
        String key = UUID.randomUUID().toString();
        String id = Finance.post(team.ann, "/api/v1/fees", FEE, key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        Response otherPath = Finance.post(
                team.ann,
                "/api/v1/payees",
                Map.of("name", "Luna", "kolId", UUID.randomUUID().toString()),
                key);
        Response otherAccount = Finance.post(
                team.ann, "/api/v1/fees", Finance.fee("Nova Secret", Finance.OTHER_IBAN, 4_711, "2026-04-01"), key);

        // Then
        for (Response refused : new Response[] {otherPath, otherAccount}) {
            refused.then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
            assertThat(refused.asString() + refused.headers()).doesNotContain(id, "4711", "Nova", "Secret", "/fees/");
        }
        team.get("/api/v1/payees").then().body("total", is(1));
        team.get("/api/v1/fees").then().body("total", is(1));
    }

    @Test
    void m08_aConnectionCutBeforeTheAnswerIsAnsweredAlikeOnTheRetry() throws IOException {
        // Given: a client that is gone before it could read
        String key = UUID.randomUUID().toString();
        String body = """
                {"payee":{"holder":"Nova Secret","account":"%s"},"amount":{"amountMinor":4711,"currency":"EUR"},
                 "dueOn":"2026-04-01"}""".formatted(Finance.IBAN);
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            client.setSoLinger(true, 0);
            client.getOutputStream().write("""
                            POST /api/v1/fees HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            Idempotency-Key: %s\r
                            Content-Type: application/json\r
                            Content-Length: %d\r
                            \r
                            %s""".formatted(team.ann, key, body.getBytes(UTF_8).length, body)
                    .getBytes(UTF_8));
            client.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> team.get("/api/v1/fees").jsonPath().getInt("total") == 1);
        }

        // When
        Response retried =
                Finance.as(team.ann).header("Idempotency-Key", key).body(body).post("/api/v1/fees");

        // Then
        retried.then().statusCode(201);
        team.get("/api/v1/fees").then().body("total", is(1)).body("items[0].id", equalTo(retried.path("id")));
    }
}
