package org.kolsuite.campaign.collaboration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.because;
import static org.kolsuite.campaign.Api.cny;
import static org.kolsuite.campaign.collaboration.rest.Stages.aMeasuredGift;
import static org.kolsuite.campaign.collaboration.rest.Stages.anAgreed;
import static org.kolsuite.campaign.collaboration.rest.Stages.anOffer;
import static org.kolsuite.campaign.collaboration.rest.Stages.measured;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Registry;
import org.kolsuite.contracts.campaign.CollaborationCancelled;
import org.kolsuite.contracts.campaign.Milestone;
import org.kolsuite.contracts.campaign.MilestoneReached;
import org.kolsuite.contracts.campaign.OfferAgreed;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.time.MovableClock;

@QuarkusTest
@WithTestResource(KolStack.class)
class PaidTrackResourceTest {
    private static final Map<String, Object> SEEN_FINE =
            Map.of("live", true, "tagged", true, "adMark", true, "shoppingLink", true, "reported", true);

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void aMeasuredGiftIsEscalatedOfferedNegotiatedReviewedPublishedVerifiedAndCompleted() {
        // Given: a rule, and a gift whose result meets it
        MEI.created(
                "/api/v1/escalation-rules",
                Map.of(
                        "name",
                        "Sellers",
                        "active",
                        true,
                        "needed",
                        1,
                        "conditions",
                        List.of(Map.of("metric", "ORDERS", "threshold", 10))));
        KolState lily = Registry.aKol();
        String campaign = MEI.aRunningCampaign(10_000_000);
        String brief = MEI.aBrief(campaign);
        String gift = aMeasuredGift(campaign, brief, lily);

        // Then: the suite proposes, with evidence
        JsonPath page = MEI.page(gift);
        assertThat(page.getString("proposals[0].proposal.recommendation")).isEqualTo("ESCALATE");
        assertThat(page.getString("proposals[0].proposal.confidence")).isEqualTo("HIGH");
        assertThat(page.getFloat("proposals[0].proposal.evidence[0].interval.low"))
                .isBetween(20f, 40f);
        MEI.get("/api/v1/tasks").then().body("items.kind", hasItem("DECIDE_ON_ESCALATION"));

        // When: a person decides
        JsonPath paidPage = MEI.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", MEI.get("/api/v1/collaborations/" + gift).header("ETag"))
                .body(Map.of("briefId", brief, "fee", cny(1_000_000), "reason", "sold 40 pieces"))
                .post("/api/v1/collaborations/" + gift + "/escalate")
                .then()
                .statusCode(201)
                .body("collaboration.state", is("OFFERED"))
                .body("collaboration.escalatedFrom", is(gift))
                .extract()
                .jsonPath();
        String paid = paidPage.getString("collaboration.id");
        assertThat(MEI.page(gift).getString("collaboration.state")).isEqualTo("ESCALATED");
        assertThat(MEI.page(gift).getString("escalatedTo")).isEqualTo(paid);

        // When: counter, agreement
        MEI.stepped(paid, "counter", Map.of("fee", cny(1_200_000), "reason", "by phone"));
        JsonPath agreed = MEI.stepped(paid, "accept-counter", Map.of());

        // Then: the fee is reserved by the same step, and payment hears of it
        assertThat(agreed.getLong("reserved.amountMinor")).isEqualTo(1_200_000);
        OfferAgreed heard = heard(paid, OfferAgreed.class).getFirst();
        assertThat(heard.escalatedFrom()).isEqualTo(UUID.fromString(gift));
        assertThat(heard.milestones())
                .containsExactly(
                        new Milestone("SIGNED", Money.ofMinor(600_000, "CNY")),
                        new Milestone("VERIFIED", Money.ofMinor(600_000, "CNY")));

        // When: draft, one revision, approval, publishing
        MEI.step(paid, "submit-post", Map.of("url", "https://xhs.example/p/1", "reason", "early"))
                .then()
                .statusCode(409)
                .body("code", is("PUBLISHING_NEEDS_APPROVAL"));
        MEI.stepped(paid, "submit-draft", Map.of("text", "first", "reason", "by mail"));
        MEI.stepped(paid, "request-revision", Map.of("comment", "more light"));
        JsonPath second = MEI.stepped(paid, "submit-draft", Map.of("text", "second", "reason", "by mail"));
        assertThat(second.getList("contents.verdict")).containsExactly("SENT_BACK", "WAITING");
        MEI.stepped(paid, "approve-draft", Map.of());
        MEI.stepped(
                paid,
                "schedule",
                Map.of("publishAt", clock.instant().plusSeconds(3600).toString()));
        MEI.stepped(paid, "submit-post", Map.of("url", "https://xhs.example/p/1", "reason", "by mail"));

        // Then: a post without the mark but with a link is not verified
        Map<String, Object> unmarked = new HashMap<>(SEEN_FINE);
        unmarked.put("adMark", false);
        MEI.step(paid, "verify", unmarked).then().statusCode(409).body("code", is("VERIFICATION_BLOCKED"));
        Map<String, Object> unreported = new HashMap<>(SEEN_FINE);
        unreported.put("reported", false);
        MEI.step(paid, "verify", unreported).then().statusCode(409).body("code", is("VERIFICATION_BLOCKED"));

        // When
        MEI.stepped(paid, "verify", SEEN_FINE);
        measured(paid, lily, 7, 90, 900_000);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(paid).getString("collaboration.state"))
                        .isEqualTo("MEASURED"));
        MEI.stepped(paid, "complete", Map.of());

        // Then
        assertThat(heard(paid, MilestoneReached.class))
                .extracting(MilestoneReached::milestone)
                .containsExactly("SIGNED", "VERIFIED");
        MEI.get("/api/v1/rights?channel=tmall&all=true&campaignId=" + campaign)
                .then()
                .body("items.collaborationId", hasItem(paid));
    }

    @Test
    void twoAgreementsThatRaceForTheLastOfTheBudgetHaveOneWinner() throws Exception {
        for (int round = 0; round < 3; round++) {
            // Given
            String campaign = MEI.aRunningCampaign(1_500_000);
            String brief = MEI.aBrief(campaign);
            List<String> offers = List.of(
                    anOffer(campaign, brief, Registry.aKol(), 1_000_000),
                    anOffer(campaign, brief, Registry.aKol(), 1_000_000));

            // When
            List<String> codes = Race.between(
                    offers,
                    offer -> String.valueOf((Object)
                            MEI.step(offer, "accept", because("both said yes")).path("code")));

            // Then
            assertThat(codes).containsExactlyInAnyOrder("null", "BUDGET_EXHAUSTED");
            JsonPath after = MEI.read("/api/v1/campaigns/" + campaign);
            assertThat(after.getLong("reserved.amountMinor")).isEqualTo(1_000_000);
            assertThat(after.getLong("available.amountMinor")).isEqualTo(500_000);
        }
    }

    @Test
    void m18_manyAgreementsOnFundsForThreeSucceedExactlyThreeTimes() throws Exception {
        // Given
        String campaign = MEI.aRunningCampaign(30_000);
        String brief = MEI.aBrief(campaign);
        List<String> offers = IntStream.range(0, 8)
                .mapToObj(i -> anOffer(campaign, brief, Registry.aKol(), 10_000))
                .toList();

        // When
        List<Integer> statuses = Race.between(
                offers, offer -> MEI.step(offer, "accept", because("yes")).statusCode());

        // Then
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(3);
        assertThat(statuses).containsOnly(200, 409);
        assertThat(MEI.read("/api/v1/campaigns/" + campaign).getLong("available.amountMinor"))
                .isZero();
    }

    @Test
    void w03_twoApprovalsOfOneDraftAreOneTransition() throws Exception {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        String paid = anAgreed(campaign, 100_000);
        MEI.stepped(paid, "submit-draft", Map.of("text", "draft", "reason", "mail"));
        String etag = MEI.get("/api/v1/collaborations/" + paid).header("ETag");

        // When
        List<Integer> statuses = Race.between(
                List.of(1, 2),
                i -> MEI.command("/api/v1/collaborations/" + paid + "/approve-draft", Map.of(), etag)
                        .statusCode());

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(MEI.page(paid).getList("history.verb", String.class))
                .filteredOn("APPROVE_DRAFT"::equals)
                .hasSize(1);
    }

    @Test
    void w06_theBudgetIsNotCutBelowWhatIsCommitted() {
        String campaign = MEI.aRunningCampaign(5_000_000);
        anAgreed(campaign, 1_000_000);
        MEI.command("/api/v1/campaigns/" + campaign + "/budget", Map.of("budget", cny(999_999)))
                .then()
                .statusCode(409)
                .body("code", is("BUDGET_BELOW_COMMITTED"));
        MEI.command("/api/v1/campaigns/" + campaign + "/budget", Map.of("budget", cny(1_000_000)))
                .then()
                .statusCode(200);
    }

    @Test
    void aDisputeHaltsTheWorkWhichGoesOnWhereItStopped() {
        // Given
        String paid = anAgreed(MEI.aRunningCampaign(5_000_000), 1_000_000);
        MEI.stepped(paid, "submit-draft", Map.of("text", "draft", "reason", "mail"));

        // When
        MEI.stepped(paid, "dispute", because("that is not what was agreed"));

        // Then
        MEI.step(paid, "approve-draft", Map.of()).then().statusCode(409).body("code", is("COMMAND_NOT_ALLOWED"));
        MEI.get("/api/v1/tasks").then().body("items.kind", hasItem("RESOLVE_DISPUTES"));
        MEI.step(paid, "resolve", because("one more picture"))
                .then()
                .statusCode(200)
                .body("collaboration.state", is("DRAFT_REVIEW"));
        MEI.stepped(paid, "approve-draft", Map.of());
    }

    @Test
    void aPostThatIsTakenDownEarlyVoidsWhatWasNotReached() {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        String paid = anAgreed(campaign, 1_000_000);
        MEI.stepped(paid, "submit-draft", Map.of("text", "draft", "reason", "mail"));
        MEI.stepped(paid, "approve-draft", Map.of());
        MEI.stepped(paid, "submit-post", Map.of("url", "https://xhs.example/p/2", "reason", "mail"));

        // When
        JsonPath removed = MEI.stepped(paid, "report-removed", because("gone since Monday"));

        // Then: the signed half stays owed
        assertThat(removed.getString("collaboration.state")).isEqualTo("REMOVED");
        assertThat(removed.getList("contents.verdict", String.class)).contains("REMOVED");
        assertThat(removed.getLong("reserved.amountMinor")).isEqualTo(500_000);
        assertThat(heard(paid, CollaborationCancelled.class).getFirst().compensation())
                .isEqualTo(Money.ofMinor(500_000, "CNY"));
    }

    @Test
    void w07_cancellingAfterADraftKeepsHalfForTheKolAndReleasesTheRest() {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        String paid = anAgreed(campaign, 1_000_000);
        MEI.stepped(paid, "submit-draft", Map.of("text", "draft", "reason", "mail"));

        // When
        MEI.step(paid, "cancel", Map.of()).then().statusCode(422).body("code", is("REASON_MISSING"));
        MEI.stepped(paid, "cancel", because("product recalled"));

        // Then
        JsonPath after = MEI.read("/api/v1/campaigns/" + campaign);
        assertThat(after.getLong("reserved.amountMinor")).isEqualTo(500_000);
        CollaborationCancelled heard = heard(paid, CollaborationCancelled.class).getFirst();
        assertThat(heard.compensation()).isEqualTo(Money.ofMinor(500_000, "CNY"));
        assertThat(heard.stage()).isEqualTo("DRAFT_REVIEW");
        assertThat(heard.reason()).isEqualTo("product recalled");
    }

    @Test
    void anOfferExpiresAndCanNotBeAcceptedAfterwards() {
        String campaign = MEI.aRunningCampaign(5_000_000);
        String offer = anOffer(campaign, MEI.aBrief(campaign), Registry.aKol(), 1_000);
        clock.move(Duration.ofDays(8));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(MEI.page(offer).getString("collaboration.state"))
                        .isEqualTo("OFFER_EXPIRED"));
        MEI.step(offer, "accept", because("late")).then().statusCode(409).body("code", is("COMMAND_NOT_ALLOWED"));
    }

    @Test
    void offersOutOfBoundsAreRefusedByField() {
        String campaign = MEI.aRunningCampaign(5_000_000);
        String brief = MEI.aBrief(campaign);
        String account = Registry.account(Registry.aKol());
        refused(campaign, offer(account, brief, cny(0)), "FEE_MUST_BE_POSITIVE");
        refused(campaign, offer(account, brief, cny(-1)), "FEE_MUST_BE_POSITIVE");
        refused(
                campaign,
                offer(account, brief, Map.of("amountMinor", 1, "currency", "EUR")),
                "FEE_IN_ANOTHER_CURRENCY");
        Map<String, Object> retained = offer(account, brief, cny(100));
        retained.put("retentionDays", 10);
        refused(campaign, retained, "RETENTION_OUT_OF_RANGE");
        Map<String, Object> doubled = offer(account, brief, cny(100));
        doubled.put(
                "milestones", List.of(Map.of("step", "SIGNED", "weight", 1), Map.of("step", "SIGNED", "weight", 1)));
        refused(campaign, doubled, "MILESTONES_DO_NOT_FIT");
        Map<String, Object> past = offer(account, brief, cny(100));
        past.put("publishBy", "2020-01-01T00:00:00Z");
        refused(campaign, past, "NOT_IN_THE_PAST");
        MEI.create("/api/v1/campaigns/" + campaign + "/offers", offer(account, brief, cny(6_000_000)))
                .then()
                .statusCode(409)
                .body("code", is("BUDGET_EXHAUSTED"));
    }

    @Test
    void m01_anOfferUnderOneKeyIsMadeOnce() throws Exception {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        Map<String, Object> offer = offer(Registry.account(Registry.aKol()), MEI.aBrief(campaign), cny(1_000));
        String key = UUID.randomUUID().toString();

        // When
        List<Integer> statuses = Race.between(
                IntStream.range(0, 10).boxed().toList(),
                i -> MEI.request()
                        .header("Idempotency-Key", key)
                        .body(offer)
                        .post("/api/v1/campaigns/" + campaign + "/offers")
                        .statusCode());

        // Then
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        MEI.get("/api/v1/collaborations?campaignId=" + campaign).then().body("total", is(1));
        MEI.get("/api/v1/collaborations?campaignId=" + campaign + "&track=PAID&state=OFFERED&q=lily")
                .then()
                .body("items.state", contains("OFFERED"));
    }

    @Test
    void aCampaignClosesOnlyWhenNothingIsOpen() {
        String campaign = MEI.aRunningCampaign(5_000_000);
        String offer = anOffer(campaign, MEI.aBrief(campaign), Registry.aKol(), 1_000);
        MEI.command("/api/v1/campaigns/" + campaign + "/close", Map.of())
                .then()
                .statusCode(409)
                .body("code", is("COLLABORATIONS_STILL_OPEN"));
        MEI.stepped(offer, "cancel", because("plans changed"));
        MEI.command("/api/v1/campaigns/" + campaign + "/close", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("CLOSED"));
    }

    private static Map<String, Object> offer(String account, String brief, Map<String, Object> fee) {
        return new HashMap<>(Map.of("accountId", account, "briefId", brief, "fee", fee));
    }

    private static void refused(String campaign, Map<String, Object> offer, String code) {
        MEI.create("/api/v1/campaigns/" + campaign + "/offers", offer)
                .then()
                .statusCode(422)
                .body("code", is(code));
    }

    private static <T> List<T> heard(String id, Class<T> type) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestKafka.everythingOn(Topics.COLLABORATION_EVENTS).stream()
                        .anyMatch(message ->
                                id.equals(message.key()) && message.type().equals(type.getSimpleName())));
        return TestKafka.everythingOn(Topics.COLLABORATION_EVENTS).stream()
                .filter(message -> id.equals(message.key()) && message.type().equals(type.getSimpleName()))
                .map(message -> message.as(type))
                .toList();
    }
}
