package org.kolsuite.campaign.campaign.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.kolsuite.campaign.Api.BRUNO;
import static org.kolsuite.campaign.Api.FRANK;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.cny;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.campaign.BudgetChanged;
import org.kolsuite.contracts.campaign.CampaignLaunched;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;

@QuarkusTest
@WithTestResource(KolStack.class)
class CampaignResourceTest {

    @Test
    void aDraftIsLaunchedAndOthersHearOfIt() {
        // Given
        JsonPath draft = MEI.aDraft(1_000_000);
        String path = "/api/v1/campaigns/" + draft.getString("id");
        assertThat(draft.getString("status")).isEqualTo("DRAFT");

        // When
        MEI.command(path + "/launch", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("RUNNING"))
                .body("actions", hasItems("budget", "close"))
                .body("available.amountMinor", is(1_000_000));

        // Then
        UUID id = UUID.fromString(draft.getString("id"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(eventsOf(id, Topics.CAMPAIGN_EVENTS)).contains("CampaignLaunched"));
        CampaignState state = TestKafka.everythingOn(Topics.CAMPAIGN_STATE).stream()
                .filter(message -> id.toString().equals(message.key()))
                .reduce((first, last) -> last)
                .orElseThrow()
                .as(CampaignState.class);
        assertThat(state.status()).isEqualTo("RUNNING");
        assertThat(state.products().getFirst().marginRates()).hasSize(1);
        assertThat(state.objectives().getFirst().metric()).isEqualTo("ROAS");
        assertThat(launched(id).budget()).isEqualTo(Money.ofMinor(1_000_000, "CNY"));
    }

    @Test
    void othersHearOfANewMarginRateOfACampaignsProduct() {
        // Given
        String id = MEI.aRunningCampaign(1_000_000);
        JsonPath campaign = MEI.read("/api/v1/campaigns/" + id);
        String product = campaign.getString("products[0].id");

        // When
        MEI.request()
                .header("If-Match", MEI.get("/api/v1/products/" + product).header("ETag"))
                .body(Map.of(
                        "brandId",
                        campaign.getString("brandId"),
                        "name",
                        "Night serum",
                        "cost",
                        cny(8_000),
                        "marginRates",
                        List.of(Map.of("from", "2026-01-01", "rate", 0.62), Map.of("from", "2026-12-01", "rate", 0.5))))
                .put("/api/v1/products/" + product)
                .then()
                .statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestKafka.everythingOn(Topics.CAMPAIGN_STATE).stream()
                                .filter(message -> id.equals(message.key()))
                                .reduce((first, last) -> last)
                                .orElseThrow()
                                .as(CampaignState.class)
                                .products()
                                .getFirst()
                                .marginRates())
                        .hasSize(2));
    }

    @Test
    void w04_anUpdateNamesTheVersionItEdits() {
        // Given
        JsonPath draft = MEI.aDraft(1_000_000);
        String path = "/api/v1/campaigns/" + draft.getString("id");
        Map<String, Object> plan = MEI.aPlan(draft.getString("brandId"), 1);
        plan.remove("budget");

        // When / Then
        MEI.request().body(plan).put(path).then().statusCode(428).body("code", is("VERSION_REQUIRED"));
        MEI.request()
                .header("If-Match", "\"77\"")
                .body(plan)
                .put(path)
                .then()
                .statusCode(412)
                .body("code", is("STALE_VERSION"));
        MEI.request()
                .header("If-Match", MEI.get(path).header("ETag"))
                .body(plan)
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void w06_aRunningCampaignsBudgetIsRaisedAndOthersHearOfIt() {
        // Given
        String id = MEI.aRunningCampaign(1_000_000);
        String path = "/api/v1/campaigns/" + id;

        // When
        MEI.command(path + "/budget", Map.of("budget", cny(1_500_000), "reason", "more creators"))
                .then()
                .statusCode(200)
                .body("budget.amountMinor", is(1_500_000));

        // Then
        MEI.command(path + "/budget", Map.of("budget", cny(0)))
                .then()
                .statusCode(422)
                .body("code", is("BUDGET_MUST_BE_POSITIVE"))
                .body("errors.field", hasItem("budget.amountMinor"));
        MEI.command(path + "/budget", Map.of("budget", Map.of("amountMinor", 5, "currency", "EUR")))
                .then()
                .statusCode(422)
                .body("code", is("BUDGET_CURRENCY_IS_FIXED"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestKafka.everythingOn(Topics.CAMPAIGN_EVENTS).stream()
                                .filter(message -> id.equals(message.key())
                                        && message.type().equals("BudgetChanged"))
                                .map(message -> message.as(BudgetChanged.class).after()))
                        .containsExactly(Money.ofMinor(1_500_000, "CNY")));
    }

    @Test
    void w08_datesInTheWrongOrderAreRefusedByField() {
        Map<String, Object> plan = MEI.aPlan(MEI.aBrand(), 1_000);
        plan.put("endsOn", "2026-10-31");
        MEI.create("/api/v1/campaigns", plan)
                .then()
                .statusCode(422)
                .body("code", is("END_BEFORE_START"))
                .body("errors.field", hasItem("endsOn"));
    }

    @Test
    void badPlansAreRefusedByField() {
        String brand = MEI.aBrand();
        refused(brand, "platforms", List.of("myspace"), "PLATFORM_UNKNOWN");
        refused(brand, "timeZone", "Mars/Olympus", "TIME_ZONE_UNKNOWN");
        refused(brand, "budget", Map.of("amountMinor", 100, "currency", "XYZ"), "UNKNOWN_CURRENCY");
        refused(brand, "budget", cny(-5), "BUDGET_MUST_BE_POSITIVE");
        refused(brand, "brandId", UUID.randomUUID().toString(), "BRAND_UNKNOWN");
        refused(brand, "productIds", List.of(UUID.randomUUID().toString()), "PRODUCT_UNKNOWN");
        refused(brand, "name", "x".repeat(201), null);
        refused(brand, "surprise", 1, "INVALID_REQUEST");
    }

    @Test
    void aCampaignWithoutObjectivesIsNotLaunched() {
        Map<String, Object> plan = MEI.aPlan(MEI.aBrand(), 1_000);
        plan.put("objectives", List.of());
        String id = MEI.created("/api/v1/campaigns", plan).getString("id");
        MEI.command("/api/v1/campaigns/" + id + "/launch", Map.of())
                .then()
                .statusCode(409)
                .body("code", is("OBJECTIVE_MISSING"));
    }

    @Test
    void s01_s02_anotherOrganisationSeesNothing() {
        // Given
        JsonPath draft = MEI.aDraft(1_000_000);
        String id = draft.getString("id");

        // When / Then
        BRUNO.get("/api/v1/campaigns/" + id).then().statusCode(404).body("code", is("CAMPAIGN_NOT_FOUND"));
        BRUNO.get("/api/v1/campaigns").then().statusCode(200).body("items.id", not(hasItem(id)));
        BRUNO.get("/api/v1/campaigns?brandId=" + draft.getString("brandId"))
                .then()
                .statusCode(200)
                .body("items.size()", is(0))
                .body("total", is(0));
        BRUNO.create("/api/v1/campaigns", BRUNO.aPlan(BRUNO.aBrand(), 1_000))
                .then()
                .statusCode(201);
        Map<String, Object> foreign = BRUNO.aPlan(BRUNO.aBrand(), 1_000);
        foreign.put("brandId", draft.getString("brandId"));
        BRUNO.create("/api/v1/campaigns", foreign).then().statusCode(422).body("code", is("BRAND_UNKNOWN"));
    }

    @Test
    void s04_aBodyMayNotSetTenantOrStatus() {
        for (String field : List.of("tenantId", "status", "reserved", "version")) {
            Map<String, Object> plan = MEI.aPlan(MEI.aBrand(), 1_000);
            plan.put(field, "RUNNING");
            MEI.create("/api/v1/campaigns", plan)
                    .then()
                    .statusCode(422)
                    .body("errors.field", hasItem(field))
                    .body("errors.code", hasItem("UNKNOWN_FIELD"));
        }
    }

    @Test
    void financeReadsButDoesNotPlan() {
        String id = MEI.aDraft(1_000).getString("id");
        FRANK.get("/api/v1/campaigns/" + id).then().statusCode(200);
        FRANK.create("/api/v1/campaigns", MEI.aPlan(MEI.aBrand(), 1_000)).then().statusCode(403);
    }

    @Test
    void listsPageByCursorNewestFirst() {
        // Given
        String brand = MEI.aBrand();
        for (int i = 0; i < 3; i++) {
            MEI.created("/api/v1/campaigns", MEI.aPlan(brand, 1_000));
        }

        // When
        JsonPath first = MEI.read("/api/v1/campaigns?limit=2&brandId=" + brand);
        JsonPath second =
                MEI.read("/api/v1/campaigns?limit=2&brandId=" + brand + "&cursor=" + first.getString("nextCursor"));

        // Then
        assertThat(first.getList("items")).hasSize(2);
        assertThat(first.getLong("total")).isEqualTo(3);
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("nextCursor")).isNull();
        assertThat(first.getList("items.id")).doesNotContainAnyElementsOf(second.getList("items.id"));
        MEI.get("/api/v1/campaigns?cursor=%21").then().statusCode(400);
    }

    private static void refused(
            String brand, String field, Object value, @org.jspecify.annotations.Nullable String code) {
        Map<String, Object> plan = MEI.aPlan(brand, 1_000);
        plan.put(field, value);
        var answer = MEI.create("/api/v1/campaigns", plan).then().statusCode(422);
        if (code != null) {
            answer.body("code", is(code));
        }
    }

    private static List<String> eventsOf(UUID id, String topic) {
        return TestKafka.everythingOn(topic).stream()
                .filter(message -> id.toString().equals(message.key()))
                .map(TestKafka.Received::type)
                .toList();
    }

    private static CampaignLaunched launched(UUID id) {
        return TestKafka.everythingOn(Topics.CAMPAIGN_EVENTS).stream()
                .filter(message ->
                        id.toString().equals(message.key()) && message.type().equals("CampaignLaunched"))
                .findFirst()
                .orElseThrow()
                .as(CampaignLaunched.class);
    }
}
