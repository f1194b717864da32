package org.kolsuite.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.tenancy.Retention;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.MappedSchema;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.platform.testing.WrongRequests;

/** Every promise of platform, tried on the smallest aggregate there is. */
@QuarkusTest
@WithTestResource(KolStack.class)
class PlatformTest {
    private static final String MEI = Tokens.member("mei", "brand-manager");
    private static final String ADA = Tokens.member("ada", "admin");
    private static final String BRUNO = Tokens.memberOf(Tokens.NORTHWIND, "bruno", "brand-manager");

    @Inject
    Retention retention;

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void s01_anotherOrganisationsIdIsAsUnknownAsNone() {
        // Given
        String location =
                create(MEI, key(), "mine").then().statusCode(201).extract().header("Location");

        // When
        Response foreign = given().auth().oauth2(BRUNO).get(location);
        Response unknown = given().auth().oauth2(BRUNO).get("/api/v1/notes/" + UUID.randomUUID());

        // Then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.jsonPath().getString("code"))
                .isEqualTo(unknown.jsonPath().getString("code"));
        given().auth().oauth2(MEI).get(location).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void s11_withoutABoundTenantTheApplicationSeesNoRows() throws SQLException {
        // Given
        create(MEI, key(), "hidden").then().statusCode(201);

        // When
        try (Connection application = KolStack.application();
                ResultSet rows = application.createStatement().executeQuery("select count(*) from note")) {
            rows.next();

            // Then
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void s11_aPooledConnectionForgetsTheCallerBefore() {
        // Given
        create(MEI, key(), "only for mei").then().statusCode(201);

        // When
        for (int i = 0; i < 40; i++) {
            given().auth().oauth2(MEI).get("/api/v1/notes").then().body("text", hasItem("only for mei"));
            given().auth().oauth2(BRUNO).get("/api/v1/notes").then().body("text", not(hasItem("only for mei")));
        }
    }

    @Test
    void s11_everyTableWithATenantIsProtectedAndAGapIsFound() throws SQLException {
        // Given
        MappedSchema.keepsOrganisationsApart();
        try (Connection superuser = KolStack.superuser()) {
            for (String[] change : List.of(
                    new String[] {
                        "alter table note no force row level security", "alter table note force row level security"
                    },
                    new String[] {
                        "alter table note disable row level security", "alter table note enable row level security"
                    },
                    new String[] {"create table left_open (tenant_id uuid)", "drop table left_open"})) {
                // When
                superuser.createStatement().execute(change[0]);

                // Then
                assertThatThrownBy(MappedSchema::keepsOrganisationsApart)
                        .as(change[0])
                        .isInstanceOf(AssertionError.class);
                superuser.createStatement().execute(change[1]);
            }
        }
        MappedSchema.keepsOrganisationsApart();
    }

    @Test
    void theMigrationsMadeWhatIsMappedAndADifferenceIsFound() throws SQLException {
        // Given
        MappedSchema.isWhatTheMigrationsMade(sessions);
        try (Connection superuser = KolStack.superuser()) {
            for (String[] change : List.of(
                    new String[] {"rename column text to words", "rename column words to text"},
                    new String[] {"alter column version type int", "alter column version type bigint"},
                    new String[] {"add column demanded int not null", "drop column demanded"})) {
                // When
                superuser.createStatement().execute("begin; truncate note; alter table note " + change[0] + "; commit");

                // Then
                assertThatThrownBy(() -> MappedSchema.isWhatTheMigrationsMade(sessions))
                        .as(change[0])
                        .isInstanceOfAny(Exception.class, AssertionError.class);
                superuser.createStatement().execute("alter table note " + change[1]);
            }
        }
        MappedSchema.isWhatTheMigrationsMade(sessions);
    }

    @Test
    void m01_fiftyEqualRequestsAtOnceHaveOneEffect() throws Exception {
        // Given
        String key = key();

        // When
        List<Integer> statuses;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> pool.submit(() -> create(MEI, key, "once").statusCode()))
                    .toList();
            statuses = answers.stream().map(PlatformTest::get).toList();
        }

        // Then
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        given().auth().oauth2(MEI).get("/api/v1/notes").then().body("findAll { it.text == 'once' }.size()", is(1));
        create(MEI, key, "once").then().statusCode(201);
    }

    @Test
    void m02_sameKeyOtherBodyIsRefused() {
        String key = key();
        create(MEI, key, "first").then().statusCode(201);
        create(MEI, key, "second").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void m04_sameKeyOfAnotherTenantIsIndependent() {
        String key = key();
        create(MEI, key, "same key").then().statusCode(201);
        create(BRUNO, key, "same key").then().statusCode(201);
    }

    @Test
    void m05_aRefusedBodyDoesNotConsumeTheKey() {
        String key = key();
        given().auth()
                .oauth2(MEI)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"text\":\"x\",\"price\":{\"amountMinor\":1,\"currency\":\"XXX\"}}")
                .post("/api/v1/notes")
                .then()
                .statusCode(422);
        create(MEI, key, "corrected").then().statusCode(201);
    }

    @Test
    void m06_m07_keyIsRequiredAndPlain() {
        given().auth()
                .oauth2(MEI)
                .contentType(ContentType.JSON)
                .body(body("x"))
                .post("/api/v1/notes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        create(MEI, "k".repeat(256), "x").then().statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_MALFORMED"));
    }

