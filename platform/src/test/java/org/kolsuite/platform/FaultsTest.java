package org.kolsuite.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.testing.OwnStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

/** A part is down, or silent, or dies in the middle: what callers are told is what is so. */
@QuarkusTest
@WithTestResource(OwnStack.class)
@Timeout(180)
class FaultsTest {
    private static final String MEI = Tokens.member("mei", "brand-manager");

    /** One intention, and what its sender was told. */
    private record Sent(String key, String text, Response answer, Duration took) {}

    @Test
    void e11_aSilentPostgresIs503InTimeAndThePoolRecovers() {
        // Given
        send("before").answer().then().statusCode(201);
        OwnStack.freezePostgres();

        // When
        List<Sent> unanswered;
        try {
            unanswered = sendAtOnce(40, "while frozen");
        } finally {
            OwnStack.thawPostgres();
        }

        // Then
        assertThat(unanswered).allSatisfy(sent -> {
            assertThatItIsUnavailable(sent.answer());
            assertThat(sent.took()).isLessThan(Duration.ofSeconds(10));
        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().auth().oauth2(MEI).get("/api/v1/notes").then().statusCode(200));
        assertThat(texts())
                .doesNotContainAnyElementsOf(unanswered.stream().map(Sent::text).toList());
        assertThat(sendAtOnce(40, "after the thaw"))
                .allSatisfy(sent -> assertThat(sent.answer().statusCode()).isEqualTo(201));
        for (Sent sent : unanswered) {
            post(sent.key(), sent.text()).then().statusCode(201);
        }
        assertThat(texts())
                .containsOnlyOnceElementsOf(unanswered.stream().map(Sent::text).toList());
    }

    @Test
    void aPostgresThatIsDownIs503WithinTwoSeconds() {
        // Given
        OwnStack.killPostgres();

        // When
        List<Sent> sent;
        try {
            sent = sendAtOnce(20, "while down");
        } finally {
            OwnStack.restartPostgres();
        }

        // Then
        assertThat(sent).allSatisfy(one -> {
            assertThatItIsUnavailable(one.answer());
            assertThat(one.took()).isLessThan(Duration.ofSeconds(2));
        });
        awaitPostgres();
    }

    @Test
    void e10_postgresKilledDuringCommitsStoredWhatItsClientsWereTold() throws Exception {
        // Given: writers that go on while PostgreSQL dies
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<Sent>> writers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 300; i++) {
                String text = "commit " + i;
                writers.add(CompletableFuture.supplyAsync(() -> send(text), pool)
                        .whenComplete((sent, failure) -> answered.incrementAndGet()));
            }
            // When
            await().atMost(Duration.ofSeconds(60)).until(() -> answered.get() >= 60);
            OwnStack.killPostgres();
        }
        OwnStack.restartPostgres();
        awaitPostgres();

        // Then
        List<Sent> all = writers.stream().map(CompletableFuture::join).toList();
        assertThat(all).extracting(sent -> sent.answer().statusCode()).containsOnly(201, 503);
        List<String> stored = texts();
        List<String> confirmed = all.stream()
                .filter(sent -> sent.answer().statusCode() == 201)
                .map(Sent::text)
                .toList();
        assertThat(stored).containsAll(confirmed);
        for (Sent sent : all) {
            Response again = post(sent.key(), sent.text());
            again.then().statusCode(201);
            if (sent.answer().statusCode() == 201) {
                assertThat(again.jsonPath().getString("id"))
                        .isEqualTo(sent.answer().jsonPath().getString("id"));
            }
        }
        assertThat(texts())
                .containsOnlyOnceElementsOf(all.stream().map(Sent::text).toList());
    }

    @Test
    void e04_withoutABrokerCommandsSucceedReadinessSaysDegradedAndTheBacklogDrainsInOrder() {
        // Given
        String location = send("told in order").answer().header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        OwnStack.killKafka();

        // When
        List<String> told = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                String text = "change " + i;
                given().auth()
                        .oauth2(MEI)
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"" + i + "\"")
                        .body(body(text))
                        .put(location)
                        .then()
                        .statusCode(200);
                told.add(text);
            }
            awaitEvents("degraded");
        } finally {
            OwnStack.restartKafka();
        }

        // Then
        awaitEvents("flowing");
        assertThat(TestKafka.everythingOn(Topics.KOL_EVENTS).stream()
                        .filter(message ->
                                id.equals(message.key()) && message.type().equals("KolLinked"))
                        .map(message -> message.as(KolLinked.class).subject())
                        .distinct())
                .containsExactlyElementsOf(told);
    }

    @Test
    void e04_withoutABrokerReadinessSaysDegradedAlsoWhenThereIsNothingToPublish() {
        awaitEvents("flowing");
        OwnStack.killKafka();
        try {
            awaitEvents("degraded");
        } finally {
            OwnStack.restartKafka();
        }
        awaitEvents("flowing");
    }

    /** Readiness is UP all the while, because commands succeed; its check of events says how they go. */
    static void awaitEvents(String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'events' }.status", equalTo("UP"))
                        .body("checks.find { it.name == 'events' }.data.state", equalTo(state)));
    }

    private static void assertThatItIsUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("TEMPORARILY_UNAVAILABLE"));
    }

    private static void awaitPostgres() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().auth().oauth2(MEI).get("/api/v1/notes").then().statusCode(200));
    }

    private static List<Sent> sendAtOnce(int count, String text) {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Sent>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String numbered = text + " " + i;
                all.add(CompletableFuture.supplyAsync(() -> send(numbered), pool));
            }
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Sent send(String text) {
        String key = UUID.randomUUID().toString();
        long begun = System.nanoTime();
        Response answer = post(key, text);
        return new Sent(key, text, answer, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static Response post(String key, String text) {
        return given().auth()
                .oauth2(MEI)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body(text))
                .post("/api/v1/notes");
    }

    private static List<String> texts() {
        return given().auth().oauth2(MEI).get("/api/v1/notes").jsonPath().getList("text", String.class);
    }

    private static String body(String text) {
        return "{\"text\":\"" + text + "\",\"price\":{\"amountMinor\":100,\"currency\":\"CNY\"}}";
    }
}
