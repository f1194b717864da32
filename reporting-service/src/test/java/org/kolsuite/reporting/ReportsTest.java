package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.contracts.payment.PayoutReturned;
import org.kolsuite.contracts.payment.PayoutSettled;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.reporting.Scene.Collaboration;

@QuarkusTest
@WithTestResource(KolStack.class)
class ReportsTest {
    private static final String ELLA = Tokens.member("ella", "executive");

    @Test
    void oneCollaborationFromGiftToRoi() {
        // Given
        Scene scene = Scene.aScene()
                .with("SALES", "ROAS", "2")
                .with("ENGAGEMENT", "CPE", "5")
                .with("POSITIONING", "SHARE_OF_VOICE", "1")
                .told();
        Collaboration gift = scene.gift("LI");
        scene.shipped(gift, 12_000, 1_500);
        scene.report("kol", report -> Objects.equals(report.get("items[0].metrics.TOTAL_COST.value"), 13_500));

        // When
        String metrics = "post link,taken at,views,likes,comments,shares,saves\n" + gift.postUrl()
                + "?xsec_token=AB,2026-03-07T12:00:00Z,50000,1000,50,20,430\n";
        Scene.imported("metrics", Scene.MEI, "m.csv", metrics.getBytes(UTF_8), Map.of());
        String code = gift.code().toLowerCase(java.util.Locale.ROOT);
        String orders = "order number,paid,refunded,promo code,paid at,state\n"
                + "A1,500.00,0," + code + ",2026-03-02 10:00:00,paid\n"
                + "A2,300.00,100.00," + code + ",2026-03-03 10:00:00,paid\n"
                + "A3,80.00,0,NOBODY,2026-03-03 10:00:00,paid\n";
        Scene.imported("orders", Scene.MEI, "o.csv", orders.getBytes(UTF_8), Map.of("shop", scene.campaign.toString()));

        // Then
        JsonPath report = scene.report(
                "kol",
                row -> Objects.equals(row.get("items[0].metrics.ORDERS.value"), 2)
                        && Objects.equals(row.get("items[0].metrics.VIEWS.value"), 50_000));
        assertThat(report.getString("items[0].label")).isEqualTo("KOL LI");
        assertThat(report.getLong("items[0].metrics.NET_REVENUE.value")).isEqualTo(70_000);
        assertThat(report.getString("items[0].metrics.CPE.value")).isEqualTo("9");
        assertThat(report.getString("items[0].metrics.ROAS.value")).startsWith("5.185");
        // 700.00 x 0.40 = 280.00 contribution against 135.00 cost
        assertThat(report.getString("items[0].metrics.ROI.value")).startsWith("1.074");
        assertThat(report.getString("items[0].metrics.CPC.notComputable.because"))
                .isEqualTo("there are no clicks");
        assertThat(report.getString("items[0].metrics.ENGAGEMENT_RATE_BY_FOLLOWERS.value"))
                .isEqualTo("0.01875");

        JsonPath campaign = given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/campaigns/" + scene.campaign)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(campaign.getBoolean("objectives[0].reached")).isTrue();
        assertThat(campaign.getBoolean("objectives[1].reached")).isFalse();
        assertThat((Object) campaign.get("objectives[2].actual")).isNull();
        assertThat(campaign.getList("days.day")).contains("2026-02-19", "2026-03-02", "2026-03-03", "2026-03-07");
        assertThat(campaign.getLong("days.find { it.day == '2026-03-02' }.netRevenue.amountMinor"))
                .isEqualTo(50_000);
    }

    @Test
    void giftAndPaidAreReadAloneAndAsOneChain() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        Collaboration paid = scene.paidAfter("LI2", gift);
        scene.shipped(gift, 10_000, 0);
        scene.feeApproved(paid, 200_000);