    @Test
    void m11_amountsAreWholeNumbersOfMinorUnits() {
        for (String amount : List.of("\"1,00\"", "NaN", "1.5", "\"1\"", "null", "99999999999999999999")) {
            given().auth()
                    .oauth2(MEI)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key())
                    .body("{\"text\":\"x\",\"price\":{\"amountMinor\":" + amount + ",\"currency\":\"CNY\"}}")
                    .post("/api/v1/notes")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("price.amountMinor"));
        }
    }

    @Test
    void s15_deepAndDoubledJsonIsRefused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        for (String body :
                List.of("{\"price\":" + deep + "}", deep, "{\"text\":\"a\",\"text\":\"b\"}", "{", "nonsense")) {
            given().auth()
                    .oauth2(MEI)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key())
                    .body(body.getBytes(
                            java.nio.charset.StandardCharsets
                                    .UTF_8)) // bytes: a text would be prettified, level by level
                    .post("/api/v1/notes")
                    .then()
                    .statusCode(body.contains(deep) ? oneOf(400, 422) : is(400));
        }
    }

    /** 413 comes from the announcement as well as from what was counted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void s15_aBodyPastOneMegabyteIsNotReadToItsEnd(boolean chunked) throws IOException, InterruptedException {
        for (int size : List.of(1024 * 1024, 1024 * 1024 + 1)) {
            // Given: well-formed, but for its size
            byte[] body = ("{\"text\":\"x\",\"price\":{\"amountMinor\":1,\"currency\":\"CNY\"}" + " ".repeat(size - 55)
                            + "}")
                    .getBytes(StandardCharsets.US_ASCII);
            assertThat(body).hasSize(size);
            BodyPublisher sent = chunked
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                    : BodyPublishers.ofByteArray(body);
            try (HttpClient client = HttpClient.newHttpClient()) {
                // When
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/notes"))
                                .header("Authorization", "Bearer " + MEI)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key())
                                .POST(sent)
                                .build(),
                        BodyHandlers.ofString());

                // Then
                if (body.length <= 1024 * 1024) {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
                    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                    assertThat(answer.body()).contains("BODY_TOO_LARGE");
                }
            }
        }
        // And the service goes on
        create(MEI, key(), "after").then().statusCode(201);
    }

    @Test
    void s07_anIdTokenIsNoAccessToken() {
        given().auth()
                .oauth2(Tokens.sign(Tokens.claims("mei", java.util.Set.of("brand-manager"))
                        .claim("tenant", Tokens.LUMEN.toString())
                        .claim("typ", "ID")))
                .get("/api/v1/notes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", not(equalTo(null)));
        given().auth().oauth2(MEI).get("/api/v1/notes").then().statusCode(200);
    }

    @Test
    void s04_unknownFieldsAreRefusedByName() {
        given().auth()
                .oauth2(MEI)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key())
                .body("{\"text\":\"x\",\"price\":{\"amountMinor\":1,\"currency\":\"CNY\"},\"tenantId\":\""
                        + Tokens.NORTHWIND + "\"}")
                .post("/api/v1/notes")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("tenantId"))
                .body("errors[0].code", equalTo("UNKNOWN_FIELD"));
    }

    @Test
    void s06_badTokensAre401WithAChallenge() {
        for (String token : List.of(
                Tokens.sign(Tokens.claims("mei", java.util.Set.of("brand-manager"))
                        .claim("tenant", Tokens.LUMEN.toString())
                        .audience("another-suite")),
                Tokens.sign(
                        Tokens.claims("mei", java.util.Set.of("brand-manager")).issuer("https://elsewhere")),
                Tokens.sign(
                        Tokens.claims("mei", java.util.Set.of("brand-manager")).expiresAt(Instant.EPOCH)),
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                "nonsense")) {
            given().auth()
                    .oauth2(token)
                    .get("/api/v1/notes")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", not(equalTo(null)));
        }
        given().get("/api/v1/notes").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.member("fang", "finance"))
                .get("/api/v1/notes")
                .then()
                .statusCode(403);
    }

    @Test
    void w04_updatesNameTheVersionTheyEdit() {
        String location = create(MEI, key(), "v0").header("Location");
        change(location, null).then().statusCode(428).body("code", equalTo("VERSION_REQUIRED"));
        change(location, "\"0\"").then().statusCode(200).header("ETag", "\"1\"");
        change(location, "\"0\"").then().statusCode(412).body("code", equalTo("STALE_VERSION"));
    }

    @Test
    void e02_aRollbackAfterTheOutboxInsertPublishesNothing() throws SQLException {
        // When
        create(MEI, key(), "fail at the end")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("INTERNAL_ERROR"))
                .body("detail", not(equalTo("after everything was written")));

        // Then: no event of a note that there is not, in the outbox or on the topic
        assertThat(number("select count(*) from audit_entry where after like '%fail at the end%'"))
                .isZero();
        assertThat(number("select count(*) from outbox where aggregateid not in (select cast(id as text) from note)"))
                .isZero();
        String after = create(MEI, key(), "after the failure").header("Location");
        awaitMessages(after.substring(after.lastIndexOf('/') + 1), 1);
        assertThat(TestKafka.everythingOn(Topics.KOL_EVENTS).stream()
                        .filter(message -> message.type().equals("KolErased"))
                        .map(TestKafka.Received::key))
                .isSubsetOf(notes());
    }

    private static List<String> notes() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection superuser = KolStack.superuser();
                ResultSet found = superuser.createStatement().executeQuery("select id from note")) {
            while (found.next()) {
                ids.add(found.getString(1));
            }
        }
        return ids;
    }

    @Test
    void eventsArePublishedAsCloudEventsInOrderPerKey() {
        // When
        String location = create(MEI, key(), "published").header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestKafka.everythingOn(Topics.KOL_EVENTS))
                        .filteredOn(message -> id.equals(message.key()))
                        .singleElement()
                        .satisfies(message -> {
                            assertThat(message.type()).isEqualTo("KolErased");
                            assertThat(message.headers())
                                    .containsEntry("ce_tenant", Tokens.LUMEN.toString())
                                    .containsEntry("ce_specversion", "1.0")
                                    .containsEntry("ce_source", "/platform")
                                    .containsKeys("ce_id", "ce_time");
                            assertThat(message.value())
                                    .contains("\"kolId\":\"" + id + "\"")
                                    .doesNotContain("topic");
                        }));
    }

    @Test
    void e03_relayKilledAfterSendBeforeMarkSendsTheSameEventAgain() throws SQLException {
        // Given
        String location = create(MEI, key(), "sent twice").header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        awaitMessages(id, 1);

        // When
        try (Connection superuser = KolStack.superuser()) {
            superuser
                    .createStatement()
                    .execute("update outbox set published_at = null where aggregateid = '" + id + "'");
        }

        // Then
        assertThat(awaitMessages(id, 2))
                .extracting(message -> message.headers().get("ce_id"))
                .hasSize(2)
                .containsOnly(awaitMessages(id, 2).getFirst().headers().get("ce_id"));
    }

    @Test
    void retentionRemovesWhatIsOldAndKeepsTheRest() throws SQLException {
        // Given
        String old = UUID.randomUUID().toString();
        create(MEI, old, "long ago").then().statusCode(201);
        String young = UUID.randomUUID().toString();
        create(MEI, young, "just now").then().statusCode(201);
        try (Connection superuser = KolStack.superuser()) {
            superuser
                    .createStatement()
                    .execute("update idempotency_key set created_at = now() - interval '3 days' where key = '" + old
                            + "'");

            // When
            VertxContextSupport.subscribeAndAwait(retention::sweep);

            // Then
            try (ResultSet kept = superuser
                    .createStatement()
                    .executeQuery("select key from idempotency_key where key in ('" + old + "', '" + young + "')")) {
                assertThat(kept.next()).isTrue();
                assertThat(kept.getString(1)).isEqualTo(young);
                assertThat(kept.next()).isFalse();
            }
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void readinessSaysThatEventsFlow() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'events' }.data.state", equalTo("flowing"));
    }

    private static List<TestKafka.Received> awaitMessages(String key, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> TestKafka.everythingOn(Topics.KOL_EVENTS).stream()
                                .filter(message -> key.equals(message.key()))
                                .toList(),
                        messages -> messages.size() >= count);
    }

    @Test
    void e01_oneEventThreeTimesHasOneEffect() {
        // Given
        UUID eventId = Ids.next();
        KolLinked event = new KolLinked(Ids.next(), "thrice", Instant.EPOCH);

        // When
        for (int i = 0; i < 3; i++) {
            TestKafka.publish(Tokens.LUMEN, eventId, event);
        }
        TestKafka.publish(Tokens.LUMEN, new KolLinked(event.kolId(), "then again", Instant.EPOCH));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(MEI)
                        .get("/api/v1/notes")
                        .then()
                        .body("text", hasItem("linked then again"))
                        .body("findAll { it.text == 'linked thrice' }.size()", is(1)));
        given().auth().oauth2(BRUNO).get("/api/v1/notes").then().body("text", not(hasItem("linked thrice")));
    }

    @Test
    void e05_e07_poisonIsParkedWithItsCauseAndThePartitionMovesOn() {
        // Given
        UUID key = Ids.next();
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "\u0000not json", headers("KolLinked", key));
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "{}", headers("KolPromoted", key));
        Map<String, String> newer = new HashMap<>(headers("KolLinked", key));
        newer.put("ce_dataversion", "2");
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "{}", newer);
        TestKafka.publish(Tokens.LUMEN, new KolLinked(key, "poison", Instant.EPOCH));

        // When
        TestKafka.publish(Tokens.LUMEN, new KolLinked(key, "behind the poison", Instant.EPOCH));

        // Then
        awaitNote("linked behind the poison");
        assertThat(lettersOf(key))
                .extracting(letter -> letter.get("cause"))
                .hasSize(4)
                .anyMatch(cause -> cause.contains("not a KolLinked"))
                .anyMatch(cause -> cause.contains("unknown type KolPromoted"))
                .anyMatch(cause -> cause.contains("KolLinked of version 2"))
                .anyMatch(cause -> cause.contains("never accepted"));
        given().auth()
                .oauth2(Tokens.memberOf(Tokens.NORTHWIND, "ben", "admin"))
                .get("/api/v1/operations/platform/dead-letters")
                .then()
                .body("size()", is(0));
    }

    /** PostgreSQL keeps no U+0000 in a text, and a letter that can't be written down would hold its partition for ever. */
    @Test
    void e05_poisonInKeyAndHeadersIsParkedToo() throws SQLException {
        // Given: all of them in the partition of the message behind them
        UUID key = Ids.next();
        long before = letters();
        String type = "Kol\u0000Linked";
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "{}", headers(type, key));
        Map<String, String> odd = new HashMap<>(headers("KolLinked", key));
        odd.put("ce_id", "\u0000");
        odd.put("odd\u0000name", "\u0000");
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "{}", odd);
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "{}", Map.of());
        TestKafka.send(Topics.KOL_EVENTS, key + "\u0000", "{}", headers("KolPromoted", key));
        TestKafka.send(Topics.KOL_EVENTS, null, null, Map.of());

        // When
        TestKafka.publish(Tokens.LUMEN, new KolLinked(key, "behind odd headers", Instant.EPOCH));

        // Then
        awaitNote("linked behind odd headers");
        await().atMost(Duration.ofSeconds(20)).until(() -> letters() == before + 5);
        assertThat(lettersOf(key)).extracting(letter -> letter.get("type")).contains("Kol?Linked", "KolLinked");
        replay(firstLetterOf(key)).then().statusCode(409).body("code", equalTo("CAUSE_REMAINS"));
    }

    @Test
    void e06_aDeadLetterThatIsReplayedTwiceHasOneEffectOnceItsCauseIsGone() throws Exception {
        // Given
        UUID key = Ids.next();
        TestKafka.publish(Tokens.LUMEN, new KolLinked(key, "after breakfast", Instant.EPOCH));
        await().atMost(Duration.ofSeconds(20)).until(() -> lettersOf(key).size() == 1);
        String letter = firstLetterOf(key);

        // When: the cause is still there
        replay(letter).then().statusCode(409).body("code", equalTo("CAUSE_REMAINS"));
        assertThat(lettersOf(key).getFirst().get("cause")).contains("too early");
        assertThat(lettersOf(key).getFirst().get("replayedAt")).isNull();

        // When: it is gone
        create(MEI, key(), "breakfast").then().statusCode(201);
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Integer> again = () -> replay(letter).statusCode();
            two.invokeAll(List.of(again, again)).forEach(answer -> answers.add(get(answer)));
        }
        replay(letter).then().statusCode(200);

        // Then
        assertThat(answers).containsExactly(200, 200);
        given().auth()
                .oauth2(MEI)
                .get("/api/v1/notes")
                .then()
                .body("findAll { it.text == 'linked after breakfast' }.size()", is(1));
        assertThat(lettersOf(key).getFirst().get("replayedAt")).isNotNull();
        given().auth()
                .oauth2(Tokens.memberOf(Tokens.NORTHWIND, "ben", "admin"))
                .post("/api/v1/operations/platform/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void e06_aDeadLetterIsReplayedByAConsumerThatHasHeardNothingSinceTheStart() throws Exception {
        // Given
        UUID letter = Ids.next();
        UUID key = Ids.next();
        try (Connection superuser = KolStack.superuser();
                PreparedStatement insert = superuser.prepareStatement("""
                        insert into dead_letter (id, consumer, topic, partition, record_offset, record_key, headers, payload, cause, tenant_id)
                        values (?, 'unheard', 'of old', 0, 1, ?, ?, ?, 'because', ?)""")) {
            insert.setObject(1, letter);
            insert.setString(2, key.toString());
            insert.setString(3, new ObjectMapper().writeValueAsString(headers("KolLinked", key)));
            insert.setBytes(
                    4,
                    "{\"kolId\":\"%s\",\"subject\":\"of old\",\"happenedAt\":\"2026-01-01T00:00:00Z\"}"
                            .formatted(key)
                            .getBytes(StandardCharsets.UTF_8));
            insert.setObject(5, Tokens.LUMEN);
            insert.execute();
        }

        // When
        replay(letter.toString()).then().statusCode(200);

        // Then
        awaitNote("linked of old");
    }

    @Test
    void aDeadLetterThatCanNeverBeHandledIsDiscardedWithAReasonThatTheAuditTrailKeeps() {
        // Given
        UUID key = Ids.next();
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "{}", headers("KolPromoted", key));
        await().atMost(Duration.ofSeconds(20)).until(() -> lettersOf(key).size() == 1);
        String letter = firstLetterOf(key);

        // When
        discard(ADA, letter, " ").then().statusCode(422);
        discard(Tokens.memberOf(Tokens.NORTHWIND, "ben", "admin"), letter, "not ours")
                .then()
                .statusCode(404);
        discard(MEI, letter, "no administrator").then().statusCode(403);
        discard(ADA, letter, "a trial of the registry").then().statusCode(200);

        // Then
        assertThat(lettersOf(key)).isEmpty();
        given().auth()
                .oauth2(ADA)
                .get("/api/v1/operations/platform/audit?aggregateId=" + letter)
                .then()
                .body("items[0].action", equalTo("discard-dead-letter"))
                .body("items[0].reason", equalTo("a trial of the registry"))
                .body("items[0].before", containsString("unknown type KolPromoted"));
        discard(ADA, letter, "once more").then().statusCode(404);
    }

    private static Response discard(String token, String letter, String reason) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/api/v1/operations/platform/dead-letters/" + letter + "/discard");
    }

    private static void awaitNote(String text) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().auth().oauth2(MEI).get("/api/v1/notes").then().body("text", hasItem(text)));
    }

    private static List<Map<String, String>> lettersOf(UUID key) {
        return given().auth()
                .oauth2(ADA)
                .get("/api/v1/operations/platform/dead-letters")
                .jsonPath()
                .getList("findAll { it.key?.startsWith('" + key + "') }");
    }

    private static String firstLetterOf(UUID key) {
        return String.valueOf(lettersOf(key).getFirst().get("id"));
    }

    private static long letters() throws SQLException {
        return number("select count(*) from dead_letter");
    }

    private static long number(String sql) throws SQLException {
        try (Connection superuser = KolStack.superuser();
                ResultSet found = superuser.createStatement().executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static Response replay(String letter) {
        return given().auth().oauth2(ADA).post("/api/v1/operations/platform/dead-letters/" + letter + "/replay");
    }

    @Test
    void theAuditTrailKeepsWhoAndWhatAndIsNeverEdited() throws SQLException {
        // Given
        create(MEI, key(), "audited").then().statusCode(201);

        // Then
        given().auth()
                .oauth2(Tokens.member("ada", "admin"))
                .get("/api/v1/operations/platform/audit")
                .then()
                .statusCode(200)
                .body("items.find { it.after.contains('audited') }.actorName", equalTo("mei"));
        try (Connection application = KolStack.application()) {
            assertThatThrownBy(() -> application.createStatement().execute("update audit_entry set action = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> application.createStatement().execute("delete from audit_entry"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void s18_aWrongVerbIsRefusedWithThoseAllowed() {
        given().auth()
                .oauth2(MEI)
                .delete("/api/v1/notes")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD, POST")
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
        WrongRequests.ofThisService().everyWrongVerbIsRefusedWithThoseAllowed();
    }

    @Test
    void s18_aMediaTypeThatIsNotReadOrNotWrittenIsRefused() {
        WrongRequests.ofThisService().everyUnreadMediaTypeIsRefused();
        WrongRequests.ofThisService().everyUnwrittenMediaTypeIsRefused();
    }

    private static Map<String, String> headers(String type, UUID key) {
        return Map.of(
                "ce_id", Ids.next().toString(),
                "ce_type", type,
                "ce_tenant", Tokens.LUMEN.toString(),
                "ce_subject", key.toString(),
                "ce_time", "2026-01-01T00:00:00Z");
    }

    private static Response create(String token, String key, String text) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body(text))
                .post("/api/v1/notes");
    }

    private static Response change(String location, @org.jspecify.annotations.Nullable String ifMatch) {
        var request = given().auth().oauth2(MEI).contentType(ContentType.JSON).body(body("changed"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(location);
    }

    private static String body(String text) {
        return "{\"text\":\"" + text + "\",\"price\":{\"amountMinor\":100,\"currency\":\"CNY\"}}";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void s15_textThatNothingCanKeepIsAWrongValueOfItsField() {
        for (String text : List.of("\\u0000", "a\\u0000b", "\\ud800", "x\\udc00")) {
            given().auth()
                    .oauth2(MEI)
                    .header("Idempotency-Key", key())
                    .contentType(ContentType.JSON)
                    .body("{\"text\":\"" + text + "\"}")
                    .post("/api/v1/notes")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("INVALID_REQUEST"))
                    .body("errors[0].field", equalTo("text"));
        }
    }

    @Test
    void s15_anUnknownFieldIsNamedAlsoWhereItsNameIsNoText() {
        given().auth()
                .oauth2(MEI)
                .header("Idempotency-Key", key())
                .contentType(ContentType.JSON)
                .body("{\"text\":\"x\",\"\\u0000y\":1}")
                .post("/api/v1/notes")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("UNKNOWN_FIELD"))
                .body("errors[0].field", equalTo("?y"));
    }

    @Test
    void s15_anAddressWithANulIsNotUnderstood() {
        given().auth()
                .oauth2(MEI)
                .urlEncodingEnabled(false)
                .get("/api/v1/notes?q=a%00b")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_REQUEST"));
    }

    @Test
    void s15_aFormThatEndsTooEarlyIsTheCallersFaultNotOurs() {
        given().auth()
                .oauth2(MEI)
                .contentType("multipart/form-data; boundary=end")
                .body("--end\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nno end"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/notes/form")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_BODY"));
    }

    @Test
    void s15_aClockIsSetToATimeOfTheCalendarOnly() {
        String ada = Tokens.member("ada", "admin");
        for (String body :
                List.of("", "{}", "{\"now\":\"+1000000-01-01T00:00:00Z\"}", "{\"now\":\"-0001-01-01T00:00:00Z\"}")) {
            given().auth()
                    .oauth2(ada)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .put("/api/v1/operations/platform/clock")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void everyRefusalIsDeclaredAsAProblem() {
        var document = given().get("/q/openapi?format=json").then().extract().jsonPath();
        for (int status : List.of(400, 401, 403, 404, 409, 412, 414, 415, 422, 428)) {
            assertThat(document.getString("paths.'/api/v1/notes/{id}'.put.responses.'" + status + "'.$ref"))
                    .isEqualTo("#/components/responses/Refused" + status);
        }
        assertThat(document.getString("components.responses.Refused414.description"))
                .isNotBlank();
        assertThat(document.getString("components.responses.Refused422.content.'application/problem+json'.schema.$ref"))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(document.getString("paths.'/api/v1/notes'.get.responses.'412'"))
                .isNull();
    }
}
