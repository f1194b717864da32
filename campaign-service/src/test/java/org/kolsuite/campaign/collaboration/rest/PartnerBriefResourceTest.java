package org.kolsuite.campaign.collaboration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.kolsuite.campaign.Api.BRUNO;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.anAddress;
import static org.kolsuite.campaign.Api.because;
import static org.kolsuite.campaign.Api.cny;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Api;
import org.kolsuite.campaign.Registry;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

@QuarkusTest
@WithTestResource(KolStack.class)
class PartnerBriefResourceTest {
    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void aKolAnswersAGiftBriefAndPosts() {
        // Given
        String user = "lily-" + UUID.randomUUID();
        Api lily = new Api(Tokens.kol(user));
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = Stages.anInvited(campaign, MEI.aBrief(campaign), Registry.aKol(Tokens.LUMEN, user, null));

        // When / Then: reads, without anything of the organisation's own
        lily.get("/partner/v1/briefs/" + gift)
                .then()
                .statusCode(200)
                .body("state", is("INVITED"))
                .body("actions", hasItems("accept", "decline"))
                .body(not(containsString("auditScore")))
                .body(not(containsString("\"note\"")))
                .body(not(containsString("budget")))
                .body(not(containsString("QUALIFY")));
        partner(lily, gift, "accept", Map.of()).then().statusCode(422).body("code", is("ADDRESS_MISSING"));
        partner(lily, gift, "accept", Map.of("address", anAddress()))
                .then()
                .statusCode(200)
                .body("state", is("ACCEPTED"));
        String product = MEI.read("/api/v1/campaigns/" + campaign).getString("products[0].id");
        MEI.stepped(gift, "prepare-shipment", Map.of("productId", product, "shippingCost", cny(1_200)));
        MEI.stepped(gift, "ship", Map.of("carrier", "SF Express", "trackingNumber", "SF77"));
        partner(lily, gift, "confirm-delivery", Map.of()).then().statusCode(200).body("state", is("DELIVERED"));
        partner(lily, gift, "submit-post", Map.of("url", "https://xhs.example/n/9"))
                .then()
                .statusCode(200)
                .body("state", is("PUBLISHED"))
                .body("shipments[0].trackingNumber", is("SF77"));
        partner(lily, gift, "submit-post", Map.of("url", "https://xhs.example/n/9"))
                .then()
                .statusCode(409)
                .body("code", is("COMMAND_NOT_ALLOWED"));
    }

    @Test
    void aListOfManyBriefsAsksTheDatabaseAsOftenAsAListOfOne() {
        // Given
        String user = "many-" + UUID.randomUUID();
        Api lily = new Api(Tokens.kol(user));
        KolState kol = Registry.aKol(Tokens.LUMEN, user, null);
        List<String> invited = new ArrayList<>();
        List<Long> questions = new ArrayList<>();
        sessions.getStatistics().setStatisticsEnabled(true);

        // When
        for (int i = 0; i < 4; i++) {
            String campaign = MEI.aRunningCampaign(1_000_000);
            invited.addFirst(Stages.anInvited(campaign, MEI.aBrief(campaign), kol));
            questions.add(fewestQuestions(
                    () -> lily.get("/partner/v1/briefs").then().statusCode(200).body("items.id", is(invited))));
        }
        sessions.getStatistics().setStatisticsEnabled(false);

        // Then
        assertThat(questions.getFirst()).isPositive();
        assertThat(questions.getLast()).isLessThan(questions.getFirst() + 6);
        for (String id : invited) {
            assertThat(lily.read("/partner/v1/briefs").<String, Object>getMap("items.find { it.id == '" + id + "' }"))
                    .isEqualTo(lily.read("/partner/v1/briefs/" + id).getMap(""));
        }
    }

