package org.kolsuite.campaign.collaboration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.kolsuite.campaign.Api.FRANK;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.because;
import static org.kolsuite.campaign.collaboration.rest.Stages.anAgreed;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.contracts.payment.FeeRefused;
import org.kolsuite.contracts.payment.PayoutReturned;
import org.kolsuite.contracts.payment.PayoutSent;
import org.kolsuite.contracts.payment.PayoutSettled;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.platform.time.MovableClock;

/** What payment tells of the money, and what campaign makes of it. */
@QuarkusTest
@WithTestResource(KolStack.class)
class MoneyOfACollaborationTest {
    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void e01_anApprovedPartTurnsReservationIntoSpendingOnce() {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        String paid = anAgreed(campaign, 1_000_000);
        UUID fee = UUID.randomUUID();
        FeeApproved signed = approved(fee, paid, "SIGNED", 500_000);
        UUID eventId = UUID.randomUUID();

        // When: the same event twice, and once more under another id
        TestKafka.publish(Tokens.LUMEN, eventId, signed);
        TestKafka.publish(Tokens.LUMEN, eventId, signed);
        TestKafka.publish(Tokens.LUMEN, signed);
        TestKafka.publish(Tokens.LUMEN, approved(fee, paid, "VERIFIED", 500_000));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(MEI.page(paid).getLong("spent.amountMinor")).isEqualTo(1_000_000));
        JsonPath after = MEI.read("/api/v1/campaigns/" + campaign);
        assertThat(after.getLong("reserved.amountMinor")).isZero();
        assertThat(after.getLong("spent.amountMinor")).isEqualTo(1_000_000);
        assertThat(after.getLong("unplanned.amountMinor")).isZero();
    }

    @Test
    void aFeeApprovedInTheMomentItWasCancelledIsKeptApartAsUnplanned() {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        String paid = anAgreed(campaign, 1_000_000);
        MEI.stepped(paid, "cancel", because("recalled"));

        // When
        TestKafka.publish(Tokens.LUMEN, approved(UUID.randomUUID(), paid, "SIGNED", 500_000));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                MEI.read("/api/v1/campaigns/" + campaign).getLong("unplanned.amountMinor"))
                        .isEqualTo(500_000));
        assertThat(MEI.read("/api/v1/campaigns/" + campaign).getLong("available.amountMinor"))
                .isEqualTo(500_000);
    }

    @Test
    void aRefusedFeeShowsAsBlockedAndKeepsItsReservation() {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        String paid = anAgreed(campaign, 1_000_000);

        // When
        TestKafka.publish(
                Tokens.LUMEN,
                new FeeRefused(
                        UUID.randomUUID(), UUID.fromString(paid), "NO_PAYEE", "No bank account yet.", clock.instant()));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(paid).getString("collaboration.blocked.code"))
                        .isEqualTo("NO_PAYEE"));
        assertThat(MEI.page(paid).getLong("reserved.amountMinor")).isEqualTo(1_000_000);
        MEI.get("/api/v1/tasks").then().body("items.kind", hasItem("UNBLOCK_FEES"));
    }

    @Test
    void w10_payoutsNeverGoBackwards() {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        String paid = anAgreed(campaign, 1_000_000);
        UUID payout = UUID.randomUUID();
        UUID id = UUID.fromString(paid);
        Money half = Money.ofMinor(500_000, "CNY");
        Instant now = clock.instant();

        // When: settled is heard of before sent
        publish(new PayoutSettled(payout, payout, id, null, half, "E2E1", "BANK1", LocalDate.of(2026, 11, 22), now));
        publish(new PayoutSent(payout, payout, id, null, half, "E2E1", now));
        UUID other = UUID.randomUUID();
        publish(new PayoutSent(other, other, id, null, half, "E2E2", now));
        publish(new PayoutReturned(other, other, id, null, half, "E2E2", "account closed", now));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(paid).getList("payouts.state", String.class))
                        .containsExactlyInAnyOrder("SETTLED", "RETURNED"));
        MEI.get("/api/v1/tasks").then().body("items.kind", hasItem("FOLLOW_RETURNED_PAYOUTS"));
    }

    @Test
    void aRefusalIsOvercomeByAnApprovalOrAPayoutWhicheverIsHeardOfFirst() {
        // Given
        String campaign = MEI.aRunningCampaign(5_000_000);
        String approvedLater = aBlocked(campaign);
        String paidLater = aBlocked(campaign);
        String approvedBefore = anAgreed(campaign, 1_000_000);

        // When
        Instant now = clock.instant();
        UUID payout = UUID.randomUUID();
        publish(approved(UUID.randomUUID(), approvedLater, "SIGNED", 500_000));
        publish(new PayoutSent(
                payout, payout, UUID.fromString(paidLater), null, Money.ofMinor(500_000, "CNY"), "E2E9", now));
        publish(approved(UUID.randomUUID(), approvedBefore, "SIGNED", 500_000));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(approvedBefore).getLong("spent.amountMinor"))
                        .isEqualTo(500_000));
        publish(refused(approvedBefore, now.minusSeconds(60)));
        publish(refused(approvedLater, now.minusSeconds(60)));
        String last = aBlocked(campaign);

        // Then
        assertThat(last).isNotEmpty();
        for (String overcome : List.of(approvedLater, paidLater, approvedBefore)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat((Object) MEI.page(overcome).get("collaboration.blocked"))
                            .isNull());
        }
    }

    @Test
    void aPersonSaysThatARefusedFeeWasDealtWithAndWhy() {
        // Given
        String paid = aBlocked(MEI.aRunningCampaign(5_000_000));
        String path = "/api/v1/collaborations/" + paid + "/unblock-fee";

        // When
        MEI.step(paid, "unblock-fee", Map.of()).then().statusCode(422).body("code", is("REASON_MISSING"));
        MEI.command(path, because("paid by card"), "\"0\"").then().statusCode(412);
        JsonPath after = FRANK.command(
                        path,
                        because("paid by card"),
                        MEI.get("/api/v1/collaborations/" + paid).header("ETag"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat((Object) after.get("collaboration.blocked")).isNull();
        assertThat(after.getString("collaboration.state")).isEqualTo("AGREED");
        assertThat(after.getLong("reserved.amountMinor")).isEqualTo(1_000_000);
        assertThat(after.getString("history[-1].verb")).isEqualTo("UNBLOCK_FEE");
        assertThat(after.getString("history[-1].reason")).isEqualTo("paid by card");
        MEI.step(paid, "unblock-fee", because("again")).then().statusCode(409).body("code", is("NO_FEE_IS_BLOCKED"));
    }

    @Test
    void whatPaymentRefusesMeanwhileTakesNobodysVersionAway() {
        // Given: somebody who has read the collaboration, and writes
        String paid = anAgreed(MEI.aRunningCampaign(5_000_000), 1_000_000);
        String read = MEI.get("/api/v1/collaborations/" + paid).header("ETag");

        // When
        publish(refused(paid, clock.instant()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(paid).getString("collaboration.blocked.code"))
                        .isEqualTo("NO_PAYEE"));
        MEI.command("/api/v1/collaborations/" + paid + "/dispute", because("the draft is late"), read)
                .then()
                .statusCode(200);

        // Then: what payment said still stands there
        assertThat(MEI.page(paid).getString("collaboration.blocked.code")).isEqualTo("NO_PAYEE");
    }

    @Test
    void aRefusalThatMeetsAnApprovalUnderWayDoesNotOutliveIt() throws SQLException {
        // Given: an approval that is being taken in, and holds the collaboration
        String paid = anAgreed(MEI.aRunningCampaign(5_000_000), 1_000_000);
        try (Connection approving = KolStack.superuser();
                Statement statement = approving.createStatement()) {
            approving.setAutoCommit(false);
            statement.execute("""
                    select 1 from collaboration where id = '%2$s' for update;
                    insert into fee_approval (tenant_id, fee_id, milestone, collaboration_id, amount_minor, currency, at)
                    values ('%1$s', gen_random_uuid(), 'SIGNED', '%2$s', 500000, 'CNY', now() + interval '1 year')""".formatted(Tokens.LUMEN, paid));

            // When: an older refusal is heard of
            UUID refusal = TestKafka.publish(Tokens.LUMEN, refused(paid, clock.instant()));
            await().atMost(Duration.ofSeconds(20)).until(() -> KolStack.isWaitedFor(approving));
            approving.commit();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> statement
                            .executeQuery("select 1 from inbox where event_id = '%s'".formatted(refusal))
                            .next());
        }

        // Then
        assertThat((Object) MEI.page(paid).get("collaboration.blocked")).isNull();
    }

    private String aBlocked(String campaign) {
        String paid = anAgreed(campaign, 1_000_000);
        publish(refused(paid, clock.instant()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(paid).getString("collaboration.blocked.code"))
                        .isEqualTo("NO_PAYEE"));
        return paid;
    }

    private static FeeRefused refused(String paid, Instant at) {
        return new FeeRefused(UUID.randomUUID(), UUID.fromString(paid), "NO_PAYEE", "No bank account yet.", at);
    }

    private FeeApproved approved(UUID fee, String paid, String milestone, long minor) {
        return new FeeApproved(
                fee, UUID.fromString(paid), null, null, milestone, Money.ofMinor(minor, "CNY"), clock.instant());
    }

    private static void publish(Event event) {
        TestKafka.publish(Tokens.LUMEN, event);
    }
}
