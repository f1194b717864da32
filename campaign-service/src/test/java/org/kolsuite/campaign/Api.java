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

    public static Map<String, Object> cny(long minor) {
        return Map.of("amountMinor", minor, "currency", "CNY");
    }
}
