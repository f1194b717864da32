package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.kolsuite.payment.statement.model.CamtReader;
import org.kolsuite.payment.statement.model.Direction;
import org.kolsuite.payment.statement.model.StatementLine;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RealInput;

/** Real statements from the upload to the books. */
@QuarkusTest
@WithTestResource(KolStack.class)
class BankStatementTest {
    private static final String SUBITE = "bank-statements/Subite-eu__camt-to-coda/example-files/CAMT/";
    private static final String REAL = SUBITE + "Other/account_statement-2.xml";

    @Test
    void theRealPayoutsSettleByReferenceAndASecondImportChangesNothing() throws Exception {
        // Given
        Finance team = Finance.team();
        byte[] statement = RealInput.bytes(REAL);
        String batch = everyDebitIsPaid(team, statement, true);
        validate(Finance.as(team.ann)
                .get("/api/v1/payouts/batches/" + batch + "/file")
                .asByteArray());

        // When
        JsonPath job = imported(team, "account_statement-2.xml", statement);

        // Then
        assertThat(job.getInt("accepted")).isEqualTo(462);
        JsonPath seen = team.get("/api/v1/statements").jsonPath();
        assertThat(seen.getInt("items[0].matched")).isEqualTo(452);
        assertThat(seen.getInt("items[0].open")).isEqualTo(10);
        assertThat(seen.getBoolean("items[0].addsUp")).isTrue();
        assertThat(seen.getLong("items[0].closing.amountMinor")).isEqualTo(555_29);
        assertThat(seen.getLong("items[0].difference.amountMinor")).isZero();
        team.get("/api/v1/payouts?state=SETTLED&limit=1").then().body("total", is(452));
        assertThat(team.balance("liabilities:in-transit")).isZero();
        assertThat(team.balance("assets:bank")).isEqualTo(-424_449_70);
        assertThat(team.balance("costs:fees")).isEqualTo(424_449_70);

        // When
        String before = books(team);
        JsonPath again = imported(team, "account_statement-2.xml", statement);

        // Then
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("known")).isEqualTo(462);
        assertThat(books(team)).isEqualTo(before);
        team.get("/api/v1/ledger/verify").then().body("intact", is(true));
        assertThat(Finance.as(team.ann)
                        .get("/api/v1/statements/imports/" + again.getString("id") + "/original")
                        .asByteArray())
                .isEqualTo(statement);

