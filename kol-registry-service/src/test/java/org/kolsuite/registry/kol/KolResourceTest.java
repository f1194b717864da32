package org.kolsuite.registry.kol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.registry.Api;

@QuarkusTest
@WithTestResource(KolStack.class)
class KolResourceTest {
    private final Api mei = Api.freshOrganisation();

    @Test
    void aKolEnteredByHandHasItsTierAndAHistory() {
        // When
        String id = mei.post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                "种草小鹿",
                                "country",
                                "中国",
                                "topics",
                                List.of("美妆"),
                                "accounts",
                                List.of(Map.of(
                                        "platform", "xiaohongshu",
                                        "handle", "@XiaoLu88",
                                        "followers", 12_000,
                                        "avgViews", 4_000,
                                        "avgLikes", 300,
                                        "avgComments", 20,
                                        "measuredOn", "2026-03-01"))))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .extract()
                .path("id");

        // Then
        JsonPath kol = mei.kol(id);
        assertThat(kol.getString("country")).isEqualTo("CN");
        assertThat(kol.getString("accounts[0].tier")).isEqualTo("micro");
        assertThat(kol.getDouble("accounts[0].engagementRate")).isEqualTo(0.08);
        assertThat(kol.getString("accounts[0].history[0].day")).isEqualTo("2026-03-01");
    }

    @Test
    void theSameAccountIsNeverRegisteredTwice() {
        mei.createKol("Anna", "tiktok", "anna.cooks", 1_000);

        mei.post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                "Somebody",
                                "accounts",
                                List.of(Map.of("platform", "tiktok", "handle", "@Anna.Cooks"))))
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_REGISTERED_ALREADY"));
    }

    @Test
    void badBodiesNameTheFieldAtFault() {
        mei.post("/api/v1/kols", Map.of("displayName", "x".repeat(201)))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("displayName"));
        mei.post("/api/v1/kols", Map.of("displayName", "Anna", "tenant", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("tenant"));
        mei.post("/api/v1/kols", Map.of("displayName", "Anna", "country", "Atlantis"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_COUNTRY"));
        mei.post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                "Anna",
                                "accounts",
                                List.of(Map.of("platform", "tiktok", "handle", "a1", "followers", -5))))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("accounts[0].followers"));
        mei.post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                "Anna",
                                "accounts",
                                List.of(Map.of("platform", "myspace", "handle", "a"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_PLATFORM"));
    }

    @Test
    void w04_changesNeedThePresentVersion() {
        // Given
        String id = mei.createKol("Ben", "douyin", "ben", 700_000);
        long version = mei.kol(id).getLong("version");
        String body = "{\"displayName\": \"Benjamin\", \"notes\": \"replies fast\"}";

        // Then
        mei.request()
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/api/v1/kols/" + id)
                .then()
                .statusCode(428);
        mei.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch("/api/v1/kols/" + id)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Benjamin"))
                .header("ETag", equalTo("\"" + (version + 1) + "\""));
        mei.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch("/api/v1/kols/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void s01_anotherOrganisationNeverSeesTheRecord() {
        String id = mei.createKol("Cleo", "weibo", "cleo", 200_000);

        Api.freshOrganisation().get("/api/v1/kols/" + id).then().statusCode(404);
        Api.freshOrganisation().createKol("Cleo", "weibo", "cleo", 200_000);
    }

    @Test
    void s04_aBodyMayNotSetWhoseItIsNorWhatOnlyTheKolConfirms() {
        String id = mei.createKol("Cora", "weibo", "cora", 200_000);
        int version = mei.kol(id).getInt("version");
        for (String field : List.of("tenantId", "id", "version", "linked", "linkedAt", "erasedAt", "agencyId")) {
            mei.post("/api/v1/kols", Map.of("displayName", "Cora", field, "x"))
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo(field))
                    .body("errors[0].code", equalTo("UNKNOWN_FIELD"));
            mei.request()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"" + version + "\"")
                    .body(Map.of("displayName", "Changed", field, "x"))
                    .patch("/api/v1/kols/" + id)
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo(field));
        }
        assertThat(mei.kol(id).getString("displayName")).isEqualTo("Cora");
        assertThat(mei.kol(id).getInt("version")).isEqualTo(version);
    }

    @Test
    void pricesFollowOneAnotherAndAreNeverEdited() {
        // Given
        String id = mei.createKol("Dora", "douyin", "dora", 90_000);
        String account = mei.kol(id).getString("accounts[0].id");
        String path = "/api/v1/kols/" + id + "/accounts/" + account + "/rate-cards";

        // When
        mei.post(path, price("2026-11", 800_000)).then().statusCode(201);
        mei.post(path, price("2026-11", 950_000)).then().statusCode(201).body("current", equalTo(true));
        mei.post(path, price("2026-12", -1)).then().statusCode(422).body("code", equalTo("PRICE_NEGATIVE"));

        // Then
        mei.get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].price.amountMinor", equalTo(950_000))
                .body("items.current", equalTo(List.of(true, false)));
    }

    @Test
    void aKolConfirmsThatTheRecordIsThem() {
        // Given
        String id = mei.createKol("Elle", "bilibili", "elle", 60_000);
        String token = mei.post("/api/v1/kols/" + id + "/link-invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        String elle = "elle-" + UUID.randomUUID();
        Api kol = Api.withToken(Tokens.kol(elle));

        // When
        kol.post("/partner/v1/profile/links", Map.of("token", token))
                .then()
                .statusCode(201)
                .body("kolId", equalTo(id));

        // Then
        kol.get("/partner/v1/profile").then().statusCode(200).body("items.kolId", equalTo(List.of(id)));
        Api.withToken(Tokens.kol("stranger"))
                .post("/partner/v1/profile/links", Map.of("token", token))
                .then()
                .statusCode(409)
                .body("code", equalTo("INVITATION_USED"));
        Api.withToken(Tokens.kol("stranger-" + id))
                .get("/partner/v1/profile")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        kol.post("/partner/v1/profile/links", Map.of("token", "guessed")).then().statusCode(404);
        Api.withToken(Tokens.kol("elle", "openid briefs:read"))
                .post("/partner/v1/profile/links", Map.of("token", token))
                .then()
                .statusCode(403);
        kol.get("/api/v1/kols/" + id).then().statusCode(403);
        await().untilAsserted(() -> assertThat(TestKafka.everythingOn(Topics.KOL_EVENTS))
                .filteredOn(message -> id.equals(message.key()))
                .map(message -> message.as(KolLinked.class).subject())
                .containsExactly(Tokens.subjectOf(elle)));
    }

    @Test
    void theOthersLearnTheStateOfAKol() {
        String id = mei.createKol("Fay", "xiaohongshu", "fay88", 6_000);

        await().untilAsserted(() -> assertThat(TestKafka.everythingOn(Topics.KOL_STATE))
                .filteredOn(message -> id.equals(message.key()))
                .last()
                .satisfies(message -> {
                    KolState state = message.as(KolState.class);
                    assertThat(state.displayName()).isEqualTo("Fay");
                    assertThat(state.accounts()).singleElement().satisfies(account -> {
                        assertThat(account.tier()).isEqualTo("micro");
                        assertThat(account.followers()).isEqualTo(6_000L);
                    });
                }));
    }

    @Test
    void e01_aMeasuredResultBecomesPastPerformanceOnce() {
        // Given
        String id = mei.createKol("Gus", "douyin", "gus", 80_000);
        UUID account = UUID.fromString(mei.kol(id).getString("accounts[0].id"));
        ResultMeasured result = new ResultMeasured(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.fromString(id),
                account,
                7,
                12_000L,
                900L,
                null,
                14,
                Money.ofMinor(123_400, "CNY"),
                Instant.parse("2026-05-08T00:00:00Z"),
                Instant.parse("2026-05-08T01:00:00Z"));

        // When
        UUID event = TestKafka.publish(mei.tenant(), result);
        TestKafka.publish(mei.tenant(), event, result);

        // Then
        await().untilAsserted(() -> {
            JsonPath kol = mei.kol(id);
            assertThat(kol.getList("pastResults")).hasSize(1);
            assertThat(kol.getLong("pastResults[0].netRevenue.amountMinor")).isEqualTo(123_400);
        });
    }

    @Test
    void anAuditExplainsEachSignalAndMissingDataOnlyLowersConfidence() {
        // Given
        String id = mei.post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                "Hal",
                                "accounts",
                                List.of(Map.of(
                                        "platform", "wechat",
                                        "handle", "hal",
                                        "followers", 100_000,
                                        "followings", 4_000,
                                        "avgViews", 5_000,
                                        "avgLikes", 9_000,
                                        "avgComments", 9))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        JsonPath audit = mei.post("/api/v1/kols/" + id + "/audit")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        // Then
        assertThat(audit.getInt("items[0].score")).isLessThan(80);
        assertThat(audit.getDouble("items[0].confidence")).isBetween(0.1, 0.9);
        assertThat(audit.<String>getList("items[0].findings.findAll { it.outcome == 'SUSPICIOUS' }.signal"))
                .contains("LIKES_EXCEED_VIEWS", "LIKES_PER_COMMENT", "MASS_FOLLOWING");
        assertThat(audit.<String>getList("items[0].findings.source")).noneMatch(String::isBlank);
        assertThat(mei.kol(id).getInt("accounts[0].audit.score")).isEqualTo(audit.getInt("items[0].score"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            KolState told = TestKafka.everythingOn(Topics.KOL_STATE).stream()
                    .filter(message -> id.equals(message.key()))
                    .reduce((first, last) -> last)
                    .orElseThrow()
                    .as(KolState.class);
            assertThat(told.accounts().getFirst().auditScore()).isEqualTo(audit.getInt("items[0].score"));
            assertThat(told.accounts().getFirst().auditedAt()).isNotNull();
        });
    }

    @Test
    void erasureLeavesNumbersUnderAPseudonymAndKeepsThePersonOut() {
        // Given
        Api admin = mei.as("ada", "admin");
        String id = mei.createKol("Ivy Real Name", "tiktok", "ivy.real", 50_000);
        mei.post("/api/v1/kols/" + id + "/consents", Map.of("purpose", "campaign invitations", "basis", "CONSENT"))
                .then()
                .statusCode(201);
        admin.get("/api/v1/kols/" + id + "/export")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Ivy Real Name"))
                .body("consents", hasSize(1));

        // When
        admin.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + mei.kol(id).getLong("version") + "\"")
                .body(Map.of("reason", "request of 2026-11-02"))
                .post("/api/v1/kols/" + id + "/erase")
                .then()
                .statusCode(200);

        // Then
        JsonPath remains = mei.kol(id);
        assertThat(remains.prettify()).doesNotContain("Ivy").doesNotContain("ivy.real");
        assertThat(remains.getLong("accounts[0].numbers.followers")).isEqualTo(50_000);
        mei.post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                "Ivy again",
                                "accounts",
                                List.of(Map.of("platform", "tiktok", "handle", "IVY.real"))))
                .then()
                .statusCode(409)
                .body("code", equalTo("ERASED_ON_REQUEST"));
        await().untilAsserted(() -> {
            assertThat(TestKafka.everythingOn(Topics.KOL_STATE))
                    .filteredOn(message -> id.equals(message.key()))
                    .last()
                    .satisfies(message -> assertThat(message.value()).isNull());
            assertThat(TestKafka.everythingOn(Topics.KOL_EVENTS))
                    .filteredOn(message -> id.equals(message.key()))
                    .map(TestKafka.Received::type)
                    .containsExactly("KolErased");
        });
    }

    @Test
    void anOwnTierTableRetiersEveryAccountAtOnce() {
        // Given
        Api admin = mei.as("ada", "admin");
        String id = mei.createKol("Joe", "zhihu", "joe", 30_000);
        mei.get("/api/v1/tiers/zhihu").then().statusCode(200).body("own", equalTo(false));

        // When
        admin.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("""
                        {"tiers": [{"code": "small", "fromFollowers": 0}, {"code": "big", "fromFollowers": 20000}]}""")
                .put("/api/v1/tiers/zhihu")
                .then()
                .statusCode(200)
                .body("own", equalTo(true));

        // Then
        assertThat(mei.kol(id).getString("accounts[0].tier")).isEqualTo("big");
        Api.freshOrganisation().get("/api/v1/tiers/zhihu").then().body("own", equalTo(false));
    }

    @Test
    void unknownNumbersStayUnknown() {
        String id = mei.post(
                        "/api/v1/kols",
                        Map.of("displayName", "Kim", "accounts", List.of(Map.of("platform", "weibo", "handle", "kim"))))
                .then()
                .statusCode(201)
                .body("accounts[0].tier", nullValue())
                .extract()
                .path("id");

        assertThat(mei.kol(id).getList("accounts[0].history")).isEmpty();
    }

    private static Map<String, Object> price(String month, long minor) {
        return Map.of(
                "format",
                "douyin-21-60s",
                "month",
                month,
                "price",
                Map.of("amountMinor", minor, "currency", "CNY"),
                "platformFeeRate",
                0.05);
    }
}
