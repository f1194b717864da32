package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.platform.time.MovableClock;

/** Fees from a form and from files, and who may do what with them. */
@QuarkusTest
@WithTestResource(KolStack.class)
class FeeResourceTest {
    private static final String HEAD = "Payee,IBAN,Amount,Due date,Reference\n";

    @Inject
    MovableClock clock;

    private final Finance team = Finance.team();

    @Test
    void m10_theSameBusinessReferenceIsRefusedWhateverTheKey() {
        Map<String, Object> fee = new HashMap<>(Finance.fee("Nova", Finance.IBAN, 100, "2026-04-01"));
        fee.put("reference", "INV-1");
        Finance.post(team.ann, "/api/v1/fees", fee).then().statusCode(201);

        Finance.post(team.ann, "/api/v1/fees", fee).then().statusCode(409).body("code", equalTo("REFERENCE_USED"));
        Finance.post(Finance.team().ann, "/api/v1/fees", fee).then().statusCode(201);
    }

    @Test
    void m11_m12_badFeesAreRefusedWithTheirField() {
        for (Map<String, Object> bad : List.of(
                Finance.fee("Nova", Finance.IBAN, 0, "2026-04-01"),
                Finance.fee("Nova", Finance.IBAN, -1, "2026-04-01"),
                Finance.fee("Nova", "BE00444908270905", 1, "2026-04-01"),
                Finance.fee("N".repeat(71), Finance.IBAN, 1, "2026-04-01"),
                Finance.fee(" ", Finance.IBAN, 1, "2026-04-01"),
                Finance.fee("Nova", Finance.IBAN, 1, "2026-02-30"))) {
            Finance.post(team.ann, "/api/v1/fees", bad).then().statusCode(422);
        }
        Finance.post(team.ann, "/api/v1/fees", Map.of("amount", Finance.money(1, "EUR")))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("dueOn"));
        Finance.as(team.ann)
                .header("Idempotency-Key", "k")
                .body("{\"tenant\":\"x\",\"amount\":{\"amountMinor\":1,\"currency\":\"EUR\"}}")
                .post("/api/v1/fees")
                .then()
                .statusCode(422);
        team.get("/api/v1/fees").then().body("total", is(0));
    }

    @Test
    void s01_anotherOrganisationsFeeIsAsUnknownAsNone() {
        String fee = team.entered("Nova", Finance.IBAN, 100, "2026-04-01");
        Finance other = Finance.team();

        other.get("/api/v1/fees/" + fee).then().statusCode(404).body("code", equalTo("FEE_UNKNOWN"));
        other.get("/api/v1/fees").then().body("total", is(0));
        Finance.post(
                        other.bob,
                        "/api/v1/fees/approve",
                        Map.of("parts", List.of(Map.of("feeId", fee, "milestone", "WHOLE"))))
                .then()
                .body("parts[0].code", equalTo("FEE_UNKNOWN"));
    }

    @Test
    void s02_aCursorOfAnotherOrganisationsListShowsNothingOfIt() {
        // Given: two lists that go on, each with its cursor
        List<String> theirs = List.of(
                team.entered("Nova", Finance.IBAN, 100, "2026-04-01"),
                team.entered("Vega", Finance.OTHER_IBAN, 200, "2026-04-02"));
        team.approved(theirs);
        Finance other = Finance.team();
        other.entered("Rigel", Finance.IBAN, 300, "2026-04-03");
        for (String list :
                List.of("/api/v1/fees", "/api/v1/payees", "/api/v1/payouts", "/api/v1/ledger/transactions")) {
            String cursor =
                    team.get(list + "?limit=1").then().statusCode(200).extract().path("nextCursor");
            assertThat(cursor).as(list).isNotNull();

            // When
            Response page = other.get(list + "?limit=200&cursor=" + cursor);

            // Then
            assertThat(page.statusCode()).as(list).isEqualTo(200);
            assertThat(page.asString()).as(list).doesNotContain("Nova", "Vega").doesNotContain(theirs);
        }
    }

    @Test
    void s12_nothingOfAnotherOrganisationIsFoundOrCounted() {
        // Given: something of the one in every list there is
        String paid = team.entered("Nova", Finance.IBAN, 100, "2026-04-01");
        team.approved(List.of(paid));
        String asked = team.entered("Vega", Finance.OTHER_IBAN, 200, "2026-04-02");
        Finance.post(
                        team.ann,
                        "/api/v1/fees/request",
                        Map.of("parts", List.of(Map.of("feeId", asked, "milestone", "WHOLE"))))
                .then()
                .body("done", is(1));
        String batch = team.sent(team.payingAccount());
        Finance other = Finance.team();
        for (String path : List.of(
                "/api/v1/fees",
                "/api/v1/fees?search=Nova",
                "/api/v1/payees",
                "/api/v1/payees?search=Nova",
                "/api/v1/approvals",
                "/api/v1/payouts",
                "/api/v1/payouts?batchId=" + batch,
                "/api/v1/payouts/batches",
                "/api/v1/payouts/accounts",
                "/api/v1/ledger/balances",
                "/api/v1/ledger/transactions")) {
            assertThat(team.get(path).asString()).as("of their own: " + path).contains("\"");

            // When
            Response foreign = other.get(path);

            // Then
            assertThat(foreign.statusCode()).as(path).isEqualTo(200);
            String list = foreign.asString().startsWith("[") ? "size()" : "items.size()";
            assertThat(foreign.<Integer>path(list)).as(path).isZero();
            assertThat(foreign.asString()).as(path).doesNotContain("Nova", "Vega", paid, asked, batch);
            if (!foreign.asString().startsWith("[")) {
                assertThat(foreign.<Integer>path("total")).as(path).isIn(null, 0);
            }
        }
    }

    @Test
    void s04_aBodyMayNotSetWhoseItIsNorHowFarItHasCome() {
        for (String field : List.of("tenantId", "id", "status", "milestones", "requestedBy", "decidedBy", "paidOn")) {
            Map<String, Object> fee = new HashMap<>(Finance.fee("Nova", Finance.IBAN, 100, "2026-04-01"));
            fee.put(field, "PAID");
            Finance.post(team.ann, "/api/v1/fees", fee)
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo(field))
                    .body("errors[0].code", equalTo("UNKNOWN_FIELD"));
        }
        team.get("/api/v1/fees").then().body("total", is(0));
    }

    @Test
    void brandManagersSeeFeesOfAgreementsOnlyAndTouchNone() {
        String brand = Tokens.memberOf(team.tenant, "mei", "brand-manager");
        String fee = team.entered("Nova", Finance.IBAN, 100, "2026-04-01");

        Finance.as(brand).get("/api/v1/fees").then().statusCode(200).body("total", is(0));
        Finance.as(brand).get("/api/v1/fees/" + fee).then().statusCode(404);
        Finance.post(brand, "/api/v1/fees", Finance.fee("Nova", Finance.IBAN, 1, "2026-04-01"))
                .then()
                .statusCode(403);
        Finance.as(brand).get("/api/v1/payees").then().statusCode(403);
        Finance.as(brand).get("/api/v1/ledger/balances").then().statusCode(403);
    }

    @Test
    void theQueueNamesWhoAskedAndTellsThemThatItWasThem() {
        String fee = team.entered("Nova", Finance.IBAN, 100, "2026-04-01");
        Map<String, Object> part = Map.of("parts", List.of(Map.of("feeId", fee, "milestone", "WHOLE")));
        Finance.post(team.ann, "/api/v1/fees/request", part).then().body("done", is(1));

        for (Map.Entry<String, Boolean> reader :
                Map.of(team.ann, true, team.bob, false).entrySet()) {
            Finance.as(reader.getKey())
                    .get("/api/v1/approvals?state=REQUESTED")
                    .then()
                    .body("items[0].requestedBy", equalTo("ann"))
                    .body("items[0].requestedByMe", is(reader.getValue()));
        }

        Finance.post(team.bob, "/api/v1/fees/approve", part).then().body("done", is(1));
        team.get("/api/v1/fees/" + fee)
                .then()
                .body("milestones[0].requestedBy", equalTo("ann"))
                .body("milestones[0].decidedBy", equalTo("bob"));
    }

    @Test
    void limitsGoByRoleAndAnAdministratorMovesThem() {
        String fee = team.entered("Nova", Finance.IBAN, 60_000_00, "2026-04-01");
        Map<String, Object> part = Map.of("parts", List.of(Map.of("feeId", fee, "milestone", "WHOLE")));
        Finance.post(team.ann, "/api/v1/fees/request", part).then().body("done", is(1));

        Finance.post(team.bob, "/api/v1/fees/approve", part)
                .then()
                .body("parts[0].code", equalTo("ABOVE_APPROVAL_LIMIT"));
        Map<String, Object> limit = Map.of("role", "finance", "upTo", Finance.money(70_000_00, "EUR"));
        Finance.post(team.bob, "/api/v1/approvals/limits", limit).then().statusCode(403);
        Finance.post(team.admin, "/api/v1/approvals/limits", limit).then().statusCode(200);
        Finance.post(team.bob, "/api/v1/fees/approve", part).then().body("done", is(1));
    }

    @Test
    void goodLinesAreKeptAndEachBadOneIsNamedWithLineAndColumn() {
        String csv = HEAD + "Nova,BE96444908270905,12.50,2026-04-01,A-1\n"
                + "Nova,BE97444908270905,1,2026-04-01,A-2\n"
                + "Nova,BE96444908270905,abc,2026-04-01,A-3\n"
                + "Nova,BE96444908270905,1.005,2026-04-01,A-4\n"
                + "Nova,BE96444908270905,0,2026-04-01,A-5\n"
                + "Nova,BE96444908270905,5,2026-13-01,A-6\n"
                + "Nova,BE96444908270905,7,2026-04-01,A-1\n"
                + ",BE96444908270905,8,2026-04-01,A-8\n";

        JsonPath job = finished(csv.getBytes(StandardCharsets.UTF_8), "fees.csv", "KEEP_GOOD");

        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(7);
        JsonPath issues = team.get("/api/v1/fees/imports/" + job.getString("id") + "/issues")
                .jsonPath();
        assertThat(issues.getList("items.code", String.class))
                .contains(
                        "ACCOUNT_MALFORMED", "NOT_A_NUMBER", "TOO_MANY_DECIMALS", "FEE_NOT_POSITIVE", "REFERENCE_USED");
        assertThat(issues.getInt("items.find { it.code == 'NOT_A_NUMBER' }.line"))
                .isEqualTo(4);
        assertThat(issues.getInt("items.find { it.code == 'NOT_A_NUMBER' }.column"))
                .isEqualTo(3);
    }

    @Test
    void allOrNothingTakesNoneWhenOneLineIsBad() {
        String csv = HEAD + "Nova,BE96444908270905,12.50,2026-04-01,A-1\nNova,nonsense!,1,2026-04-01,A-2\n";

        JsonPath job = finished(csv.getBytes(StandardCharsets.UTF_8), "fees.csv", "ALL_OR_NOTHING");

        assertThat(job.getString("failureCode")).isEqualTo("LINES_REFUSED");
        team.get("/api/v1/fees").then().body("total", is(0));
        team.get("/api/v1/fees/imports/" + job.getString("id") + "/issues")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void f05_chineseEncodingsAndWorkbooksAreRead() throws Exception {
        String chinese = "收款人,账号,金额,到期日,参考号\n月亮,6222021234567890123,88.5,2026-04-01,R1\n";
        assertThat(finished(chinese.getBytes(Charset.forName("GB18030")), "费用.csv", "KEEP_GOOD")
                        .getInt("accepted"))
                .isEqualTo(1);
        team.get("/api/v1/payees").then().body("items.name", hasItem("月亮"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("fees");
            List<String> head = List.of("Payee", "IBAN", "Amount", "Due date", "Reference");
            for (int i = 0; i < head.size(); i++) {
                sheet.value(0, i, head.get(i));
            }
            sheet.value(1, 0, "Nova");
            sheet.value(1, 1, Finance.IBAN);
            sheet.value(1, 2, 19.99);
            sheet.value(1, 3, "2026-04-01");
            sheet.value(1, 4, "R2");
        }
        assertThat(finished(bytes.toByteArray(), "fees.xlsx", "KEEP_GOOD").getInt("accepted"))
                .isEqualTo(1);
        team.get("/api/v1/fees?search=R2").then().body("items[0].total.amountMinor", is(19_99));
    }

    @Test
    void wrongEmptyAndHeaderOnlyFilesAreRefusedInWordsAndTheSameFileTwiceIsAskedAbout() {
        assertThat(finished(HEAD.getBytes(StandardCharsets.UTF_8), "head.csv", "KEEP_GOOD")
                        .getString("failureCode"))
                .isEqualTo("HEADER_ONLY");
        assertThat(finished("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "other.csv", "KEEP_GOOD")
                        .getString("failureCode"))
                .isEqualTo("COLUMNS_MISSING");
        upload(new byte[0], "empty.csv", "KEEP_GOOD", false).then().statusCode(422);
        upload(HEAD.getBytes(StandardCharsets.UTF_8), "x.csv", "SOMEHOW", false)
                .then()
                .statusCode(422);
        byte[] good = (HEAD + "Nova,BE96444908270905,12.50,2026-04-01,\n").getBytes(StandardCharsets.UTF_8);
        assertThat(finished(good, "good.csv", "KEEP_GOOD").getInt("accepted")).isEqualTo(1);
        upload(good, "good.csv", "KEEP_GOOD", false)
                .then()
                .statusCode(409)
                .body("code", equalTo("FILE_IMPORTED_BEFORE"));
        upload(good, "good.csv", "KEEP_GOOD", true).then().statusCode(202);
    }

    @Test
    void m28_aPayoutTheBankIsSilentAboutBecomesUnknownByItself() {
        // Given
        team.approved(List.of(team.entered("Nova", Finance.IBAN, 100, "2026-04-01")));
        team.sent(team.payingAccount());
        String payout = team.get("/api/v1/payouts").path("items[0].id");

        // When
        clock.move(Duration.ofDays(8));

        // Then
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> team.get("/api/v1/payouts/" + payout)
                            .then()
                            .body("state", equalTo("UNKNOWN"))
                            .body("waitsFor", equalTo("BANK_HAS_NOT_ANSWERED")));
        } finally {
            clock.reset();
        }
    }

    private JsonPath finished(byte[] content, String name, String mode) {
        String location = upload(content, name, mode, false)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> team.get(location).jsonPath(), job -> job.getString("finishedAt") != null);
    }

    private Response upload(byte[] content, String name, String mode, boolean again) {
        return RestAssured.given()
                .auth()
                .oauth2(team.ann)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", name, content)
                .multiPart("mode", mode)
                .multiPart("currency", "EUR")
                .multiPart("again", String.valueOf(again))
                .post("/api/v1/fees/imports");
    }
}