        // When
        creditsAreExplainedAndOneIsUndone(team, seen.getString("items[0].id"));
    }

    private static void creditsAreExplainedAndOneIsUndone(Finance team, String statement) {
        List<String> credits = team.get("/api/v1/statements/" + statement + "/lines?state=OPEN")
                .jsonPath()
                .getList("items.id");
        assertThat(credits).hasSize(10);
        for (String line : credits) {
            Finance.post(
                            team.ann,
                            "/api/v1/statements/" + statement + "/lines/" + line + "/explain",
                            Map.of("account", "equity:funding", "memo", "top-up"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("EXPLAINED"));
        }
        assertThat(team.balance("assets:bank")).isEqualTo(555_29);
        Finance.post(
                        team.ann,
                        "/api/v1/statements/" + statement + "/lines/" + credits.getFirst() + "/undo",
                        Map.of("reason", "was a refund"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        team.get("/api/v1/ledger/verify").then().body("intact", is(true));
    }

    @Test
    void withoutReferencesWhatIsUniqueSettlesAndTwinsAreProposedNeverGuessed() {
        // Given
        Finance team = Finance.team();
        byte[] statement = RealInput.bytes(REAL);
        everyDebitIsPaid(team, statement, false);

        // When
        imported(team, "account_statement-2.xml", statement);

        // Then
        JsonPath seen = team.get("/api/v1/statements").jsonPath();
        assertThat(seen.getInt("items[0].matched")).isEqualTo(448);
        assertThat(seen.getInt("items[0].proposed")).isEqualTo(4);
        assertThat(seen.getInt("items[0].open")).isEqualTo(10);
        String id = seen.getString("items[0].id");
        JsonPath twins =
                team.get("/api/v1/statements/" + id + "/lines?state=PROPOSED").jsonPath();
        for (int i = 0; i < 4; i++) {
            assertThat(twins.getList("items[" + i + "].matches.rule")).hasToString("[TWINS, TWINS]");
        }

        // When
        String line = twins.getString("items[0].id");
        String payout = twins.getString("items[0].matches[0].payoutId");
        String path = "/api/v1/statements/" + id + "/lines/" + line;
        Finance.post(team.ann, path + "/match", Map.of("payoutId", payout))
                .then()
                .statusCode(200)
                .body("state", equalTo("MATCHED"))
                .body("matches[0].rule", equalTo("BY_HAND"));

        // Then
        Finance.post(team.ann, path + "/match", Map.of("payoutId", payout))
                .then()
                .statusCode(409);
        team.get("/api/v1/payouts/" + payout).then().body("state", equalTo("SETTLED"));
        Finance.post(team.ann, path + "/undo", Map.of("reason", "the other twin"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        team.get("/api/v1/payouts/" + payout).then().body("state", equalTo("SENT"));
        team.get("/api/v1/ledger/verify").then().body("intact", is(true));
    }

    @Test
    void m19_aPaymentOfAnotherAmountIsFlaggedAndSettlesOnlyWithAReason() {
        // Given
        Finance team = Finance.team();
        String fee = Finance.post(
                        team.ann,
                        "/api/v1/fees",
                        Map.of(
                                "payee",
                                Map.of("holder", "Nova", "account", Finance.IBAN),
                                "amount",
                                Finance.money(100_00, "EUR"),
                                "dueOn",
                                "2026-04-01",
                                "reference",
                                "REF-1"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        team.approved(List.of(fee));
        team.sent(team.payingAccount());

        // When
        imported(team, "s.xml", camt("S1", "0.00", "-100.50", entry("DBIT", "100.50", "REF-1", "TX1")));

        // Then
        String statement = team.get("/api/v1/statements").path("items[0].id");
        JsonPath lines = team.get("/api/v1/statements/" + statement + "/lines").jsonPath();
        assertThat(lines.getList("items[0].flags")).hasToString("[OVER_PAYMENT]");
        String path = "/api/v1/statements/" + statement + "/lines/" + lines.getString("items[0].id") + "/match";
        String payout = lines.getString("items[0].matches[0].payoutId");
        Finance.post(team.ann, path, Map.of("payoutId", payout))
                .then()
                .statusCode(422)
                .body("code", equalTo("AMOUNT_DIFFERS"));
        Finance.post(team.ann, path, Map.of("payoutId", payout, "reason", "bank charge"))
                .then()
                .statusCode(200);
        assertThat(team.balance("costs:payment-differences")).isEqualTo(50);
    }

    @Test
    void m27_duplicateMissingAndExtraLinesAreEachSaidOnceAndARerunChangesNothing() {
        // Given
        Finance team = Finance.team();
        String a = entry("CRDT", "1.00", "A", "TX-A");
        String b = entry("CRDT", "2.00", "B", "TX-B");
        String c = entry("CRDT", "3.00", "C", "TX-C");
        imported(team, "first.xml", camt("S1", "0.00", "3.00", a + b));

        // When
        JsonPath job = imported(team, "corrected.xml", camt("S1", "0.00", "4.00", a + c + c));

        // Then
        assertThat(job.getInt("accepted")).isEqualTo(2);
        assertThat(job.getInt("known")).isEqualTo(1);
        team.get("/api/v1/statements/imports/" + job.getString("id") + "/issues")
                .then()
                .body("items.findAll { it.code == 'EXTRA_LINE' }", hasSize(1))
                .body("items.findAll { it.code == 'DUPLICATE_LINE' }", hasSize(1))
                .body("items.findAll { it.code == 'MISSING_LINES' }", hasSize(1))
                .body("items.code", hasItem("BALANCE_DIFFERS"));
        JsonPath again = imported(team, "corrected.xml", camt("S1", "0.00", "4.00", a + c + c));
        assertThat(again.getInt("accepted")).isZero();
        team.get("/api/v1/statements").then().body("total", is(1)).body("items[0].lines", is(4));
    }

    @Test
    void aStatementThatCameBeforeItsPayoutIsMatchedWithTheNextOne() {
        // Given
        Finance team = Finance.team();
        String fee = team.entered("Nova", Finance.IBAN, 100_00, "2026-04-01");
        team.approved(List.of(fee));
        String account = team.payingAccount();
        imported(team, "s.xml", camt("S1", "100.00", "0.00", toNova("100.00", "2026-04-01")));
        String lines = "/api/v1/statements/" + team.get("/api/v1/statements").path("items[0].id") + "/lines";
        team.get(lines).then().body("items[0].state", equalTo("OPEN")).body("items[0].flags", contains("NOBODY_OWES"));

        // When
        team.sent(account);
        imported(team, "later.xml", camt("S2", "0.00", "1.00", entry("CRDT", "1.00", "OTHER", "TX-2")));

        // Then
        team.get(lines).then().body("items[0].state", equalTo("MATCHED")).body("items[0].flags", empty());
        team.get("/api/v1/payouts").then().body("items[0].state", equalTo("SETTLED"));
    }

    @Test
    void aReturnReopensTheFeeAndIsPaidAgainByANewPayout() {
        // Given
        Finance team = Finance.team();
        String fee = team.entered("Nova", Finance.IBAN, 100_00, "2026-04-01");
        team.approved(List.of(fee));
        String account = team.payingAccount();
        team.sent(account);
        String reference = team.get("/api/v1/payouts").path("items[0].endToEndId");
        String payout = team.get("/api/v1/payouts").path("items[0].id");

        // When
        imported(
                team,
                "s.xml",
                camt(
                        "S1",
                        "100.00",
                        "100.00",
                        entry("CRDT", "100.00", reference, "TX2") + entry("DBIT", "100.00", reference, "TX1")));

        // Then
        team.get("/api/v1/payouts/" + payout).then().body("state", equalTo("RETURNED"));
        team.get("/api/v1/fees/" + fee).then().body("milestones[0].state", equalTo("RETURNED"));
        assertThat(team.balance("liabilities:payees")).isEqualTo(100_00);
        Finance.post(team.ann, "/api/v1/payouts/" + payout + "/pay-again", Map.of("note", "new account"))
                .then()
                .statusCode(200);
        team.sent(account);
        assertThat(team.balance("liabilities:payees")).isZero();
        assertThat(team.balance("costs:fees")).isEqualTo(100_00);
    }

    @Test
    void f6_f7_badFilesSayWhatIsWrong() {
        Finance team = Finance.team();

        JsonPath xxe = finished(
                team,
                "x.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Document>&e;</Document>"
                        .getBytes(StandardCharsets.UTF_8));
        JsonPath text = finished(team, "x.txt", "hello".getBytes(StandardCharsets.UTF_8));
        JsonPath odd = imported(team, "odd.xml", camt("S9", "1.00", "5.00", entry("CRDT", "1.00", "A", "T")));

        assertThat(xxe.getString("failureCode")).isEqualTo("DOCTYPE_REFUSED");
        assertThat(text.getString("failureCode")).isEqualTo("FILE_IS_NO_BANK_STATEMENT");
        team.get("/api/v1/statements/imports/" + odd.getString("id") + "/issues")
                .then()
                .body("items[0].code", equalTo("BALANCE_DIFFERS"))
                .body("items[0].detail", containsString("EUR 2.00"))
                .body("items[0].detail", containsString("EUR 5.00"));
        upload(team, "/api/v1/statements", "empty.xml", new byte[0]).then().statusCode(422);
    }

    /** The file's debits become ad-hoc fees, are approved by a second person and sent; the batch's id. */
    private static String everyDebitIsPaid(Finance team, byte[] statement, boolean withReferences) {
        List<StatementLine> debits = CamtReader.read(new ByteArrayInputStream(statement)).getFirst().lines().stream()
                .filter(line -> line.direction() == Direction.DEBIT)
                .toList();
        StringBuilder csv = new StringBuilder("Payee;IBAN;Amount;Due date;Reference\n");
        debits.forEach(line -> csv.append(line.counterparty())
                .append(';')
                .append(
                        line.counterpartyAccount() == null
                                ? ""
                                : line.counterpartyAccount().value())
                .append(';')
                .append(line.amount().toMajor().toPlainString())
                .append(';')
                .append(line.bookedOn())
                .append(';')
                .append(withReferences ? line.endToEndId() : "")
                .append('\n'));
        Response taken = RestAssured.given()
                .auth()
                .oauth2(team.ann)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", "fees.csv", csv.toString().getBytes(StandardCharsets.UTF_8))
                .multiPart("currency", "EUR")
                .multiPart("request", "true")
                .post("/api/v1/fees/imports");
        JsonPath job = end(team, taken);
        assertThat(job.getString("status")).as(job.prettify()).isEqualTo("DONE");
        assertThat(job.getInt("accepted")).isEqualTo(452);

        List<Map<String, Object>> parts = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = team.get("/api/v1/approvals?limit=200" + cursor).jsonPath();
            page.<Map<String, Object>>getList("items")
                    .forEach(one -> parts.add(Map.of(
                            "feeId",
                            String.valueOf(one.get("feeId")),
                            "milestone",
                            String.valueOf(one.get("milestone")))));
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(parts).hasSize(452);
        Finance.post(team.ann, "/api/v1/fees/approve", Map.of("parts", parts))
                .then()
                .statusCode(200)
                .body("done", is(0))
                .body("parts[0].code", equalTo("APPROVER_IS_REQUESTER"));
        Finance.post(team.bob, "/api/v1/fees/approve", Map.of("parts", parts))
                .then()
                .statusCode(200)
                .body("done", is(452));
        return team.sent(team.payingAccount());
    }

    private static String books(Finance team) {
        return team.get("/api/v1/ledger/balances").asString()
                + team.get("/api/v1/ledger/verify").path("checked")
                + team.get("/api/v1/statements").path("total");
    }

    private static JsonPath imported(Finance team, String name, byte[] content) {
        JsonPath job = finished(team, name, content);
        assertThat(job.getString("status")).as(job.prettify()).isEqualTo("DONE");
        return job;
    }

    private static JsonPath finished(Finance team, String name, byte[] content) {
        return end(team, upload(team, "/api/v1/statements", name, content));
    }

    private static Response upload(Finance team, String path, String name, byte[] content) {
        return RestAssured.given()
                .auth()
                .oauth2(team.ann)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", name, content)
                .post(path);
    }

    private static JsonPath end(Finance team, Response taken) {
        String location = taken.then().statusCode(202).extract().header("Location");
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> Finance.as(team.ann).get(location).jsonPath(), job -> job.getString("finishedAt") != null);
    }

    private static void validate(byte[] file) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(
                        RealInput.file("reference/iso20022/pain.001.001.09.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(file)));
    }

    private static byte[] camt(String id, String opening, String closing, String entries) {
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>" + id
                        + "</Id><Acct><Id><IBAN>BE68793230773034</IBAN></Id><Ccy>EUR</Ccy></Acct>"
                        + balance("OPBD", opening) + balance("CLBD", closing) + entries
                        + "</Stmt></BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String balance(String code, String amount) {
        boolean negative = amount.startsWith("-");
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
                + (negative ? amount.substring(1) : amount) + "</Amt><CdtDbtInd>" + (negative ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Dt><Dt>2026-04-01</Dt></Dt></Bal>";
    }

    /** Money that left for {@link Finance#IBAN}, with nothing but the account to know it by. */
    private static String toNova(String amount, String day) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" + day
                + "</Dt></BookgDt><AcctSvcrRef>TX-1</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><CdtrAcct><Id><IBAN>"
                + Finance.IBAN + "</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry>";
    }

    private static String entry(String sign, String amount, String reference, String bankReference) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + sign
                + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-01</Dt></BookgDt><AcctSvcrRef>"
                + bankReference
                + "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>" + reference
                + "</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>";
    }
}
