package org.kolsuite.campaign.collaboration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.anAddress;
import static org.kolsuite.campaign.collaboration.rest.Stages.aShippedGift;
import static org.kolsuite.campaign.collaboration.rest.Stages.anInvited;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Registry;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.time.MovableClock;

/** What time does to a gift. */
@QuarkusTest
@WithTestResource(KolStack.class)
class GiftTimersTest {
    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void timersAssumeDeliveryRemindAndGiveUp() {
        // Given
        String gift = aShippedGift();

        // When
        clock.move(Duration.ofDays(14).plusMinutes(1));

        // Then
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(MEI.page(gift).getString("collaboration.state"))
                        .isEqualTo("DELIVERED"));
        assertThat(MEI.page(gift).getBoolean("collaboration.deliveryAssumed")).isTrue();

        // When
        clock.move(Duration.ofDays(12));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(MEI.page(gift).getList("history.verb", String.class))
                        .filteredOn("REMIND"::equals)
                        .hasSize(3));
        assertThat(MEI.page(gift).getBoolean("collaboration.deliveryAssumed")).isTrue();

        // When
        clock.move(Duration.ofDays(18));

        // Then
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(MEI.page(gift).getString("collaboration.state"))
                        .isEqualTo("NO_CONTENT"));
        assertThat(MEI.page(gift).getList("history.party", String.class)).contains("SYSTEM");
    }

    @Test
    void anInvitationExpires() {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = anInvited(campaign, MEI.aBrief(campaign), Registry.aKol());

        // When
        clock.move(Duration.ofDays(7).plusMinutes(1));

        // Then
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(MEI.page(gift).getString("collaboration.state"))
                        .isEqualTo("INVITE_EXPIRED"));
        MEI.step(gift, "accept", Map.of("address", anAddress(), "reason", "late yes"))
                .then()
                .statusCode(409)
                .body("code", is("COMMAND_NOT_ALLOWED"));
    }

    @Test
    void aPastStepOfImportedHistoryDoesNotSetOffItsTimersAtOnce() {
        // Given
        String campaign = MEI.aRunningCampaign(1_000_000);
        Instant fortyDaysAgo = clock.instant().minus(Duration.ofDays(40));
        JsonPath added = MEI.created(
                "/api/v1/campaigns/" + campaign + "/candidates",
                Map.of("accountIds", List.of(Registry.account(Registry.aKol())), "at", fortyDaysAgo.toString()));
        String gift = added.getString("added[0].id");
        MEI.stepped(gift, "qualify", Map.of("at", fortyDaysAgo.toString()));

        // When
        JsonPath invited =
                MEI.stepped(gift, "invite", Map.of("briefId", MEI.aBrief(campaign), "at", fortyDaysAgo.toString()));

        // Then
        assertThat(Instant.parse(invited.getString("collaboration.dueAt"))).isAfter(clock.instant());
        MEI.stepped(
                gift,
                "accept",
                Map.of(
                        "address",
                        anAddress(),
                        "reason",
                        "history",
                        "at",
                        fortyDaysAgo.plus(Duration.ofDays(1)).toString()));
        MEI.step(gift, "withdraw", Map.of("reason", "x", "at", fortyDaysAgo.toString()))
                .then()
                .statusCode(422)
                .body("code", is("BEFORE_THE_STEP_IT_FOLLOWS"));
    }
}
