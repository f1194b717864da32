package org.kolsuite.campaign.collaboration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.kolsuite.campaign.Api.BRUNO;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.anAddress;
import static org.kolsuite.campaign.Api.because;
import static org.kolsuite.campaign.Api.cny;
import static org.kolsuite.campaign.collaboration.rest.Stages.anInvited;
import static org.kolsuite.campaign.collaboration.rest.Stages.measured;
import static org.kolsuite.campaign.collaboration.rest.Stages.result;
import static org.kolsuite.campaign.collaboration.rest.Stages.shipped;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Api;
import org.kolsuite.campaign.Registry;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.platform.time.MovableClock;

@QuarkusTest
@WithTestResource(KolStack.class)
class GiftTrackResourceTest {
    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void aGiftGoesFromTheShortListToItsMeasuredResult() {
        // Given
        KolState lily = Registry.aKol();
        String campaign = MEI.aRunningCampaign(1_000_000);
        String brief = MEI.aBrief(campaign);
        String gift = MEI.aCandidate(campaign, Registry.account(lily));

        // When: qualified, invited, accepted
        MEI.stepped(gift, "qualify", Map.of());
        MEI.stepped(gift, "invite", Map.of("briefId", brief));
        JsonPath accepted = MEI.stepped(gift, "accept", Map.of("address", anAddress(), "reason", "said yes on WeChat"));

        // Then: codes are issued, the address is masked
        assertThat(accepted.getString("collaboration.promoCode")).startsWith("LUMEN");
        assertThat(accepted.getString("collaboration.trackingSlug")).hasSize(10);
        assertThat(accepted.getString("address")).isEqualTo("L•••, Shanghai, CN");

        // When: the parcel is prepared and leaves
        String product = MEI.read("/api/v1/campaigns/" + campaign).getString("products[0].id");
        MEI.stepped(gift, "prepare-shipment", Map.of("productId", product, "shippingCost", cny(1_200)));
        assertThat(MEI.read("/api/v1/campaigns/" + campaign).getLong("reserved.amountMinor"))
                .isEqualTo(9_200);
        MEI.stepped(gift, "ship", Map.of("carrier", "SF Express", "trackingNumber", "SF1", "shippingCost", cny(1_500)));

        // Then: what was reserved is spent, at what it really cost
        JsonPath spent = MEI.read("/api/v1/campaigns/" + campaign);
        assertThat(spent.getLong("reserved.amountMinor")).isZero();
        assertThat(spent.getLong("spent.amountMinor")).isEqualTo(9_500);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestKafka.everythingOn(Topics.COLLABORATION_EVENTS).stream()
                                .filter(message -> gift.equals(message.key())
                                        && message.type().equals("GiftShipped"))
                                .map(message -> message.as(GiftShipped.class).shippingCost()))
                        .containsExactly(Money.ofMinor(1_500, "CNY")));

        // When: delivered and posted
        MEI.stepped(gift, "confirm-delivery", because("the carrier says so"));
        JsonPath posted = MEI.stepped(
                gift, "submit-post", Map.of("url", "https://xhs.example/n/1", "reason", "link came by chat"));

        // Then: the post is content, and its rights are listed by channel
        assertThat(posted.getString("collaboration.state")).isEqualTo("PUBLISHED");
        assertThat(posted.getString("contents[0].verdict")).isEqualTo("LIVE");
        MEI.get("/api/v1/rights?channel=tmall&campaignId=" + campaign)
                .then()
                .statusCode(200)
                .body("items.collaborationId", contains(gift))
                .body("items[0].url", is("https://xhs.example/n/1"));
        MEI.get("/api/v1/rights?channel=douyin&campaignId=" + campaign).then().body("items.size()", is(0));

        // When: the result is measured
        measured(gift, lily, 7, 40, 400_000);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(gift).getString("collaboration.state"))
                        .isEqualTo("MEASURED"));
        assertThat(MEI.page(gift).getList("history.verb", String.class))
                .containsExactly(
                        "SHORTLIST",
                        "QUALIFY",
                        "INVITE",
                        "ACCEPT",
                        "PREPARE_SHIPMENT",
                        "SHIP",
                        "CONFIRM_DELIVERY",
                        "SUBMIT_POST",
                        "MEASURE");
        CollaborationState told = lastState(gift);
        assertThat(told.state()).isIn("PUBLISHED", "MEASURED");
        assertThat(told.promoCode()).isEqualTo(accepted.getString("collaboration.promoCode"));
        assertThat(told.trackingTarget()).isEqualTo("https://lumen.example/serum");
    }

    @Test
    void stepsThatAreNotLegalOrNotInformedAreRefusedByCode() {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = MEI.aCandidate(campaign, Registry.account(Registry.aKol()));

        // When / Then
        MEI.step(gift, "ship", Map.of("carrier", "SF", "trackingNumber", "1"))
                .then()
                .statusCode(409)
                .body("code", is("COMMAND_NOT_ALLOWED"));
        MEI.step(gift, "complete", Map.of()).then().statusCode(409).body("code", is("COMMAND_OF_THE_OTHER_TRACK"));
        MEI.step(gift, "withdraw", Map.of()).then().statusCode(422).body("code", is("REASON_MISSING"));
        MEI.step(
                        gift,
                        "qualify",
                        Map.of("at", Instant.now(clock).plusSeconds(3600).toString()))
                .then()
                .statusCode(422)
                .body("code", is("NOT_IN_THE_FUTURE"));
        MEI.request()
                .body(Map.of())
                .post("/api/v1/collaborations/" + gift + "/qualify")
                .then()
                .statusCode(428);
        MEI.command("/api/v1/collaborations/" + gift + "/qualify", Map.of(), "\"99\"")
                .then()
                .statusCode(412);
    }

    @Test
    void theShortListSaysWhyAnAccountDoesNotFit() {
        // Given
        KolState lily = Registry.aKol();
        KolState onDouyin = Registry.told(Tokens.LUMEN, Registry.kol("douyin", null, null));
        KolState foreign = Registry.aKol(Tokens.NORTHWIND, null, null);
        String campaign = MEI.aRunningCampaign(1_000_000);
        MEI.aCandidate(campaign, Registry.account(lily));

        // When
        JsonPath outcome = MEI.created(
                "/api/v1/campaigns/" + campaign + "/candidates",
                Map.of(
                        "accountIds",
                        List.of(
                                Registry.account(lily),
                                Registry.account(onDouyin),
                                Registry.account(foreign),
                                UUID.randomUUID().toString())));

        // Then
        assertThat(outcome.getList("added")).isEmpty();
        assertThat(outcome.getList("refused.code"))
                .containsExactly(
                        "ALREADY_IN_CAMPAIGN", "PLATFORM_NOT_IN_CAMPAIGN", "ACCOUNT_UNKNOWN", "ACCOUNT_UNKNOWN");
    }

    @Test
    void regiftingAfterNothingWasPostedNeedsAReason() {
        // Given
        KolState lily = Registry.aKol();
        String first = MEI.aRunningCampaign(1_000_000);
        String unposted = shipped(first, anInvited(first, MEI.aBrief(first), lily));
        MEI.stepped(unposted, "confirm-delivery", because("carrier"));
        clock.move(Duration.ofDays(31));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(MEI.page(unposted).getString("collaboration.state"))
                        .isEqualTo("NO_CONTENT"));
        String second = MEI.aRunningCampaign(1_000_000);
        String brief = MEI.aBrief(second);
        String again = MEI.aCandidate(second, Registry.account(lily));
        MEI.stepped(again, "qualify", Map.of());

        // When / Then
        MEI.step(again, "invite", Map.of("briefId", brief))
                .then()
                .statusCode(422)
                .body("code", is("REGIFT_NEEDS_REASON"));
        MEI.step(again, "invite", Map.of("briefId", brief, "reason", "she was ill"))
                .then()
                .statusCode(200)
                .body("collaboration.state", is("INVITED"));
    }

    @Test
    void aBriefThatWasSentStaysAsItIs() {
        String campaign = MEI.aRunningCampaign(1_000_000);
        String brief = MEI.aBrief(campaign);
        anInvited(campaign, brief, Registry.aKol());
        MEI.request()
                .header("If-Match", MEI.get("/api/v1/briefs/" + brief).header("ETag"))
                .body(MEI.aBriefFor(campaign))
                .put("/api/v1/briefs/" + brief)
                .then()
                .statusCode(409)
                .body("code", is("BRIEF_ALREADY_SENT"));
    }

    @Test
    void w05_twoAcceptsOfTheLastPlaceHaveOneWinner() throws Exception {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        Map<String, Object> words = MEI.aBriefFor(campaign);
        words.put("places", 1);
        String brief = MEI.created("/api/v1/briefs", words).getString("id");
        List<String> gifts =
                List.of(anInvited(campaign, brief, Registry.aKol()), anInvited(campaign, brief, Registry.aKol()));

        // When
        List<Integer> statuses = Race.between(
                gifts,
                gift -> MEI.step(gift, "accept", Map.of("address", anAddress(), "reason", "yes"))
                        .statusCode());

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        MEI.get("/api/v1/briefs/" + brief).then().body("placesTaken", is(1));
    }

    @Test
    void theBoardShowsEachCollaborationInItsColumn() {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        String brief = MEI.aBrief(campaign);
        String invited = anInvited(campaign, brief, Registry.aKol());
        String candidate = MEI.aCandidate(campaign, Registry.account(Registry.aKol()));

        // When
        JsonPath board = MEI.read("/api/v1/campaigns/" + campaign + "/board");

        // Then
        assertThat(board.getList("columns.state")).containsExactly("CANDIDATE", "INVITED");
        assertThat(board.getString("columns[0].items[0].id")).isEqualTo(candidate);
        assertThat(board.getString("columns[1].items[0].id")).isEqualTo(invited);
        assertThat(board.getList("columns[0].items[0].actions")).containsExactly("qualify", "withdraw");
        assertThat(board.getList("columns[1].items[0].onBehalf")).containsExactly("accept", "decline");
    }

    @Test
    void aLongColumnOfTheBoardShowsThoseThatHaveWaitedLongestAndSaysHowManyThereAre() {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        List<String> candidates = Stream.generate(() -> MEI.aCandidate(campaign, Registry.account(Registry.aKol())))
                .limit(3)
                .toList();
        String invited = anInvited(campaign, MEI.aBrief(campaign), Registry.aKol());

        // When
        JsonPath board = MEI.read("/api/v1/campaigns/" + campaign + "/board?limit=2");

        // Then
        assertThat(board.getList("columns[0].items.id")).isEqualTo(candidates.subList(0, 2));
        assertThat(board.getLong("columns[0].count")).isEqualTo(3);
        assertThat(board.getList("columns[1].items.id")).isEqualTo(List.of(invited));
        assertThat(board.getLong("columns[1].count")).isEqualTo(1);
    }

    @Test
    void s01_s02_anotherOrganisationSeesNoCollaboration() {
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = MEI.aCandidate(campaign, Registry.account(Registry.aKol()));
        BRUNO.get("/api/v1/collaborations/" + gift).then().statusCode(404).body("code", is("COLLABORATION_NOT_FOUND"));
        BRUNO.get("/api/v1/collaborations?campaignId=" + campaign)
                .then()
                .body("total", is(0))
                .body("items.size()", is(0));
        BRUNO.get("/api/v1/campaigns/" + campaign + "/board").then().statusCode(404);
        BRUNO.command("/api/v1/collaborations/" + gift + "/qualify", Map.of(), "\"0\"")
                .then()
                .statusCode(404);
    }

    @Test
    void s12_nothingOfAnotherOrganisationIsFoundCountedOrOffered() {
        // Given: a gift under way in one organisation, and another that has nothing
        String campaign = MEI.aRunningCampaign(1_000_000);
        String brief = MEI.aBrief(campaign);
        String gift = anInvited(campaign, brief, Registry.aKol());
        String waiting = MEI.aCandidate(campaign, Registry.account(Registry.aKol()));
        Api stranger = new Api(Tokens.memberOf(UUID.randomUUID(), "stranger", "brand-manager", "admin"));
        for (String path : List.of(
                "/api/v1/campaigns",
                "/api/v1/campaigns?limit=1",
                "/api/v1/brands",
                "/api/v1/products",
                "/api/v1/briefs?campaignId=" + campaign,
                "/api/v1/collaborations",
                "/api/v1/collaborations?campaignId=" + campaign,
                "/api/v1/contents",
                "/api/v1/rights",
                "/api/v1/tasks",
                "/api/v1/escalation-rules")) {
            // When
            Response foreign = stranger.get(path);

            // Then: an empty list, or what is not there
            assertThat(foreign.statusCode()).as(path).isIn(200, 404);
            assertThat(foreign.asString()).as(path).doesNotContain(gift, waiting, brief);
            if (foreign.statusCode() == 200) {
                assertThat(foreign.<List<?>>path("items")).as(path).isEmpty();
                assertThat(foreign.<Integer>path("total")).as(path).isIn(null, 0);
            }
        }
    }

    @Test
    void theAddressIsEncryptedAtRestAndEachRevealIsWrittenDown() throws Exception {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = anInvited(campaign, MEI.aBrief(campaign), Registry.aKol());
        MEI.stepped(gift, "accept", Map.of("address", anAddress(), "reason", "yes"));

        // When
        MEI.request()
                .body(because("to print the label"))
                .post("/api/v1/collaborations/" + gift + "/reveal-address")
                .then()
                .statusCode(200)
                .body("street", is("1 Nanjing Road"));

        // Then
        try (var superuser = KolStack.superuser();
                var query =
                        superuser.prepareStatement("select sealed from delivery_address where collaboration_id = ?")) {
            query.setObject(1, UUID.fromString(gift));
            var row = query.executeQuery();
            row.next();
            assertThat(row.getString(1)).doesNotContain("Nanjing");
        }
        try (var superuser = KolStack.superuser();
                var query = superuser.prepareStatement(
                        "select reason from audit_entry where action = 'reveal-address' and aggregate_id = ?")) {
            query.setObject(1, UUID.fromString(gift));
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("to print the label");
        }
    }

    @Test
    void e01_w10_theSameResultTwiceAndAnOlderOneLateChangeNothing() {
        // Given
        KolState lily = Registry.aKol();
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = shipped(campaign, anInvited(campaign, MEI.aBrief(campaign), lily));
        MEI.stepped(gift, "confirm-delivery", because("carrier"));
        MEI.stepped(gift, "submit-post", Map.of("url", "https://xhs.example/n/2", "reason", "chat"));
        ResultMeasured late = result(gift, lily, 7, 3, 30_000);
        ResultMeasured latest = result(gift, lily, 21, 50, 500_000);
        UUID eventId = UUID.randomUUID();

        // When
        TestKafka.publish(Tokens.LUMEN, eventId, latest);
        TestKafka.publish(Tokens.LUMEN, eventId, latest);
        TestKafka.publish(Tokens.LUMEN, eventId, latest);
        TestKafka.publish(Tokens.LUMEN, late);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(MEI.page(gift).getList("results")).hasSize(2));
        JsonPath page = MEI.page(gift);
        assertThat(page.getList("history.verb", String.class))
                .filteredOn("MEASURE"::equals)
                .hasSize(1);
        assertThat(page.getString("collaboration.state")).isEqualTo("MEASURED");
    }

    @Test
    void anErasedKolIsForgottenByName() {
        // Given
        KolState lily = Registry.aKol();
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = anInvited(campaign, MEI.aBrief(campaign), lily);
        MEI.stepped(gift, "accept", Map.of("address", anAddress(), "reason", "yes"));

        // When
        TestKafka.publish(Tokens.LUMEN, new org.kolsuite.contracts.kol.KolErased(lily.kolId(), clock.instant()));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(gift).getString("collaboration.kolName"))
                        .isEqualTo("(erased)"));
        MEI.get("/api/v1/collaborations/" + gift)
                .then()
                .body("address", is((String) null))
                .body("collaboration.handle", not(startsWith("lily")));
        MEI.created(
                        "/api/v1/campaigns/" + MEI.aRunningCampaign(1_000) + "/candidates",
                        Map.of("accountIds", List.of(Registry.account(lily))))
                .getList("refused.code")
                .forEach(code -> assertThat(code).isEqualTo("ACCOUNT_UNKNOWN"));
    }

    private static CollaborationState lastState(String id) {
        return TestKafka.everythingOn(Topics.COLLABORATION_STATE).stream()
                .filter(message -> id.equals(message.key()))
                .reduce((first, last) -> last)
                .orElseThrow()
                .as(CollaborationState.class);
    }
}
