package org.kolsuite.payment.statement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.testing.RealInput;

class CamtReaderTest {
    private static final String SUBITE = "bank-statements/Subite-eu__camt-to-coda/example-files/CAMT/";

    @Test
    void theRealPayoutAccountAddsUpAndEveryDebitNamesItsPayee() {
        BankStatement statement = single(RealInput.bytes(SUBITE + "Other/account_statement-2.xml"));

        assertThat(statement.lines()).hasSize(462);
        assertThat(sum(statement, Direction.CREDIT)).isEqualTo(eur("425004.99"));
        assertThat(sum(statement, Direction.DEBIT)).isEqualTo(eur("424449.70"));
        assertThat(statement.opening()).isEqualTo(eur("0"));
        assertThat(statement.closing()).isEqualTo(eur("555.29"));
        assertThat(statement.difference()).isEqualTo(eur("0"));
        assertThat(statement.issues()).isEmpty();
        assertThat(statement.lines().stream().filter(line -> line.direction() == Direction.DEBIT))
                .hasSize(452)
                .allSatisfy(line -> {
                    assertThat(line.endToEndId()).isNotNull();
                    assertThat(line.counterparty()).isNotNull();
                    assertThat(line.counterpartyAccount()).isNotNull();
                });
    }

    @Test
    void theOctoberStatementOpensWhereItShould() {
        BankStatement statement = single(RealInput.bytes(SUBITE + "Other/account_statement-3.xml"));

        assertThat(statement.lines()).hasSize(314);
        assertThat(statement.opening()).isEqualTo(eur("33443.03"));
        assertThat(sum(statement, Direction.CREDIT)).isEqualTo(eur("210000.00"));
        assertThat(sum(statement, Direction.DEBIT)).isEqualTo(eur("184072.66"));
        assertThat(statement.difference()).isEqualTo(eur("0"));
    }

    @Test
    void twoHundredAndFourDailyStatementsBalanceAndFollowOnEachOther() throws IOException {
        int statements = 0;
        Map<String, Money> closedWith = new HashMap<>();
        for (Path file : RealInput.filesIn(SUBITE + "LT625883379695428516/CAMT_053", ".xml")) {
            for (BankStatement statement : CamtReader.read(Files.newInputStream(file))) {
                statements++;
                assertThat(statement.difference())
                        .as(file.getFileName() + " adds up")
                        .isEqualTo(eur("0"));
                Money before = closedWith.put(statement.account().value(), statement.closing());
                if (before != null) {
                    assertThat(statement.opening())
                            .as(file.getFileName() + " follows on")
                            .isEqualTo(before);
                }
            }
        }
        assertThat(statements).isEqualTo(204);
        assertThat(closedWith).hasSize(2);
    }

