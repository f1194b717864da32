package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

/** The books under attack: races, bad amounts, closed months, and hands inside the database. */
@QuarkusTest
@WithTestResource(KolStack.class)
class LedgerResourceTest {
    private static final String TRANSACTIONS = "/api/v1/ledger/transactions";

    @Test
    void m18_ofTwoHundredParallelDebitsOnFundsForAHundredExactlyAHundredSucceed() throws Exception {
        // Given
        Finance team = Finance.team();
        guardedAccount(team, "assets:petty-cash");
        book(team, "assets:petty-cash", "equity:funding", 100).then().statusCode(201);

        // When
        List<Integer> statuses = atOnce(
                200,
                () -> book(team, "costs:bank-charges", "assets:petty-cash", 1).statusCode());

        // Then
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(100);
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        assertThat(team.balance("assets:petty-cash")).isZero();
        team.get("/api/v1/ledger/verify").then().body("intact", is(true)).body("checked", is(101));
    }

    @Test
    void m22_ofAHundredParallelReversalsOneSucceeds() throws Exception {
        Finance team = Finance.team();
        String booking = book(team, "costs:bank-charges", "equity:funding", 700)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        List<Integer> statuses = atOnce(
                100,
                () -> Finance.post(team.ann, TRANSACTIONS + "/" + booking + "/reverse", Map.of("reason", "wrong"))
                        .statusCode());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        assertThat(team.balance("costs:bank-charges")).isZero();
    }

    @Test
    void m01_fiftyEqualRequestsAtOnceMakeOneBooking() throws Exception {
        Finance team = Finance.team();
        book(team, "costs:bank-charges", "equity:funding", 1).then().statusCode(201);

        List<Integer> statuses = atOnce(
                50,
                () -> Finance.post(
                                team.ann,
                                TRANSACTIONS,
                                booking("costs:bank-charges", "equity:funding", 500, "EUR"),
                                "one-key")
                        .statusCode());

        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(team.balance("costs:bank-charges")).isEqualTo(501);
    }

    @Test
    void m02_m06_m07_keysBelongToOneRequestAndAreRequired() {
        Finance team = Finance.team();
        Map<String, Object> body = booking("costs:bank-charges", "equity:funding", 500, "EUR");
        Finance.post(team.ann, TRANSACTIONS, body, "k1").then().statusCode(201);

        Finance.post(team.ann, TRANSACTIONS, booking("costs:bank-charges", "equity:funding", 501, "EUR"), "k1")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        Finance.as(team.ann).body(body).post(TRANSACTIONS).then().statusCode(400);
        Finance.post(team.ann, TRANSACTIONS, body, "k".repeat(256)).then().statusCode(400);
        Finance.post(Finance.team().ann, TRANSACTIONS, body, "k1").then().statusCode(201);
    }

    @Test
    void m05_m23_whenTheThirdLegFailsNothingIsWrittenAndTheKeyIsFree() {
        Finance team = Finance.team();
        Map<String, Object> threeLegs = Map.of(
                "bookedOn",
                "2026-04-01",
                "memo",
                "third leg fails",
                "entries",
                List.of(
                        leg("costs:bank-charges", "DEBIT", 100, "EUR"),
                        leg("equity:funding", "CREDIT", 60, "EUR"),
                        leg("assets:nowhere", "CREDIT", 40, "EUR")));
        Finance.post(team.ann, TRANSACTIONS, threeLegs, "k").then().statusCode(422);
        team.get("/api/v1/ledger/balances").then().body("", hasSize(0));
        Finance.post(team.ann, TRANSACTIONS, booking("costs:bank-charges", "equity:funding", 100, "EUR"), "k")
                .then()
                .statusCode(201);
    }

    @Test
    void m11_m12_m13_m15_m17_badAmountsAreRefused() {
        Finance team = Finance.team();

        refused(team, booking("costs:bank-charges", "equity:funding", 0, "EUR"), 422);
        refused(team, booking("costs:bank-charges", "equity:funding", -1, "EUR"), 422);
        refused(team, booking("costs:bank-charges", "costs:bank-charges", 1, "EUR"), 422);
        refused(team, booking("costs:bank-charges", "equity:funding", 1, "XXX"), 422);
        refused(
                team,
                Map.of(
                        "bookedOn",
                        "2026-04-01",
                        "memo",
                        "mixed",
                        "entries",
                        List.of(
                                leg("costs:bank-charges", "DEBIT", 1, "EUR"),
                                leg("equity:funding", "CREDIT", 1, "CNY"))),
                422);
        for (String amount : List.of("\"1,00\"", "0.5", "1.001", "NaN", "99999999999999999999", "null")) {
            Finance.as(team.ann)
                    .header("Idempotency-Key", "k" + amount.hashCode())
                    .body(
                            "{\"bookedOn\":\"2026-04-01\",\"memo\":\"m\",\"entries\":[{\"account\":\"costs:fees\",\"side\":"
                                    + "\"DEBIT\",\"amount\":{\"amountMinor\":" + amount + ",\"currency\":\"EUR\"}}]}")
                    .post(TRANSACTIONS)
                    .then()
                    .statusCode(422);
        }
        book(team, "costs:bank-charges", "equity:funding", 999_999_999_999_999_999L)
                .then()
                .statusCode(201);
        assertThat(team.get("/api/v1/ledger/balances").asString()).contains("\"amountMinor\":999999999999999999");
        refused(team, booking("costs:bank-charges", "equity:funding", Long.MAX_VALUE, "EUR"), 422);
    }