        // When
        JsonPath chain =
                scene.report("chain", row -> Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 210_000));
        JsonPath track = scene.report("track", row -> row.getList("items").size() == 2);

        // Then
        assertThat(chain.getString("items[0].key")).isEqualTo(gift.id().toString());
        assertThat(chain.getInt("items[0].collaborations")).isEqualTo(2);
        assertThat(track.getList("items.key")).containsExactly("PAID", "GIFT");
        assertThat(track.getList("items.metrics.TOTAL_COST.value")).containsExactly(200_000, 10_000);
        given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/gift-to-paid?campaign=" + scene.campaign)
                .then()
                .statusCode(200)
                .body("chains[0].collaborations", equalTo(2))
                .body("sameAccount.find { it.metric == 'NET_REVENUE' }.verdict", equalTo("TOO_FEW"));
    }

    @Test
    void collaborationsAreReadPageByPageAndExportedWhole() {
        // Given: three that cost the same, and a dearer one
        Scene scene = Scene.aScene().told();
        List<Collaboration> made = List.of(scene.gift("LI"), scene.gift("WU"), scene.gift("YU"), scene.gift("ZI"));
        Collaboration dearest = made.get(2);
        made.forEach(one -> scene.shipped(one, one == dearest ? 20_000 : 10_000, 0));
        scene.report(
                "collaboration",
                report -> Objects.equals(
                        report.getList("items.metrics.TOTAL_COST.value"), List.of(20_000, 10_000, 10_000, 10_000)));
        List<String> expected = Stream.concat(Stream.of(dearest), made.stream().filter(one -> one != dearest))
                .map(one -> one.id().toString())
                .toList();

        // When
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = given().auth()
                    .oauth2(ELLA)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/reports/roi?by=collaboration&limit=3&campaign=" + scene.campaign)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(4))
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items.key"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        String exported = given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/roi/export?by=collaboration&campaign=" + scene.campaign)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(read).isEqualTo(expected);
        assertThat(exported.lines().skip(1).map(line -> line.split(",")[0])).isEqualTo(expected);
        given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/gift-to-paid?campaign=" + scene.campaign)
                .then()
                .body("chains.key", equalTo(expected))
                .body("chainsTotal", equalTo(4));
    }

    @Test
    void theCostScopeIsExplicit() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        scene.shipped(gift, 10_000, 700);
        scene.feeApproved(gift, 5_000);
        scene.report("campaign", row -> Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 15_700));
        // Then
        given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/roi?costs=fee,shipping&campaign=" + scene.campaign)
                .then()
                .body("costScope", equalTo(List.of("SHIPPING", "FEE")))
                .body("items[0].metrics.TOTAL_COST.value", equalTo(5_700))
                .body("items[0].metrics.TOTAL_COST.inputs[0].name", equalTo("giftProductCost (left out)"));
    }

    @Test
    void aRangeOfDaysCountsWhatHappenedInIt() {
        // Given: shipped on 19 February, a fee on 21 March
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        scene.shipped(gift, 10_000, 0);
        scene.feeApproved(gift, 5_000);
        scene.report("campaign", row -> Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 15_000));
        // Then
        given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/roi?from=2026-03-01&to=2026-03-31&campaign=" + scene.campaign)
                .then()
                .statusCode(200)
                .body("items[0].metrics.TOTAL_COST.value", equalTo(5_000));
    }

    @Test
    void cashFollowsTheBankAndAReturnTakesItBack() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        var payout = Ids.next();
        var fee = Ids.next();
        // When
        TestKafka.publish(
                scene.tenant,
                new PayoutSettled(
                        payout,
                        fee,
                        gift.id(),
                        gift.kol(),
                        Scene.cny(4_000),
                        "E2E-1",
                        "BANK-1",
                        java.time.LocalDate.parse("2026-04-01"),
                        Scene.PUBLISHED));
        TestKafka.publish(
                scene.tenant,
                new PayoutReturned(
                        payout,
                        fee,
                        gift.id(),
                        gift.kol(),
                        Scene.cny(4_000),
                        "E2E-1",
                        "AC04",
                        Scene.PUBLISHED.plusSeconds(60)));
        scene.shipped(gift, 100, 0);
        // Then: cash is no part of cost
        JsonPath report =
                scene.report("campaign", row -> Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 100));
        assertThat(report.getLong("items[0].metrics.TOTAL_COST.value")).isEqualTo(100);
    }

    @Test
    void f01_exportsNeutraliseWhatASpreadsheetWouldRun() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        scene.shipped(gift, 12_345, 0);
        TestKafka.publish(
                scene.tenant,
                new KolState(gift.kol(), 2, "=HYPERLINK(\"http://evil.example\")", "CN", null, null, List.of()));
        scene.report(
                "kol",
                row -> String.valueOf((Object) row.get("items[0].label")).startsWith("=HYPERLINK")
                        && Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 12_345));
        // Then
        given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/roi/export?format=csv&by=kol&campaign=" + scene.campaign)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("roi-by-kol.csv"))
                .body(
                        containsString("'=HYPERLINK"),
                        containsString("123.45"),
                        containsString("CPC: there are no clicks"));
        byte[] xlsx = given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/roi/export?format=xlsx&by=kol&campaign=" + scene.campaign)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(xlsx).startsWith('P', 'K');
    }

    @Test
    void s12_anotherOrganisationSeesNothingOfIt() {
        // Given
        Scene scene = Scene.aScene().told();
        scene.shipped(scene.gift("LI"), 10_000, 0);
        scene.report("campaign", row -> Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 10_000));
        String bruno = Tokens.memberOf(Tokens.NORTHWIND, "bruno", "brand-manager");
        // Then
        given().auth()
                .oauth2(bruno)
                .get("/api/v1/reports/roi?by=kol&campaign=" + scene.campaign)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total", equalTo(0));
        String own = given().auth()
                .oauth2(Tokens.memberOf(scene.tenant, "ella", "executive"))
                .get("/api/v1/reports/roi/export?format=csv&by=collaboration&campaign=" + scene.campaign)
                .asString();
        String exported = given().auth()
                .oauth2(bruno)
                .get("/api/v1/reports/roi/export?format=csv&by=collaboration&campaign=" + scene.campaign)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(own.strip().lines()).as(own).hasSizeGreaterThan(1);
        assertThat(exported.strip().lines()).as(exported).hasSize(1);
        assertThat(given().auth()
                        .oauth2(bruno)
                        .get("/api/v1/reports/roi/export?format=csv&by=campaign")
                        .asString())
                .doesNotContain(scene.campaign.toString());
        var foreign = given().auth().oauth2(bruno).get("/api/v1/reports/campaigns/" + scene.campaign);
        var unknown = given().auth().oauth2(bruno).get("/api/v1/reports/campaigns/" + Ids.next());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.jsonPath().getString("code"))
                .isEqualTo(unknown.jsonPath().getString("code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/reports/roi",
                "/api/v1/reports/gift-to-paid",
                "/api/v1/reports/stream",
                "/api/v1/orders",
                "/api/v1/formulas",
                "/api/v1/metrics/imports",
                "/api/v1/facts/projections/hash"
            })
    void s03_aKolReadsNoReports(String path) {
        given().auth().oauth2(Tokens.kol("li")).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"by=weather", "from=yesterday", "from=2026-03-02&to=2026-03-01", "costs=beer", "format=pdf"})
    void whatCantBeAnsweredIsNamed(String query) {
        given().auth()
                .oauth2(ELLA)
                .get("/api/v1/reports/roi/export?" + query)
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_REPORT_OPTION"));
    }

    @Test
    void anOpenPageIsToldOfChangesOfItsOwnOrganisationOnly() throws IOException, InterruptedException {
        // Given
        Scene scene = Scene.sceneOf(java.util.UUID.randomUUID()).told();
        var lines = new ConcurrentLinkedQueue<String>();
        HttpClient client = HttpClient.newHttpClient();
        try {
            HttpResponse<java.io.InputStream> stream = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + "/api/v1/reports/stream"))
                            .header("Authorization", "Bearer " + Tokens.memberOf(scene.tenant, "ella", "executive"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            Thread.ofVirtual().start(() -> {
                try (var reader = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
                    reader.lines().forEach(lines::add);
                } catch (IOException closed) {
                    lines.add("closed");
                } catch (java.io.UncheckedIOException closed) {
                    lines.add("closed");
                }
            });
            // The service's first look names no campaign; from then on it tells what changed since.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> lines.toString().contains("\"changed\""));

            // When
            Scene other = Scene.sceneOf(java.util.UUID.randomUUID()).told();
            other.shipped(other.gift("WANG"), 1, 0);
            scene.shipped(scene.gift("LI"), 10_000, 0);

            // Then
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> lines.toString().contains(scene.campaign.toString()));
            assertThat(lines.toString()).doesNotContain(other.campaign.toString());
        } finally {
            // Closing would wait for the end of a stream that has none.
            client.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void s10_aStreamEndsWithTheTokenThatOpenedIt() throws IOException, InterruptedException {
        // Given
        String shortLived = Tokens.sign(Tokens.claims("ella", Set.of("executive"))
                .claim("tenant", Tokens.LUMEN.toString())
                .expiresIn(5));
        HttpClient client = HttpClient.newHttpClient();
        try {
            // When
            HttpResponse<Stream<String>> stream = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + "/api/v1/reports/stream"))
                            .header("Authorization", "Bearer " + shortLived)
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());

            // Then: it began, and it comes to its end
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.body().toList()).anyMatch(line -> line.contains("\"ready\""));
        } finally {
            client.shutdownNow();
        }
        // And so has the token
        given().auth().oauth2(shortLived).get("/api/v1/reports/roi").then().statusCode(401);
    }

    @Test
    void theCatalogueOfFormulasIsReadable() {
        given().auth()
                .oauth2(ELLA)
                .get("/api/v1/formulas")
                .then()
                .statusCode(200)
                .body("formulas.find { it.name == 'ROI' }.version", equalTo("1"))
                .body("formulas.find { it.name == 'ROI' }.expression", containsString("contribution"))
                .body("viralThreshold", equalTo(1000));
    }
}
