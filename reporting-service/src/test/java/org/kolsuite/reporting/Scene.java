package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

/**
 * A campaign with collaborations as the other services would tell of them, for tests: {@code aScene().gift("LI10")}. Every
 * scene has ids of its own, so that tests share one database without meeting.
 */
public final class Scene {
    public static final Instant PUBLISHED = Instant.parse("2026-03-01T04:00:00Z");
    public static final String MEI = Tokens.member("mei", "brand-manager");

    public final UUID tenant;
    public final UUID campaign = Ids.next();
    public final UUID product = Ids.next();
    private final String suffix = campaign.toString().substring(28).toUpperCase(java.util.Locale.ROOT);
    private List<CampaignState.Objective> objectives = List.of();

    private Scene(UUID tenant) {
        this.tenant = tenant;
    }

    /** One KOL's collaboration. */
    public record Collaboration(
            UUID id, UUID kol, UUID account, String code, String slug, String postUrl, String user) {}

    public static Scene aScene() {
        return sceneOf(Tokens.LUMEN);
    }

    public static Scene sceneOf(UUID tenant) {
        return new Scene(tenant);
    }

    public Scene with(String kind, String metric, String target) {
        objectives = java.util.stream.Stream.concat(
                        objectives.stream(),
                        java.util.stream.Stream.of(new CampaignState.Objective(kind, metric, new BigDecimal(target))))
                .toList();
        return this;
    }

    public Scene told() {
        TestKafka.publish(
                tenant,
                new CampaignState(
                        campaign,
                        1,
                        Ids.next(),
                        "Lumen",
                        "Spring " + suffix,
                        "RUNNING",
                        cny(10_000_000),
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-06-30"),
                        List.of(new CampaignState.Product(
                                product,
                                "Serum",
                                List.of(new CampaignState.MarginRate(
                                        LocalDate.parse("2026-01-01"), new BigDecimal("0.40"))))),
                        objectives));
        return this;
    }

    public String code(String name) {
        return name + suffix;
    }

    public Collaboration gift(String name) {
        return collaboration(name, "GIFT", "MEASURED", null, PUBLISHED, null);
    }

    public Collaboration paidAfter(String name, Collaboration gift) {
        return collaboration(name, "PAID", "PUBLISHED", gift.id(), PUBLISHED.plus(Duration.ofDays(30)), gift);
    }

    public Collaboration collaboration(
            String name,
            String track,
            String state,
            @Nullable UUID escalatedFrom,
            @Nullable Instant publishedAt,
            @Nullable Collaboration sameKol) {
        UUID id = Ids.next();
        UUID kol = sameKol == null ? Ids.next() : sameKol.kol();
        UUID account = sameKol == null ? Ids.next() : sameKol.account();
        String user = sameKol == null ? "kol-" + kol : sameKol.user();
        Collaboration made = new Collaboration(
                id,
                kol,
                account,
                code(name),
                "s" + id.toString().replace("-", ""),
                "https://www.xiaohongshu.com/explore/" + id.toString().replace("-", ""),
                user);
        if (sameKol == null) {
            TestKafka.publish(
                    tenant,
                    new KolState(
                            kol,
                            1,
                            "KOL " + name,
                            "CN",
                            Tokens.subjectOf(user),
                            null,
                            List.of(new KolState.Account(
                                    account, "xiaohongshu", "h" + name, null, "mid", 80_000L, null, null))));
        }
        TestKafka.publish(tenant, state(made, 1, track, state, escalatedFrom, publishedAt));
        return made;
    }

    public CollaborationState state(
            Collaboration made,
            long version,
            String track,
            String state,
            @Nullable UUID escalatedFrom,
            @Nullable Instant publishedAt) {
        return new CollaborationState(
                made.id(),
                version,
                campaign,
                made.kol(),
                made.account(),
                null,
                track,
                state,
                escalatedFrom,
                product,
                made.code(),
                made.slug(),
                "https://shop.example/p/" + made.slug(),
                made.postUrl(),
                publishedAt);
    }

    public UUID shipped(Collaboration made, long productCost, long shipping) {
        return TestKafka.publish(
                tenant,
                new GiftShipped(
                        made.id(),
                        campaign,
                        made.kol(),
                        made.account(),
                        product,
                        cny(productCost),
                        cny(shipping),
                        PUBLISHED.minus(Duration.ofDays(10))));
    }

    public UUID feeApproved(Collaboration made, long fee) {
        return TestKafka.publish(
                tenant,
                new FeeApproved(
                        Ids.next(),
                        made.id(),
                        campaign,
                        made.kol(),
                        null,
                        cny(fee),
                        PUBLISHED.plus(Duration.ofDays(20))));
    }

    /** The row of a report once the condition holds; reports follow the facts within moments. */
    public JsonPath report(String by, java.util.function.Predicate<JsonPath> until) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(150))
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.memberOf(tenant, "mei", "brand-manager"))
                                .get("/api/v1/reports/roi?by=" + by + "&campaign=" + campaign)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        until::test);
    }

    /** Uploads a file and waits until its job is over. */
    public static JsonPath imported(String what, String token, String name, byte[] content, Map<String, String> form) {
        return ended(token, accepted(what, token, name, content, form));
    }

    /** Uploads a file; the answer is where its job stands. */
    public static String accepted(String what, String token, String name, byte[] content, Map<String, String> form) {
        var request = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", Ids.next().toString())
                .multiPart("file", name, content);
        form.forEach(request::multiPart);
        Response accepted = request.post("/api/v1/" + what + "/imports");
        accepted.then().statusCode(202);
        return accepted.header("Location");
    }

    /** Waits until a job is over. */
    public static JsonPath ended(String token, String job) {
        return await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(150))
                .until(
                        () -> given().auth().oauth2(token).get(job).jsonPath(),
                        seen -> List.of("DONE", "REFUSED").contains(seen.getString("status")));
    }

    public static Money cny(long fen) {
        return Money.ofMinor(fen, "CNY");
    }
}