    /** Timers and relays ask too, now and then; the fewest of several tries are the request's own. */
    private long fewestQuestions(Runnable request) {
        long fewest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = sessions.getStatistics().getQueryExecutionCount();
            request.run();
            fewest = Math.min(fewest, sessions.getStatistics().getQueryExecutionCount() - before);
        }
        return fewest;
    }

    @Test
    void s03_aKolOpensOwnBriefsAcrossOrganisationsAndAnothersIsAsUnknownAsNone() {
        // Given: the same person is known to two organisations
        String user = "rui-" + UUID.randomUUID();
        Api rui = new Api(Tokens.kol(user));
        String atLumen = MEI.aRunningCampaign(1_000_000);
        String lumens = Stages.anInvited(atLumen, MEI.aBrief(atLumen), Registry.aKol(Tokens.LUMEN, user, null));
        String atNorthwind = BRUNO.aRunningCampaign(1_000_000);
        String northwinds = BRUNO.created(
                        "/api/v1/campaigns/" + atNorthwind + "/offers",
                        Map.of(
                                "accountId",
                                Registry.account(Registry.aKol(Tokens.NORTHWIND, user, null)),
                                "briefId",
                                BRUNO.aBrief(atNorthwind),
                                "fee",
                                cny(5_000)))
                .getString("collaboration.id");
        String somebodyElses =
                Stages.anInvited(atLumen, MEI.aBrief(atLumen), Registry.aKol(Tokens.LUMEN, "other-" + user, null));
        String notYetInvited =
                MEI.aCandidate(MEI.aRunningCampaign(1_000), Registry.account(Registry.aKol(Tokens.LUMEN, user, null)));

        // When / Then
        assertThat(rui.read("/partner/v1/briefs").getList("items.id", String.class))
                .containsExactlyInAnyOrder(lumens, northwinds);
        for (String foreign :
                List.of(somebodyElses, notYetInvited, UUID.randomUUID().toString())) {
            rui.get("/partner/v1/briefs/" + foreign).then().statusCode(404).body("code", is("COLLABORATION_NOT_FOUND"));
        }
        partner(rui, somebodyElses, "decline", Map.of(), "\"2\"").then().statusCode(404);
        partner(rui, northwinds, "counter", Map.of("fee", cny(8_000), "message", "two posts"))
                .then()
                .statusCode(200)
                .body("state", is("COUNTERED"))
                .body("fee.amountMinor", is(8_000));
        assertThat(BRUNO.page(northwinds).getString("history[1].reason")).isEqualTo("two posts");
    }

    @Test
    void s03_aKolListsNothingOfTheMembersNorAMemberOfTheirs() {
        Api lily = new Api(Tokens.kol("lily-" + UUID.randomUUID()));
        for (String path : List.of("/api/v1/campaigns", "/api/v1/collaborations", "/api/v1/tasks", "/api/v1/rights")) {
            lily.get(path).then().statusCode(403);
        }
        MEI.get("/partner/v1/briefs").then().statusCode(403);
    }

    @Test
    void eachOperationNeedsItsScope() {
        // Given
        String user = "scoped-" + UUID.randomUUID();
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = Stages.anInvited(campaign, MEI.aBrief(campaign), Registry.aKol(Tokens.LUMEN, user, null));

        // When / Then
        Api reader = new Api(Tokens.kol(user, "openid briefs:read"));
        reader.get("/partner/v1/briefs/" + gift).then().statusCode(200);
        partner(reader, gift, "accept", Map.of("address", anAddress()), "\"2\"")
                .then()
                .statusCode(403);
        partner(reader, gift, "submit-post", Map.of("url", "https://x.example"), "\"2\"")
                .then()
                .statusCode(403);
        new Api(Tokens.kol(user, "openid")).get("/partner/v1/briefs").then().statusCode(403);
        Api submitter = new Api(Tokens.kol(user, "openid content:submit"));
        submitter.get("/partner/v1/briefs").then().statusCode(403);
    }

    @Test
    void anAgencyActsForItsRosterAndLosesSightWhenTheKolLeaves() {
        // Given
        UUID agencyId = UUID.randomUUID();
        Api agency = new Api(Tokens.agency(agencyId, "mcn"));
        Api rival = new Api(Tokens.agency(UUID.randomUUID(), "rival"));
        KolState kol = Registry.aKol(Tokens.LUMEN, null, agencyId);
        String campaign = MEI.aRunningCampaign(1_000_000);
        String offer = Stages.anOffer(campaign, MEI.aBrief(campaign), kol, 50_000);

        // When / Then
        rival.get("/partner/v1/briefs/" + offer).then().statusCode(404);
        partner(agency, offer, "accept", Map.of())
                .then()
                .statusCode(200)
                .body("state", is("AGREED"))
                .body("milestones.size()", is(2));
        partner(agency, offer, "submit-draft", Map.of("text", "the words"))
                .then()
                .statusCode(200)
                .body("state", is("DRAFT_REVIEW"));

        // When: the KOL moves to nobody
        Registry.told(
                Tokens.LUMEN,
                new KolState(kol.kolId(), 2, kol.displayName(), kol.country(), null, null, kol.accounts()));

        // Then
        agency.get("/partner/v1/briefs/" + offer).then().statusCode(404);
    }

    @Test
    void aKolThatIsTakenFromAPartnerWhileTheyReadIsShownAsItWasOrNotAtAll() throws Exception {
        // Given
        UUID agencyId = UUID.randomUUID();
        Api agency = new Api(Tokens.agency(agencyId, "mcn"));
        KolState kol = Registry.aKol(Tokens.LUMEN, null, agencyId);
        String campaign = MEI.aRunningCampaign(1_000_000);
        String offer = Stages.anOffer(campaign, MEI.aBrief(campaign), kol, 50_000);

        for (String path : List.of("/partner/v1/briefs/" + offer, "/partner/v1/briefs")) {
            // When: the collaboration has been read, and its campaign not yet
            try (ExecutorService reader = Executors.newSingleThreadExecutor();
                    Connection rival = KolStack.superuser()) {
                rival.setAutoCommit(false);
                execute(rival, "lock table campaign");
                Future<Response> answer = reader.submit(() -> agency.get(path));
                await().atMost(Duration.ofSeconds(20)).until(() -> KolStack.isWaitedFor(rival));
                execute(rival, "update kol set agency_id = null where kol_id = '" + kol.kolId() + "'");
                rival.commit();
                // Then
                answer.get().then().statusCode(200).body(containsString(offer));
                execute(rival, "update kol set agency_id = '" + agencyId + "' where kol_id = '" + kol.kolId() + "'");
                rival.commit();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anOfferThatTheBudgetNoLongerCoversIsRefusedWithoutTellingTheBudget() {
        // Given
        String user = "tight-" + UUID.randomUUID();
        Api kol = new Api(Tokens.kol(user));
        String campaign = MEI.aRunningCampaign(100_000);
        String brief = MEI.aBrief(campaign);
        String second = Stages.anOffer(campaign, brief, Registry.aKol(Tokens.LUMEN, user, null), 60_000);
        String first = Stages.anOffer(campaign, brief, Registry.aKol(), 60_000);
        MEI.stepped(first, "accept", because("signed"));

        // When / Then
        partner(kol, second, "accept", Map.of())
                .then()
                .statusCode(409)
                .body("code", is("OFFER_NOT_FUNDED"))
                .body("detail", not(containsString("400")));
    }

    @Test
    void aSignInThatIsLinkedLaterSeesItsBriefs() {
        // Given
        String user = "later-" + UUID.randomUUID();
        KolState kol = Registry.aKol();
        String campaign = MEI.aRunningCampaign(1_000_000);
        String gift = Stages.anInvited(campaign, MEI.aBrief(campaign), kol);
        Api lily = new Api(Tokens.kol(user));
        lily.get("/partner/v1/briefs/" + gift).then().statusCode(404);

        // When
        TestKafka.publish(Tokens.LUMEN, new KolLinked(kol.kolId(), Tokens.subjectOf(user), Instant.EPOCH));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> lily.get("/partner/v1/briefs/" + gift).then().statusCode(200));
    }

    private static Response partner(Api api, String id, String verb, Object body) {
        return partner(api, id, verb, body, api.get("/partner/v1/briefs/" + id).header("ETag"));
    }

    private static Response partner(Api api, String id, String verb, Object body, String etag) {
        return api.command("/partner/v1/briefs/" + id + "/" + verb, body, etag);
    }
}
