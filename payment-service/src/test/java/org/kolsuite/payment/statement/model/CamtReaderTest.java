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