    @Test
    void everySampleIsReadOrSaysWhatIsWrong() throws IOException {
        int read = 0;
        for (Path file : RealInput.filesIn("bank-statements/genkgo__camt/test/data", ".xml")) {
            try {
                assertThat(CamtReader.read(Files.newInputStream(file))).isNotEmpty();
                read++;
            } catch (Rejection said) {
                assertThat(said.detail()).as(file.getFileName().toString()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(20);
    }

    @Test
    void intradayReportsAndNotificationsWithHundredsOfDetailsAreRead() throws IOException {
        for (String folder : List.of("CAMT_052", "CAMT_054")) {
            for (Path file : RealInput.filesIn(SUBITE + "LT809872649478701594/" + folder, ".xml")) {
                assertThat(CamtReader.read(Files.newInputStream(file)))
                        .allSatisfy(
                                statement -> assertThat(statement.kind()).isNotEqualTo(BankStatement.Kind.STATEMENT));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE Document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/evil.dtd\">"
            })
    void f6_aDocumentTypeIsRefusedAndNothingIsFetched(String doctype) {
        String file = "<?xml version=\"1.0\"?>" + doctype
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>&x;</Id>"
                + "</Stmt></BkToCstmrStmt></Document>";

        assertThatThrownBy(() -> read(file)).isInstanceOf(StatementRejection.DoctypeRefused.class);
    }

    @Test
    void f6_deeplyNestedElementsAreRefused() {
        String deep = "<Ntry>" + "<a>".repeat(100) + "</a>".repeat(100) + "</Ntry>";

        assertThatThrownBy(() -> read(document(deep))).isInstanceOf(StatementRejection.FileIsNoBankStatement.class);
    }

    static Stream<String> noStatements() {
        return Stream.of(
                "",
                "hello",
                "<a/>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>",
                "<Document");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("noStatements")
    void whatIsNoStatementIsRefusedInWords(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(StatementRejection.FileIsNoBankStatement.class);
    }

    @Test
    void f7_whatDoesNotAddUpIsSaidWithBothNumbersAndEveryLineIsKept() {
        BankStatement statement = read(document(balance("OPBD", "100.00")
                        + balance("CLBD", "150.00")
                        + entry("CRDT", "30.00", "")
                        + "<TxsSummry><TtlNtries><NbOfNtries>7</NbOfNtries></TtlNtries></TxsSummry>"))
                .getFirst();

        assertThat(statement.lines()).hasSize(1);
        assertThat(statement.difference()).isEqualTo(eur("-20.00"));
        assertThat(statement.issues())
                .extracting(StatementIssue::code)
                .containsExactlyInAnyOrder("BALANCE_DIFFERS", "COUNT_DIFFERS");
        assertThat(statement.issues())
                .anySatisfy(issue ->
                        assertThat(issue.detail()).contains("EUR 130.00").contains("EUR 150.00"));
    }

    @Test
    void m12_anAmountWithTooManyDecimalsIsAnErrorOfItsLineNotOfTheFile() {
        BankStatement statement = read(document(balance("OPBD", "0")
                        + entry("CRDT", "1.00000", "")
                        + entry("CRDT", "1.00001", "")
                        + entry("CRDT", "one", "")
                        + entry("CRDT", "-5", "")
                        + entry("", "5", "")))
                .getFirst();

        assertThat(statement.lines()).hasSize(1);
        assertThat(statement.issues().stream().filter(issue -> issue.severity() == StatementIssue.Severity.ERROR))
                .extracting(StatementIssue::code)
                .containsExactly("TOO_MANY_DECIMALS", "AMOUNT_UNREADABLE", "AMOUNT_NEGATIVE", "SIGN_MISSING");
        assertThat(statement.issues().getFirst().fileLine()).isNotNull();
    }

    @Test
    void anEntryBecomesALinePerTransactionWhenTheirAmountsSumToIt() {
        String two = "<NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy=\"EUR\">1.00</Amt></TxDtls>"
                + "<TxDtls><Refs><EndToEndId>B</EndToEndId></Refs><Amt Ccy=\"EUR\">2.00</Amt></TxDtls></NtryDtls>";

        BankStatement split = read(document(entry("DBIT", "3.00", two))).getFirst();
        BankStatement kept = read(document(entry("DBIT", "4.00", two))).getFirst();

        assertThat(split.lines()).extracting(StatementLine::endToEndId).containsExactly("A", "B");
        assertThat(kept.lines()).hasSize(1);
        assertThat(kept.issues()).extracting(StatementIssue::code).contains("DETAILS_DIFFER");
    }

    @Test
    void theDeclaredTotalIsComparedWithItsSignAndOneThatIsNoNumberIsSaid() {
        assertThat(issuesOfTotal("30.00", "CRDT")).doesNotContain("TOTAL_DIFFERS", "TOTAL_UNREADABLE");
        assertThat(issuesOfTotal("30.00", "DBIT")).contains("TOTAL_DIFFERS");
        assertThat(issuesOfTotal("31.00", "CRDT")).contains("TOTAL_DIFFERS");
        assertThat(issuesOfTotal("thirty", "CRDT")).contains("TOTAL_UNREADABLE");
        assertThat(issuesOfTotal("1e999999999", "CRDT")).contains("TOTAL_DIFFERS");
    }

    @Test
    void aBalanceThatIsNoAmountOrInAnotherCurrencyIsSaid() {
        BankStatement words = read(document(balance("OPBD", "much") + balance("CLBD", "1.00")))
                .getFirst();
        BankStatement tooFine = read(document(balance("OPBD", "1.00") + balance("CLBD", "1.001")))
                .getFirst();
        BankStatement dollars = read(document(balance("OPBD", "1.00").replace("EUR", "USD") + balance("CLBD", "1.00")))
                .getFirst();

        assertThat(codes(words)).containsExactlyInAnyOrder("BALANCE_UNREADABLE", "BALANCE_NOT_CHECKED");
        assertThat(codes(tooFine)).containsExactlyInAnyOrder("BALANCE_UNREADABLE", "BALANCE_NOT_CHECKED");
        assertThat(codes(dollars)).containsExactlyInAnyOrder("BALANCE_IN_OTHER_CURRENCY", "BALANCE_NOT_CHECKED");
        assertThat(words.issues())
                .anySatisfy(issue -> assertThat(issue.detail()).contains("no usable opening"));
        assertThat(tooFine.issues())
                .anySatisfy(issue -> assertThat(issue.detail()).contains("no usable closing"));
    }

    @Test
    void aStatementKnowsItsDaysAndCurrencyByItsBalancesWhereItSaysNothingElse() {
        String bare = document(balance("OPBD", "1.00") + balance("CLBD", "1.00").replace("2026-04-01", "2026-04-30"))
                .replace("<Ccy>EUR</Ccy>", "")
                .replace("Ccy=\"EUR\"", "Ccy=\"GBP\"");

        BankStatement statement = read(bare).getFirst();

        assertThat(statement.currency()).isEqualTo("GBP");
        assertThat(statement.from()).isEqualTo(java.time.LocalDate.of(2026, 4, 1));
        assertThat(statement.to()).isEqualTo(java.time.LocalDate.of(2026, 4, 30));
        assertThat(statement.issues()).isEmpty();
    }

    @Test
    void aStatementWithoutAnAccountSaysSo() {
        String nobodys = document("").replaceAll("<Acct>.*</Acct>", "");

        assertThat(codes(read(nobodys).getFirst())).contains("ACCOUNT_MISSING");
        assertThat(read(nobodys).getFirst().currency()).isEqualTo("EUR");
    }

    @Test
    void linesAreNumberedThroughAndPendingEntriesCountForNothing() {
        String pending = entry("CRDT", "9.00", "").replace("BOOK", "PDNG");
        String two = "<NtryDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">1.00</Amt></TxAmt></AmtDtls></TxDtls>"
                + "<TxDtls><AmtDtls><InstdAmt><Amt Ccy=\"EUR\">2.00</Amt></InstdAmt></AmtDtls></TxDtls></NtryDtls>";
        BankStatement statement = read(document(balance("OPBD", "0.00")
                        + balance("CLBD", "8.00")
                        + entry("CRDT", "5.00", "").replace("<Sts><Cd>BOOK</Cd></Sts>", "")
                        + pending
                        + entry("CRDT", "3.00", two)))
                .getFirst();

        assertThat(statement.lines()).extracting(StatementLine::number).containsExactly(1, 2, 3, 4);
        assertThat(statement.lines()).extracting(StatementLine::booked).containsExactly(true, false, true, true);
        assertThat(statement.difference()).isEqualTo(eur("0.00"));
        assertThat(statement.issues()).isEmpty();
    }

    @Test
    void detailsInAnotherCurrencyDoNotSplitAnEntry() {
        String two = "<NtryDtls><TxDtls><Amt Ccy=\"EUR\">1.00</Amt></TxDtls>"
                + "<TxDtls><Amt Ccy=\"USD\">2.00</Amt></TxDtls></NtryDtls>";

        assertThat(read(document(entry("DBIT", "3.00", two))).getFirst().lines())
                .hasSize(1);
    }

    @Test
    void moneyThatCameBackIsKnownByItsReasonItsCodeOrItsSign() {
        String reason = "<NtryDtls><TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>";
        String code = "<BkTxCd><Domn><Fmly><SubFmlyCd>%s</SubFmlyCd></Fmly></Domn></BkTxCd>";

        assertThat(returnReason(entry("CRDT", "1.00", reason))).isEqualTo("AC04");
        assertThat(returnReason(entry("CRDT", "1.00", code.formatted("RRTN")))).isEqualTo("RETURNED");
        assertThat(returnReason(entry("CRDT", "1.00", code.formatted("RPCR")))).isEqualTo("RETURNED");
        assertThat(returnReason(entry("CRDT", "1.00", "<RvslInd>true</RvslInd>")))
                .isEqualTo("RETURNED");
        assertThat(returnReason(entry("CRDT", "1.00", code.formatted("ESCT")))).isNull();
    }

    @Test
    void anEntryWithoutAnAmountOrACurrencyNamesWhatIsMissing() {
        BankStatement statement = read(document(balance("OPBD", "0")
                        + entry("CRDT", "1", "").replaceAll("<Amt.*</Amt>", "")
                        + entry("CRDT", "1", "").replace(" Ccy=\"EUR\"", "")
                        + entry("CRDT", "0", "")))
                .getFirst();

        assertThat(statement.issues().stream().filter(issue -> issue.severity() == StatementIssue.Severity.ERROR))
                .extracting(StatementIssue::code, StatementIssue::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("AMOUNT_MISSING", "Ntry/Amt"),
                        org.assertj.core.groups.Tuple.tuple("CURRENCY_MISSING", "Amt/@Ccy"));
        assertThat(statement.lines()).hasSize(1);
    }

    @Test
    void aLineTakesTheBanksReferenceAndTextFromItsEntryWhereTheDetailsHaveNone() {
        StatementLine bare =
                line(entry("DBIT", "1.00", "<AcctSvcrRef>539608</AcctSvcrRef><AddtlNtryInf>Transfer</AddtlNtryInf>"));
        StatementLine detailed = line(entry(
                "DBIT",
                "1.00",
                "<AcctSvcrRef>539608</AcctSvcrRef><AddtlNtryInf>Transfer</AddtlNtryInf><NtryDtls><TxDtls>"
                        + "<Refs><AcctSvcrRef>539609</AcctSvcrRef></Refs><RmtInf><Ustrd> Fee </Ustrd></RmtInf>"
                        + "</TxDtls></NtryDtls>"));

        assertThat(bare.bankReference()).isEqualTo("539608");
        assertThat(bare.text()).isEqualTo("Transfer");
        assertThat(detailed.bankReference()).isEqualTo("539609");
        assertThat(detailed.text()).isEqualTo("Fee");
    }

    @Test
    void anEmptyElementSaysNothing() {
        String empty = "<NtryDtls><TxDtls><Refs><EndToEndId> </EndToEndId><TxId/></Refs></TxDtls></NtryDtls>";

        StatementLine line = line(entry("DBIT", "1.00", empty));

        assertThat(line.endToEndId()).isNull();
        assertThat(line.bankReference()).isNull();
    }

    @Test
    void theMovementOfALineHasTheSignOfItsBalance() {
        assertThat(line(entry("CRDT", "1.00", "")).movement()).isEqualTo(eur("1.00"));
        assertThat(line(entry("DBIT", "1.00", "")).movement()).isEqualTo(eur("-1.00"));
    }

    @Test
    void anElementThatCannotBeReadIsExplained() {
        assertThat(read(document(entry("CRDT", "one", ""))).getFirst().issues())
                .filteredOn(issue -> issue.code().equals("AMOUNT_UNREADABLE"))
                .singleElement()
                .satisfies(issue -> assertThat(issue.detail()).contains("one"));
    }

    @Test
    void whatIsNotTheBanksLastWordIsRefusedByTheNameOfItsMessage() {
        assertThat(new StatementRejection.NotTheBanksLastWord(BankStatement.Kind.NOTIFICATION))
                .hasMessageContaining("camt.054");
        assertThat(new StatementRejection.NotTheBanksLastWord(BankStatement.Kind.INTRADAY_REPORT))
                .hasMessageContaining("camt.052");
    }

    private static StatementLine line(String entry) {
        return read(document(entry)).getFirst().lines().getFirst();
    }

    private static @org.jspecify.annotations.Nullable String returnReason(String entry) {
        return read(document(entry)).getFirst().lines().getFirst().returnReason();
    }

    private static List<String> issuesOfTotal(String net, String sign) {
        return codes(read(document(balance("OPBD", "0.00")
                        + balance("CLBD", "30.00")
                        + entry("CRDT", "30.00", "")
                        + "<TxsSummry><TtlNtries><TtlNetNtryAmt>" + net + "</TtlNetNtryAmt><CdtDbtInd>" + sign
                        + "</CdtDbtInd></TtlNtries></TxsSummry>"))
                .getFirst());
    }

    private static List<String> codes(BankStatement statement) {
        return statement.issues().stream().map(StatementIssue::code).toList();
    }

    private static BankStatement single(byte[] file) {
        List<BankStatement> statements = CamtReader.read(new ByteArrayInputStream(file));
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }

    private static List<BankStatement> read(String file) {
        return CamtReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Money sum(BankStatement statement, Direction direction) {
        return statement.lines().stream()
                .filter(line -> line.direction() == direction)
                .map(StatementLine::amount)
                .reduce(Money.zero("EUR"), Money::plus);
    }

    private static String document(String content) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>S1</Id>"
                + "<Acct><Id><IBAN>BE68793230773034</IBAN></Id><Ccy>EUR</Ccy></Acct>" + content
                + "</Stmt></BkToCstmrStmt></Document>";
    }

    private static String balance(String code, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-04-01</Dt></Dt></Bal>";
    }

    private static String entry(String sign, String amount, String details) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + sign
                + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-01</Dt></BookgDt>" + details + "</Ntry>";
    }

    private static Money eur(String major) {
        return Money.ofMajor(new java.math.BigDecimal(major), "EUR");
    }
}
