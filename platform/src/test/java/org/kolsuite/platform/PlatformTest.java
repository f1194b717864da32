package org.kolsuite.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
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
    void everyTableWithATenantIsProtected() throws SQLException {
        try (Connection superuser = KolStack.superuser();
                ResultSet bare = superuser.createStatement().executeQuery("""
                    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                      and not (c.relrowsecurity and c.relforcerowsecurity)\
                    """)) {
            assertThat(bare.next()).isFalse();
        }
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

        // Then
        try (Connection superuser = KolStack.superuser();
                ResultSet rows = superuser
                        .createStatement()
                        .executeQuery("select count(*) from audit_entry where after like '%fail at the end%'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
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
        TestKafka.publish(Tokens.LUMEN, new KolLinked(event.kolId(), "after thrice", Instant.EPOCH));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(MEI)
                        .get("/api/v1/notes")
                        .then()
                        .body("text", hasItem("linked after thrice"))
                        .body("findAll { it.text == 'linked thrice' }.size()", is(1)));
        given().auth().oauth2(BRUNO).get("/api/v1/notes").then().body("text", not(hasItem("linked thrice")));
    }

    @Test
    void e05_e06_e07_poisonIsParkedWithItsCauseAndThePartitionMovesOn() {
        // Given
        UUID key = Ids.next();
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "\u0000not json", headers("KolLinked", key));
        TestKafka.send(Topics.KOL_EVENTS, key.toString(), "{}", headers("KolPromoted", key));
        TestKafka.publish(Tokens.LUMEN, new KolLinked(key, "poison", Instant.EPOCH));

        // When
        TestKafka.publish(Tokens.LUMEN, new KolLinked(key, "behind the poison", Instant.EPOCH));

        // Then
        String admin = Tokens.member("ada", "admin");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(MEI)
                        .get("/api/v1/notes")
                        .then()
                        .body("text", hasItem("linked behind the poison")));
        Response parked = given().auth().oauth2(admin).get("/api/v1/operations/platform/dead-letters");
        assertThat(parked.jsonPath().getList("findAll { it.key == '" + key + "' }.cause", String.class))
                .hasSize(3)
                .anyMatch(cause -> cause.contains("not a KolLinked"))
                .anyMatch(cause -> cause.contains("unknown type KolPromoted"))
                .anyMatch(cause -> cause.contains("never accepted"));
        given().auth()
                .oauth2(Tokens.memberOf(Tokens.NORTHWIND, "ben", "admin"))
                .get("/api/v1/operations/platform/dead-letters")
                .then()
                .body("size()", is(0));
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
