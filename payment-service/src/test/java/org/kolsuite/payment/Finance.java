package org.kolsuite.payment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.testing.Tokens;

/** People of finance at work, each with a token of their own; every POST carries a key of its own. */
public final class Finance {
    /** An IBAN with valid check digits, and others like it. */
    public static final String IBAN = "BE96444908270905";

    public static final String OTHER_IBAN = "BE43966258584001";

    public final UUID tenant;
    public final String ann;
    public final String bob;
    public final String admin;

    private Finance(UUID tenant) {
        this.tenant = tenant;
        this.ann = Tokens.memberOf(tenant, "ann", "finance");
        this.bob = Tokens.memberOf(tenant, "bob", "finance");
        this.admin = Tokens.memberOf(tenant, "root", "admin");
    }

    /** The finance team of an organisation of its own, so that tests don't see each other. */
    public static Finance team() {
        return new Finance(UUID.randomUUID());
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static Response post(String token, String path, @Nullable Object body) {
        return post(token, path, body, UUID.randomUUID().toString());
    }

    public static Response post(String token, String path, @Nullable Object body, String key) {
        RequestSpecification request = as(token).header("Idempotency-Key", key);
        return body == null ? request.post(path) : request.body(body).post(path);
    }

    public static Map<String, Object> money(long minor, String currency) {
        return Map.of("amountMinor", minor, "currency", currency);
    }

    public static Map<String, Object> fee(String holder, String account, long minor, String dueOn) {
        return Map.of(
                "payee", Map.of("holder", holder, "account", account), "amount", money(minor, "EUR"), "dueOn", dueOn);
    }

    /** Ann enters a fee; its id. */
    public String entered(String holder, String account, long minor, String dueOn) {
        return post(ann, "/api/v1/fees", fee(holder, account, minor, dueOn))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Ann requests, Bob approves. */
    public void approved(List<String> feeIds) {
        Map<String, Object> parts = Map.of(
                "parts",
                feeIds.stream()
                        .map(id -> Map.of("feeId", id, "milestone", "WHOLE"))
                        .toList());
        post(ann, "/api/v1/fees/request", parts).then().statusCode(200);
        post(bob, "/api/v1/fees/approve", parts).then().statusCode(200);
    }

    public String payingAccount() {
        return post(
                        ann,
                        "/api/v1/payouts/accounts",
                        Map.of(
                                "name", "Payouts",
                                "holder", "Vertex Ltd",
                                "account", "BE68793230773034",
                                "bic", "DEUTBEB4",
                                "currency", "EUR"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Every queued payout goes out of the account; the batch's id. */
    public String sent(String payingAccountId) {
        String batch = post(ann, "/api/v1/payouts/batches", Map.of("payingAccountId", payingAccountId))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(ann, "/api/v1/payouts/batches/" + batch + "/send", null).then().statusCode(200);
        return batch;
    }

    public Response get(String path) {
        return as(ann).get(path);
    }

    /** What accounts with this beginning hold, in minor units. */
    public long balance(String accountPrefix) {
        List<Number> amounts = get("/api/v1/ledger/balances")
                .jsonPath()
                .getList("findAll { it.account.startsWith('" + accountPrefix + "') }.amount.amountMinor", Number.class);
        return amounts.stream().mapToLong(Number::longValue).sum();
    }
}
