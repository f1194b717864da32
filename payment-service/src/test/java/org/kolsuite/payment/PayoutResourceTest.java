package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

@QuarkusTest
@WithTestResource(KolStack.class)
class PayoutResourceTest {
    @Test
    void aFeeGoesFromEnteredToSentAndEveryStepIsBooked() {
        // Given
        Finance team = Finance.team();
        String fee = team.entered("Nova Holdings", Finance.IBAN, 258_96, "2026-04-01");

        // When
        team.approved(List.of(fee));
        assertThat(team.balance("liabilities:payees")).isEqualTo(258_96);
        String batch = team.sent(team.payingAccount());

        // Then
        team.get("/api/v1/payouts?batchId=" + batch)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("SENT"))
                .body("items[0].waitsFor", equalTo("WITH_THE_BANK"))
                .body("items[0].accountMasked", equalTo("BE** **** 0905"))
                .body("total", is(1));
        assertThat(team.balance("liabilities:payees")).isZero();
        assertThat(team.balance("liabilities:in-transit")).isEqualTo(258_96);
        assertThat(team.balance("costs:fees")).isEqualTo(258_96);
        String file = Finance.as(team.ann)
                .get("/api/v1/payouts/batches/" + batch + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(file).contains("<IBAN>" + Finance.IBAN + "</IBAN>").contains("258.96");
        team.get("/api/v1/ledger/verify").then().body("intact", is(true)).body("checked", is(2));
    }

    @Test
    void changedBankDetailsHoldThePayoutUntilASecondPersonConfirms() {
        // Given
        Finance team = Finance.team();
        String fee = team.entered("Nova Holdings", Finance.IBAN, 100_00, "2026-04-01");
        team.approved(List.of(fee));
        String account = team.payingAccount();
        String payee = team.get("/api/v1/fees/" + fee).path("payeeId");

        // When
        Finance.as(team.bob)
                .header("If-Match", team.get("/api/v1/payees/" + payee).header("ETag"))
                .body(Map.of("holder", "Nova Holdings", "account", Finance.OTHER_IBAN))
                .put("/api/v1/payees/" + payee + "/bank")
                .then()
                .statusCode(200)
                .body("bankState", equalTo("AWAITING_CONFIRMATION"));

        // Then
        Finance.post(team.ann, "/api/v1/payouts/batches/preview", Map.of("payingAccountId", account))
                .then()
                .statusCode(200)
                .body("included", hasSize(0))
                .body("held[0].heldBecause", equalTo("BANK_DETAILS_UNCONFIRMED"));
        Finance.post(team.ann, "/api/v1/payouts/batches", Map.of("payingAccountId", account))
                .then()
                .statusCode(409)
                .body("code", equalTo("PAYOUT_IS_HELD"));
        confirm(team, team.bob, payee).then().statusCode(403).body("code", equalTo("CONFIRMER_IS_EDITOR"));
        confirm(team, team.ann, payee)
                .then()
                .statusCode(200)
                .body("bankState", equalTo("USABLE"))
                .body("bankEditedBy", equalTo("bob"))
                .body("bankConfirmedBy", equalTo("ann"));
        team.sent(account);
    }

    private static io.restassured.response.Response confirm(Finance team, String token, String payee) {
        return Finance.as(token)
                .header("If-Match", team.get("/api/v1/payees/" + payee).header("ETag"))
                .post("/api/v1/payees/" + payee + "/confirm-bank");
    }

    @Test
    void anAccountThatChangesBetweenMakingAndSendingHoldsTheBatch() {
        // Given
        Finance team = Finance.team();
        String fee = team.entered("Nova Holdings", Finance.IBAN, 100_00, "2026-04-01");
        team.approved(List.of(fee));
        String batch = Finance.post(
                        team.ann, "/api/v1/payouts/batches", Map.of("payingAccountId", team.payingAccount()))
                .path("id");
        String payee = team.get("/api/v1/fees/" + fee).path("payeeId");

        // When
        Finance.as(team.ann)
                .header("If-Match", team.get("/api/v1/payees/" + payee).header("ETag"))
                .body(Map.of("holder", "Nova Holdings", "account", Finance.OTHER_IBAN))
                .put("/api/v1/payees/" + payee + "/bank")
                .then()
                .statusCode(200);

        // Then
        Finance.post(team.ann, "/api/v1/payouts/batches/" + batch + "/send", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("PAYOUT_IS_HELD"));
        Finance.post(team.ann, "/api/v1/payouts/batches/" + batch + "/discard", Map.of("reason", "new account"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        team.get("/api/v1/payouts").then().body("items[0].state", equalTo("QUEUED"));
    }

    @Test
    void m28_withoutTheBanksWordAPayoutStaysUnknownIsAskedForAndNeverPaidTwice() {
        // Given
        Finance team = Finance.team();
        String fee = team.entered("Nova Holdings", Finance.IBAN, 100_00, "2026-04-01");
        team.approved(List.of(fee));
        String account = team.payingAccount();
        String batch = team.sent(account);
        String payout = team.get("/api/v1/payouts?batchId=" + batch).path("items[0].id");
        String path = "/api/v1/payouts/" + payout;

        // When
        Finance.post(team.ann, path + "/unknown", null).then().statusCode(200).body("state", equalTo("UNKNOWN"));

        // Then
        Finance.post(team.ann, path + "/pay-again", Map.of("note", "impatient"))
                .then()
                .statusCode(409);
        Finance.post(team.ann, path + "/not-executed", Map.of("note", "I think so"))
                .then()
                .statusCode(409);
        Finance.post(team.ann, "/api/v1/payouts/batches", Map.of("payingAccountId", account))
                .then()
                .statusCode(409);
        Finance.post(team.ann, path + "/ask", Map.of("note", "camt.027 sent"))
                .then()
                .statusCode(200)
                .body("state", equalTo("UNKNOWN"))
                .body("enquiry", equalTo("camt.027 sent"));
        Finance.post(team.ann, path + "/not-executed", Map.of("note", "bank: never executed"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        assertThat(team.balance("liabilities:in-transit")).isZero();
        assertThat(team.balance("liabilities:payees")).isEqualTo(100_00);
        Finance.post(team.ann, path + "/pay-again", Map.of("note", "as the bank said"))
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"));
        Finance.post(team.ann, path + "/pay-again", Map.of("note", "again"))
                .then()
                .statusCode(409);
        team.get("/api/v1/fees/" + fee).then().body("milestones[0].state", equalTo("APPROVED"));
        team.sent(account);
        assertThat(team.balance("costs:fees")).isEqualTo(100_00);
    }

    @Test
    void revealingAnAccountNeedsAReasonAndIsAudited() {
        Finance team = Finance.team();
        String fee = team.entered("Nova Holdings", Finance.IBAN, 100_00, "2026-04-01");
        String payee = team.get("/api/v1/fees/" + fee).path("payeeId");

        Finance.post(team.ann, "/api/v1/payees/" + payee + "/reveal", Map.of("reason", " "))
                .then()
                .statusCode(422);
        Finance.post(team.ann, "/api/v1/payees/" + payee + "/reveal", Map.of("reason", "payee asked"))
                .then()
                .statusCode(200)
                .body("account", equalTo(Finance.IBAN));
        Finance.as(team.admin)
                .get("/api/v1/operations/payment/audit?aggregateId=" + payee)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("reveal-bank-details"))
                .body("items[0].reason", equalTo("payee asked"))
                .body("items[0].after", nullValue());
    }
}