    @Test
    void m24_theDatabaseRefusesTheApplicationToChangeOrDeleteABooking() throws SQLException {
        Finance team = Finance.team();
        book(team, "costs:bank-charges", "equity:funding", 5).then().statusCode(201);

        try (Connection application = KolStack.application()) {
            application.createStatement().execute("select set_config('kol.tenant', '" + team.tenant + "', false)");
            for (String attempt : List.of(
                    "update ledger_entry set amount_minor = 6",
                    "delete from ledger_entry",
                    "update ledger_transaction set memo = 'x'",
                    "delete from ledger_transaction",
                    "truncate ledger_entry")) {
                assertThatThrownBy(() -> application.createStatement().execute(attempt))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void m25_aRowChangedBehindTheApplicationsBackIsNamed() throws SQLException {
        // Given
        Finance team = Finance.team();
        book(team, "costs:bank-charges", "equity:funding", 5).then().statusCode(201);
        String target = book(team, "costs:bank-charges", "equity:funding", 7)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        book(team, "costs:bank-charges", "equity:funding", 9).then().statusCode(201);

        // When
        try (Connection superuser = KolStack.superuser()) {
            superuser
                    .createStatement()
                    .executeUpdate("update ledger_entry set amount_minor = 70 where transaction_id = '" + target + "'");
        }

        // Then
        team.get("/api/v1/ledger/verify")
                .then()
                .body("intact", is(false))
                .body("findings[0].transactionId", equalTo(target))
                .body("findings[0].code", equalTo("CONTENT_CHANGED"));
    }

    @Test
    void m26_aClosedMonthTakesNoBookingAndMonthsCloseInOrder() {
        Finance team = Finance.team();
        on(team, "2024-02-10").then().statusCode(201);
        on(team, "2024-03-10").then().statusCode(201);

        close(team, "2024-03").then().statusCode(409).body("code", equalTo("EARLIER_PERIOD_OPEN"));
        close(team, "2024-02").then().statusCode(200);
        on(team, "2024-02-11").then().statusCode(409).body("code", equalTo("PERIOD_IS_CLOSED"));
        on(team, "2024-03-11").then().statusCode(201);
        close(team, "2024-02").then().statusCode(409);
        close(team, "2999-01").then().statusCode(409).body("code", equalTo("PERIOD_NOT_OVER"));
        close(team, "spring").then().statusCode(422);
        team.get("/api/v1/periods").then().body("month", hasSize(1));
    }

    @Test
    void m20_whatTheSuiteBookedIsNotReversedByHandAndAReversalIsFinal() {
        Finance team = Finance.team();
        team.approved(List.of(team.entered("Nova", Finance.IBAN, 100, "2026-04-01")));
        String booked = team.get(TRANSACTIONS).path("items[0].id");

        Finance.post(team.ann, TRANSACTIONS + "/" + booked + "/reverse", Map.of("reason", "no"))
                .then()
                .statusCode(409)
                .body("code", equalTo("BOOKED_BY_THE_SUITE"));
    }

    private static Response on(Finance team, String day) {
        return Finance.post(
                team.ann,
                TRANSACTIONS,
                Map.of(
                        "bookedOn",
                        day,
                        "memo",
                        "m",
                        "entries",
                        List.of(
                                leg("costs:bank-charges", "DEBIT", 1, "EUR"),
                                leg("equity:funding", "CREDIT", 1, "EUR"))));
    }

    private static Response close(Finance team, String month) {
        return Finance.post(team.ann, "/api/v1/periods/" + month + "/close", null);
    }

    private static void refused(Finance team, Map<String, Object> body, int status) {
        Finance.post(team.ann, TRANSACTIONS, body).then().statusCode(status);
    }

    private static void guardedAccount(Finance team, String code) {
        Finance.post(
                        team.ann,
                        "/api/v1/ledger/accounts",
                        Map.of("code", code, "name", "Guarded", "type", "ASSET", "guarded", true))
                .then()
                .statusCode(201);
    }

    private static Response book(Finance team, String debit, String credit, long minor) {
        return Finance.post(team.ann, TRANSACTIONS, booking(debit, credit, minor, "EUR"));
    }

    private static Map<String, Object> booking(String debit, String credit, long minor, String currency) {
        return Map.of(
                "bookedOn",
                "2026-04-01",
                "memo",
                "a booking",
                "entries",
                List.of(leg(debit, "DEBIT", minor, currency), leg(credit, "CREDIT", minor, currency)));
    }

    private static Map<String, Object> leg(String account, String side, long minor, String currency) {
        return Map.of("account", account, "side", side, "amount", Finance.money(minor, currency));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                running.add(pool.submit(work));
            }
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get());
        }
        return results;
    }
}
