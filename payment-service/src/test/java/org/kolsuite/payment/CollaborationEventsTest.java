package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.campaign.CollaborationCancelled;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.campaign.Milestone;
import org.kolsuite.contracts.campaign.MilestoneReached;
import org.kolsuite.contracts.campaign.OfferAgreed;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.contracts.payment.FeeRefused;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

/** What campaign and registry say over Kafka, and what payment answers. */
@QuarkusTest
@WithTestResource(KolStack.class)
class CollaborationEventsTest {
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");

    private final Finance team = Finance.team();
    private final UUID collaboration = Ids.next();
    private final UUID campaign = Ids.next();
    private final UUID kol = Ids.next();

    @Test
    void anAgreementWithAPayeeOpensItsFeeAndAMilestoneQueuesIt() {
        // Given
        payee(kol);
        agree();

        // When
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "SIGNED", NOW));

        // Then
        String fee = feeWithMilestone("DUE");
        assertThat(team.balance("commitments:fees")).isEqualTo(10_000_00);
        command(team.ann, fee, "request").then().statusCode(200);
        command(team.ann, fee, "approve").then().statusCode(403).body("code", equalTo("APPROVER_IS_REQUESTER"));
        command(team.bob, fee, "approve").then().statusCode(200);
        command(team.bob, fee, "approve").then().statusCode(409).body("code", equalTo("MILESTONE_STATE_FORBIDS"));
        assertThat(team.balance("commitments:fees")).isEqualTo(5_000_00);
        assertThat(team.balance("costs:fees")).isEqualTo(5_000_00);
        FeeApproved approved = published(Topics.FEE_EVENTS, "FeeApproved").as(FeeApproved.class);
        assertThat(approved.collaborationId()).isEqualTo(collaboration);
        assertThat(approved.milestone()).isEqualTo("SIGNED");
        assertThat(approved.amount()).isEqualTo(cny(5_000_00));
    }

    @Test
    void theHalvesOfOneFeeAreNotTakenForADoublePayment() {
        // Given
        payee(kol);
        agree();

        // When
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "SIGNED", NOW));
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "VERIFIED", NOW));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .until(() -> team.get("/api/v1/approvals?state=DUE").jsonPath().getInt("total") == 2);
        team.get("/api/v1/approvals?state=DUE").then().body("items.possibleDouble", equalTo(List.of(false, false)));
    }

    @Test
    void withoutAPayeeTheAgreementIsRefusedAndOpensWhenThePayeeArrives() {
        // Given
        agree();
        FeeRefused refused = published(Topics.FEE_EVENTS, "FeeRefused").as(FeeRefused.class);
        assertThat(refused.code()).isEqualTo("NO_PAYEE");
        assertThat(refused.collaborationId()).isEqualTo(collaboration);
        team.get("/api/v1/fees?state=BLOCKED").then().body("items[0].blockedCode", equalTo("NO_PAYEE"));

        // When
        payee(kol);

        // Then
        team.get("/api/v1/fees?campaignId=" + campaign)
                .then()
                .body("items[0].blockedCode", nullValue())
                .body("items[0].payeeName", equalTo("Luna"));
        assertThat(team.balance("commitments:fees")).isEqualTo(10_000_00);
    }

    @Test
    void w7_aCancellationVoidsWhatIsNotApprovedAndOwesTheCompensation() {
        // Given
        payee(kol);
        agree();

        // When
        TestKafka.publish(
                team.tenant,
                new CollaborationCancelled(
                        collaboration, campaign, kol, "DRAFT_REVIEW", cny(1_000_00), "brand changed its mind", NOW));

        // Then
        String fee = feeWithMilestone("VOIDED");
        team.get("/api/v1/fees/" + fee)
                .then()
                .body("milestones[2].name", equalTo("COMPENSATION"))
                .body("milestones[2].state", equalTo("DUE"));
        assertThat(team.balance("commitments:fees")).isEqualTo(1_000_00);
    }

    @Test
    void aShippedGiftIsBookedAsCostOnceHoweverOftenItIsTold() {
        GiftShipped shipped =
                new GiftShipped(collaboration, campaign, kol, Ids.next(), Ids.next(), cny(300_00), cny(20_00), NOW);
        UUID event = Ids.next();
        TestKafka.publish(team.tenant, event, shipped);
        TestKafka.publish(team.tenant, event, shipped);
        TestKafka.publish(team.tenant, event, shipped);

        await().atMost(Duration.ofSeconds(20)).until(() -> team.balance("costs:gifts") > 0);
        agree();
        published(Topics.FEE_EVENTS, "FeeRefused");
        assertThat(team.balance("costs:gifts")).isEqualTo(320_00);
    }

    @Test
    void s03_aKolSeesTheirOwnPaymentsAcrossOrganisationsAndNeitherAnothersNorTheLedger() {
        // Given
        String luna = "luna-" + kol;
        payee(kol);
        TestKafka.publish(team.tenant, new KolState(kol, 1, "Luna", "CN", null, null, List.of()));
        TestKafka.publish(team.tenant, new KolLinked(kol, Tokens.subjectOf(luna), NOW));
        agree();
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "SIGNED", NOW));
        feeWithMilestone("DUE");

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Finance.as(Tokens.kol(luna))
                        .get("/partner/v1/payouts")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("total", is(2))
                        .body("items.find { it.milestone == 'SIGNED' }.status", equalTo("DUE"))
                        .body("items.find { it.milestone == 'SIGNED' }.waitsFor", equalTo("REQUEST"))
                        .body("items.find { it.milestone == 'SIGNED' }.dueOn", equalTo("2026-05-01"))
                        .body("items.find { it.milestone == 'VERIFIED' }.waitsFor", equalTo("MILESTONE_NOT_REACHED"))
                        .body("items[0]", not(hasKey("requestedBy"))));
        Finance.as(Tokens.kol("somebody-else"))
                .get("/partner/v1/payouts")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("total", is(0));
        Finance.as(Tokens.kol(luna, "openid briefs:read"))
                .get("/partner/v1/payouts")
                .then()
                .statusCode(403);
        Finance.as(team.ann).get("/partner/v1/payouts").then().statusCode(403);
        Finance.as(Tokens.kol(luna)).get("/api/v1/ledger/transactions").then().statusCode(403);
        Finance.as(Tokens.kol(luna)).get("/api/v1/fees").then().statusCode(403);
    }

    @Test
    void anAgencySeesWhatWasAgreedThroughItForTheKolsOnItsRosterToday() {
        // Given
        UUID agency = Ids.next();
        String token = Tokens.agency(agency, "mcn-" + agency);
        Finance.post(team.ann, "/api/v1/payees", Map.of("name", "Star MCN", "agencyId", agency.toString()))
                .then()
                .statusCode(201);
        TestKafka.publish(team.tenant, new KolState(kol, 1, "Luna", "CN", null, agency, List.of()));
        TestKafka.publish(team.tenant, agreement(agency));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Finance.as(token)
                        .get("/partner/v1/payouts")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("items[0].kolName", equalTo("Luna")));
        TestKafka.publish(team.tenant, new KolState(kol, 2, "Luna", "CN", null, null, List.of()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        Finance.as(token).get("/partner/v1/payouts").then().body("items", hasSize(0)));
    }

    @Test
    void anErasedKolLeavesAmountsWithoutAPerson() {
        // Given
        payee(kol);
        TestKafka.publish(team.tenant, new KolState(kol, 1, "Luna", "CN", null, null, List.of()));
        agree();
        feeWithMilestone("PLANNED");

        // When
        TestKafka.publishTombstone(team.tenant, Topics.KOL_STATE, kol);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> team.get("/api/v1/payees?search=Luna").then().body("total", is(0)));
        team.get("/api/v1/fees?kolId=" + kol)
                .then()
                .body("items[0].total.amountMinor", is(10_000_00))
                .body("items[0].payeeBankState", equalTo("MISSING"));
    }

    @Test
    void w02_whoRequestedOrEnteredTheAccountIsRefusedTheApproval() {
        // Given
        payee(kol);
        agree();
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "SIGNED", NOW));
        String fee = feeWithMilestone("DUE");
        command(team.ann, fee, "request").then().statusCode(200);

        // When / Then
        command(team.ann, fee, "approve").then().statusCode(403).body("code", equalTo("APPROVER_IS_REQUESTER"));
        command(team.admin, fee, "approve").then().statusCode(403).body("code", equalTo("APPROVER_EDITED_THE_ACCOUNT"));
        assertThat(team.balance("liabilities:payees")).isZero();
        command(team.bob, fee, "approve").then().statusCode(200);
    }

    @RepeatedTest(8)
    void m21_aCancellationThatRacesTheApprovalLeavesOneWinner() {
        // Given: a part that waits for its second person
        payee(kol);
        agree();
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "SIGNED", NOW));
        String fee = feeWithMilestone("DUE");
        command(team.ann, fee, "request").then().statusCode(200);
        String tag = team.get("/api/v1/fees/" + fee).header("ETag");

        // When
        CompletableFuture<Void> cancelled = CompletableFuture.runAsync(() -> TestKafka.publish(
                team.tenant,
                new CollaborationCancelled(collaboration, campaign, kol, "AGREED", cny(0), "recalled", NOW)));
        int approved = Finance.as(team.bob)
                .header("If-Match", tag)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/fees/" + fee + "/milestones/SIGNED/approve")
                .statusCode();
        cancelled.join();

        // Then: approved and owed, or voided and refused; the rest is voided either way
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> team.get("/api/v1/fees/" + fee)
                        .then()
                        .body("milestones.find { it.name == 'VERIFIED' }.state", equalTo("VOIDED")));
        JsonPath after = team.get("/api/v1/fees/" + fee).jsonPath();
        boolean won = approved == 200;
        assertThat(approved).isIn(200, 409, 412);
        assertThat(after.getString("milestones.find { it.name == 'SIGNED' }.state"))
                .isEqualTo(won ? "APPROVED" : "VOIDED");
        assertThat(team.balance("liabilities:payees")).isEqualTo(won ? 5_000_00 : 0);
        assertThat(team.balance("commitments:fees")).isZero();
        team.get("/api/v1/payouts").then().body("total", is(won ? 1 : 0));
        team.get("/api/v1/ledger/verify").then().body("intact", is(true));
    }

    @Test
    void w3_twoApprovalsRaceAndOneWins() throws Exception {
        // Given
        payee(kol);
        agree();
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "SIGNED", NOW));
        String fee = feeWithMilestone("DUE");
        command(team.ann, fee, "request").then().statusCode(200);
        String carol = Tokens.memberOf(team.tenant, "carol", "finance");
        String tag = team.get("/api/v1/fees/" + fee).header("ETag");

        // When
        List<Integer> statuses = Stream.of(team.bob, carol)
                .parallel()
                .map(who -> Finance.as(who)
                        .header("If-Match", tag)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/api/v1/fees/" + fee + "/milestones/SIGNED/approve")
                        .statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnlyOnce(200).anyMatch(status -> status == 409 || status == 412);
        assertThat(team.balance("liabilities:payees")).isEqualTo(5_000_00);
        team.get("/api/v1/payouts").then().body("total", is(1));
    }

    @Test
    void w4_anApprovalSaysWhichVersionItSaw() {
        payee(kol);
        agree();
        TestKafka.publish(team.tenant, new MilestoneReached(collaboration, "SIGNED", NOW));
        String path = "/api/v1/fees/" + feeWithMilestone("DUE") + "/milestones/SIGNED/request";

        Finance.post(team.ann, path, null).then().statusCode(428);
        Finance.as(team.ann)
                .header("If-Match", "\"99\"")
                .header("Idempotency-Key", "k")
                .post(path)
                .then()
                .statusCode(412);
    }

    private Response command(String token, String fee, String verb) {
        return Finance.as(token)
                .header("If-Match", team.get("/api/v1/fees/" + fee).header("ETag"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/fees/" + fee + "/milestones/SIGNED/" + verb);
    }

    private void payee(UUID kolId) {
        Finance.post(
                        team.admin,
                        "/api/v1/payees",
                        Map.of(
                                "name", "Luna",
                                "kolId", kolId.toString(),
                                "bank", Map.of("holder", "Luna Li", "account", "6222021234567890123")))
                .then()
                .statusCode(201);
    }

    private void agree() {
        TestKafka.publish(team.tenant, agreement(null));
    }

    private OfferAgreed agreement(@Nullable UUID agency) {
        return new OfferAgreed(
                collaboration,
                campaign,
                kol,
                Ids.next(),
                agency,
                null,
                cny(10_000_00),
                List.of(new Milestone("SIGNED", cny(5_000_00)), new Milestone("VERIFIED", cny(5_000_00))),
                NOW);
    }

    private String feeWithMilestone(String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            JsonPath fees =
                                    team.get("/api/v1/fees?state=" + state).jsonPath();
                            return String.valueOf(fees.getString("items[0].id"));
                        },
                        id -> !id.equals("null"));
    }

    private TestKafka.Received published(String topic, String type) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> TestKafka.everythingOn(topic).stream()
                                .filter(one -> one.type().equals(type)
                                        && team.tenant
                                                .toString()
                                                .equals(one.headers().get("ce_tenant")))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, "CNY");
    }
}
