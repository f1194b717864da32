package org.kolsuite.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.testing.OwnStackWithoutKafka;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

/** A service starts before its broker does. */
@QuarkusTest
@WithTestResource(OwnStackWithoutKafka.class)
@Timeout(180)
class LateKafkaTest {
    @Test
    void e04_aServiceThatStartsWithoutABrokerSaysDegradedTakesCommandsAndReadsAndWritesOnceItComes() {
        // Given
        UUID tenant = Ids.next();
        String mei = Tokens.memberOf(tenant, "mei", "brand-manager");

        // When: nothing waits to be published, which alone would say that the broker is away
        FaultsTest.awaitEvents("degraded");
        String location = as(mei).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(note("first"))
                .post("/api/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        as(mei).header("If-Match", "\"0\"")
                .body(note("before the broker"))
                .put(location)
                .then()
                .statusCode(200);
        OwnStackWithoutKafka.restartKafka();

        // Then
        FaultsTest.awaitEvents("flowing");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.everythingOn(Topics.KOL_EVENTS))
                        .anySatisfy(message -> {
                            assertThat(message.type()).isEqualTo("KolLinked");
                            assertThat(message.as(KolLinked.class).subject()).isEqualTo("before the broker");
                        }));
        TestKafka.publish(tenant, new KolLinked(Ids.next(), "from another service", Instant.EPOCH));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(as(mei).get("/api/v1/notes").jsonPath().getList("text", String.class))
                                .contains("linked from another service"));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String note(String text) {
        return "{\"text\":\"" + text + "\",\"price\":{\"amountMinor\":100,\"currency\":\"CNY\"}}";
    }
}
