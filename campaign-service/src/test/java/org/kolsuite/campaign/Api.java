package org.kolsuite.campaign;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.platform.testing.Tokens;

/** The service as its callers use it: one caller, and what they can ask in a word. */
public record Api(String token) {
    public static final Api MEI = new Api(Tokens.member("mei", "brand-manager"));
    public static final Api FRANK = new Api(Tokens.member("frank", "finance"));
    public static final Api BRUNO = new Api(Tokens.memberOf(Tokens.NORTHWIND, "bruno", "brand-manager"));

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public Response get(String path) {
        return request().get(path);
    }

    public JsonPath read(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    /** A POST that creates, under a fresh key. */
    public Response create(String path, Object body) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    public JsonPath created(String path, Object body) {
        return create(path, body).then().statusCode(201).extract().jsonPath();
    }

    /** A command on the version that is current now. */
    public Response command(String path, Object body) {
        String thing = path.substring(0, path.lastIndexOf('/'));
        return command(path, body, get(thing).header("ETag"));
    }

    public Response command(String path, Object body, String etag) {
        return request().header("If-Match", String.valueOf(etag)).body(body).post(path);
    }

    public JsonPath done(String path, Object body) {
        return command(path, body).then().statusCode(200).extract().jsonPath();
    }

    // The things that most tests begin with

    public String aBrand() {
        return created("/api/v1/brands", Map.of("name", "Lumen " + UUID.randomUUID()))
                .getString("id");
    }

    public String aProduct(String brandId, long costMinor) {
        return created(
                        "/api/v1/products",
                        Map.of(
                                "brandId",
                                brandId,
                                "name",
                                "Night serum",
                                "cost",
                                cny(costMinor),
                                "marginRates",
                                List.of(Map.of("from", "2026-01-01", "rate", 0.62))))
                .getString("id");
    }

    public Map<String, Object> aPlan(String brandId, long budgetMinor) {
        return new java.util.HashMap<>(Map.of(
                "brandId",
                brandId,
                "name",
                "Double 11",
                "startsOn",
                "2026-11-01",
                "endsOn",
                "2026-11-30",
                "platforms",
                List.of("xiaohongshu", "weibo"),
                "productIds",
                List.of(aProduct(brandId, 8_000)),
                "objectives",
                List.of(Map.of("kind", "SALES", "metric", "ROAS", "target", 2.5)),
                "runsBeside",
                List.of(Map.of("name", "Shop discount", "channel", "Tmall")),
                "budget",
                cny(budgetMinor)));
    }

    public JsonPath aDraft(long budgetMinor) {
        return created("/api/v1/campaigns", aPlan(aBrand(), budgetMinor));
    }

    public String aRunningCampaign(long budgetMinor) {
        String id = aDraft(budgetMinor).getString("id");
        return done("/api/v1/campaigns/" + id + "/launch", Map.of()).getString("id");
    }

    public Map<String, Object> aBriefFor(String campaignId) {
        Map<String, Object> brief = new java.util.HashMap<>();
        brief.put("campaignId", campaignId);
        brief.put("title", "Autumn glow");
        brief.put("keyMessage", "Light without weight");
        brief.put("deliverables", List.of(Map.of("format", "note with images", "quantity", 1)));
        brief.put("dos", List.of("show the texture"));
        brief.put("donts", List.of("no medical claims"));
        brief.put("disclosure", "广告");
        brief.put("hashtags", List.of("#lumen"));
        brief.put("trackingTarget", "https://lumen.example/serum");
        brief.put("promoCodePrefix", "LUMEN");
        brief.put(
                "rights",
                Map.of(
                        "channels",
                        List.of("tmall", "jd"),
                        "territory",
                        List.of("CN"),
                        "termDays",
                        90,
                        "paidAds",
                        true,
                        "exclusive",
                        false));
        return brief;
    }

    public String aBrief(String campaignId) {
        return created("/api/v1/briefs", aBriefFor(campaignId)).getString("id");
    }

    /** A candidate on the short list. */
    public String aCandidate(String campaignId, String accountId) {
        return created("/api/v1/campaigns/" + campaignId + "/candidates", Map.of("accountIds", List.of(accountId)))
                .getString("added[0].id");
    }

    /** A step of a collaboration, on the version that is current now. */
    public Response step(String collaborationId, String verb, Object body) {
        return command("/api/v1/collaborations/" + collaborationId + "/" + verb, body);
    }

    /** A step that succeeds: the collaboration's page afterwards. */
    public JsonPath stepped(String collaborationId, String verb, Object body) {
        return done("/api/v1/collaborations/" + collaborationId + "/" + verb, body);
    }

    public JsonPath page(String collaborationId) {
        return read("/api/v1/collaborations/" + collaborationId);
    }

    public static Map<String, Object> anAddress() {
        return Map.of(
                "recipient",
                "Li Li",
                "phone",
                "+8613800001111",
                "country",
                "CN",
                "region",
                "Shanghai",
                "city",
                "Shanghai",
                "street",
                "1 Nanjing Road");
    }

    public static Map<String, Object> because(String reason) {
        return Map.of("reason", reason);
    }

    public static Map<String, Object> cny(long minor) {
        return Map.of("amountMinor", minor, "currency", "CNY");
    }
}
