package org.kolsuite.payment.payout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.platform.testing.RealInput;

class Pain001WriterTest {
    private static final PayingAccount DEBTOR = new PayingAccount(
            Ids.next(), "Payouts", "Vertex Ltd", AccountNumber.parse("BE68793230773034"), "DEUTBEB4", "EUR");

    @Test
    void theFileIsValidAgainstTheSchema() throws Exception {
        // Given
        List<CreditTransfer.Order> orders = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            orders.add(order(
                    "E2E" + i,
                    LocalDate.of(2026, 4, 1 + i % 3),
                    100 + i,
                    i % 2 == 0 ? null : "Fee <" + i + "> & more"));
        }

        // When
        byte[] file = Pain001Writer.write(new CreditTransfer(
                "KS-" + Ids.next().toString().replace("-", ""), Instant.parse("2026-04-01T08:00:00Z"), DEBTOR, orders));

        // Then
        validate(file);
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).contains("<NbOfTxs>30</NbOfTxs>").contains("<CtrlSum>34.35</CtrlSum>");
        assertThat(text.split("<PmtInf>", -1)).hasSize(4);
    }

    @Test
    void aDebtorWithoutBicAndALongChineseNameAreStillValid() throws Exception {
        PayingAccount debtor = new PayingAccount(
                Ids.next(), "Payouts", "星".repeat(80), AccountNumber.parse("BE68793230773034"), null, "EUR");

        byte[] file = Pain001Writer.write(new CreditTransfer(
                "KS-1",
                Instant.parse("2026-04-01T08:00:00Z"),
                debtor,
                List.of(order("E2E1", LocalDate.of(2026, 4, 1), 1, null))));

        validate(file);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("NOTPROVIDED");
    }

    @Test
    void paymentsInEurosToIbansAreSepaAndEachDayIsABlockOfItsOwn() {
        String file = text(
                DEBTOR,
                List.of(
                        order("E2E1", LocalDate.of(2026, 4, 1), 100, "Fee"),
                        order("E2E2", LocalDate.of(2026, 4, 2), 100, "Fee")));

        assertThat(file)
                .contains("<PmtInfId>KS-1-1</PmtInfId>")
                .contains("<PmtInfId>KS-1-2</PmtInfId>")
                .contains("<BtchBookg>false</BtchBookg>")
                .contains("<SvcLvl><Cd>SEPA</Cd></SvcLvl>")
                .contains("<ChrgBr>SLEV</ChrgBr>")
                .contains("<BICFI>DEUTBEB4</BICFI>")
                .contains("<Ustrd>Fee</Ustrd>")
                .startsWith("<?xml version")
                .endsWith("</PmtInf></CstmrCdtTrfInitn></Document>");
    }

    @Test
    void anAccountWithoutIbanIsNamedAsItIsAndThePaymentIsNoSepaOne() {
        CreditTransfer.Order abroad = new CreditTransfer.Order(
                "E2E1",
                LocalDate.of(2026, 4, 1),
                Money.ofMinor(100, "EUR"),
                new BankDetails("林小满", AccountNumber.parse("6222020200112233445"), "ICBKCNBJ", "ICBC"),
                null);
        CreditTransfer.Order athome = order("E2E2", LocalDate.of(2026, 4, 1), 100, null);

        String file = text(DEBTOR, List.of(abroad, athome));

        assertThat(file)
                .contains("<Othr><Id>6222020200112233445</Id></Othr>")
                .contains("<CdtrAgt><FinInstnId><BICFI>ICBKCNBJ</BICFI></FinInstnId></CdtrAgt>")
                .doesNotContain("SEPA")
                .doesNotContain("SLEV");
    }

    @Test
    void paymentsInAnotherCurrencyAreNoSepaOnes() {
        PayingAccount yuan = new PayingAccount(
                Ids.next(), "Payouts", "Vertex Ltd", AccountNumber.parse("BE68793230773034"), "DEUTBEB4", "CNY");

        assertThat(text(yuan, List.of(order("E2E1", LocalDate.of(2026, 4, 1), 100, null))))
                .doesNotContain("SEPA");
    }

    @Test
    void aTextIsCutToItsLengthAndNeverThroughACharacter() {
        String fits = "x".repeat(140);

        assertThat(text(DEBTOR, List.of(order("E2E1", LocalDate.of(2026, 4, 1), 1, fits))))
                .contains(fits + "</Ustrd>");
        assertThat(text(DEBTOR, List.of(order("E2E1", LocalDate.of(2026, 4, 1), 1, fits + "y"))))
                .contains(fits + "</Ustrd>");
        assertThat(text(DEBTOR, List.of(order("E2E1", LocalDate.of(2026, 4, 1), 1, "x".repeat(139) + "🥊"))))
                .contains("x".repeat(139) + "</Ustrd>");
    }

    @Test
    void aCharacterThatXmlCanNotHoldDoesNotSpoilTheFile() throws Exception {
        CreditTransfer.Order pasted = new CreditTransfer.Order(
                "E2E1",
                LocalDate.of(2026, 4, 1),
                Money.ofMinor(1, "EUR"),
                new BankDetails("Nova\u000bHoldings", AccountNumber.parse("BE96444908270905"), null, null),
                "Fee\u0001for \ud83e\udd4a and\uffff\tmore");

        byte[] file = Pain001Writer.write(
                new CreditTransfer("KS-1", Instant.parse("2026-04-01T08:00:00Z"), DEBTOR, List.of(pasted)));

        validate(file);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("<Nm>Nova Holdings</Nm>")
                .contains("<Ustrd>Fee for 🥊 and \tmore</Ustrd>");
    }

    private static String text(PayingAccount debtor, List<CreditTransfer.Order> orders) {
        return new String(
                Pain001Writer.write(new CreditTransfer("KS-1", Instant.parse("2026-04-01T08:00:00Z"), debtor, orders)),
                StandardCharsets.UTF_8);
    }

    private static CreditTransfer.Order order(
            String reference, LocalDate day, long minor, @org.jspecify.annotations.Nullable String text) {
        return new CreditTransfer.Order(
                reference,
                day,
                Money.ofMinor(minor, "EUR"),
                new BankDetails("Nova Holdings", AccountNumber.parse("BE96444908270905"), null, null),
                text);
    }

    private static void validate(byte[] file) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(
                        RealInput.file("reference/iso20022/pain.001.001.09.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(file)));
    }
}
