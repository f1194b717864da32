package org.kolsuite.campaign.collaboration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.anAddress;
import static org.kolsuite.campaign.Api.because;
import static org.kolsuite.campaign.Api.cny;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.campaign.Registry;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

/** Collaborations at the stage that a test begins with. */
final class Stages {
    private Stages() {}

    static String anInvited(String campaign, String brief, KolState kol) {
        String gift = MEI.aCandidate(campaign, Registry.account(kol));
        MEI.stepped(gift, "qualify", Map.of());
        MEI.stepped(gift, "invite", Map.of("briefId", brief));
        return gift;
    }

    static String aShippedGift() {
        String campaign = MEI.aRunningCampaign(1_000_000);
        return shipped(campaign, anInvited(campaign, MEI.aBrief(campaign), Registry.aKol()));
    }

    static String shipped(String campaign, String gift) {
        MEI.stepped(gift, "accept", Map.of("address", anAddress(), "reason", "said yes"));
        String product = MEI.read("/api/v1/campaigns/" + campaign).getString("products[0].id");
        MEI.stepped(gift, "prepare-shipment", Map.of("productId", product, "shippingCost", cny(1_200)));
        MEI.stepped(gift, "ship", Map.of("carrier", "SF Express", "trackingNumber", "SF1"));
        return gift;
    }

    static void measured(String gift, KolState kol, int days, long orders, long revenueMinor) {
        TestKafka.publish(Tokens.LUMEN, result(gift, kol, days, orders, revenueMinor));
    }

    static ResultMeasured result(String gift, KolState kol, int days, long orders, long revenueMinor) {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        return new ResultMeasured(
                UUID.fromString(gift),
                UUID.randomUUID(),
                kol.kolId(),
                UUID.fromString(Registry.account(kol)),
                days,
                20_000L,
                1_500L,
                300L,
                orders,
                Money.ofMinor(revenueMinor, "CNY"),
                now,
                now);
    }

    static String aMeasuredGift(String campaign, String brief, KolState kol) {
        String gift = shipped(campaign, anInvited(campaign, brief, kol));
        MEI.stepped(gift, "confirm-delivery", because("carrier"));
        MEI.stepped(gift, "submit-post", Map.of("url", "https://xhs.example/n/" + gift, "reason", "chat"));
        measured(gift, kol, 7, 40, 400_000);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MEI.page(gift).getString("collaboration.state"))
                        .isEqualTo("MEASURED"));
        return gift;
    }

    static String anOffer(String campaign, String brief, KolState kol, long feeMinor) {
        return MEI.created(
                        "/api/v1/campaigns/" + campaign + "/offers",
                        Map.of("accountId", Registry.account(kol), "briefId", brief, "fee", cny(feeMinor)))
                .getString("collaboration.id");
    }

    static String anAgreed(String campaign, long feeMinor) {
        String offer = anOffer(campaign, MEI.aBrief(campaign), Registry.aKol(), feeMinor);
        MEI.stepped(offer, "accept", because("signed on paper"));
        return offer;
    }
}
