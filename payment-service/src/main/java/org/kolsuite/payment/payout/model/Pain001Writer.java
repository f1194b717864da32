package org.kolsuite.payment.payout.model;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payout.model.CreditTransfer.Order;

/**
 * Writes a payment order as pain.001.001.09 (ISO 20022, in the form of the European Payments Council's SEPA guidelines
 * EPC132-08 of 2023): one payment information block per execution date, single booking, so that each payment comes back as
 * its own line on the statement. Written with the JDK's stream writer: the file is a short fixed list of elements, and
 * the order of the calls below is the order of the schema (docs/adr/0013).
 */
public final class Pain001Writer {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int LONGEST_NAME = 70;

    /** What XML 1.0 can't hold, not even escaped: for one such character a bank refuses the whole file. */
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private Pain001Writer(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The whole file in UTF-8. */
    public static byte[] write(CreditTransfer transfer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            new Pain001Writer(xml).document(transfer);
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a payment file could not be written to memory", broken);
        }
        return bytes.toByteArray();
    }

    private void document(CreditTransfer transfer) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        groupHeader(transfer);
        TreeMap<LocalDate, List<Order>> byDay = transfer.orders().stream()
                .collect(Collectors.groupingBy(Order::executionDate, TreeMap::new, Collectors.toList()));
        int number = 1;
        for (var day : byDay.entrySet()) {
            paymentInformation(transfer, number++, day.getKey(), day.getValue());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void groupHeader(CreditTransfer transfer) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        text("MsgId", transfer.messageId());
        text(
                "CreDtTm",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(transfer.createdAt()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atOffset(ZoneOffset.UTC))
                        + "Z");
        text("NbOfTxs", Integer.toString(transfer.orders().size()));
        text("CtrlSum", sum(transfer.orders()).toPlainString());
        party("InitgPty", transfer.debtor().holder());
        xml.writeEndElement();
    }

    private void paymentInformation(CreditTransfer transfer, int number, LocalDate day, List<Order> orders)
            throws XMLStreamException {
        PayingAccount debtor = transfer.debtor();
        boolean sepa = isSepa(debtor, orders);
        xml.writeStartElement("PmtInf");
        text("PmtInfId", shortened(transfer.messageId(), 30) + "-" + number);
        text("PmtMtd", "TRF");
        text("BtchBookg", "false");
        text("NbOfTxs", Integer.toString(orders.size()));
        text("CtrlSum", sum(orders).toPlainString());
        if (sepa) {
            xml.writeStartElement("PmtTpInf");
            xml.writeStartElement("SvcLvl");
            text("Cd", "SEPA");
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeStartElement("ReqdExctnDt");
        text("Dt", day.toString());
        xml.writeEndElement();
        party("Dbtr", debtor.holder());
        account("DbtrAcct", debtor.account().value(), true);
        agent("DbtrAgt", debtor.bic(), true);
        if (sepa) {
            text("ChrgBr", "SLEV");
        }
        for (Order order : orders) {
            order(order);
        }
        xml.writeEndElement();
    }

    private void order(Order order) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        text("EndToEndId", order.endToEndId());
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", order.amount().currency());
        xml.writeCharacters(order.amount().toMajor().toPlainString());
        xml.writeEndElement();
        xml.writeEndElement();
        agent("CdtrAgt", order.creditor().bic(), false);
        party("Cdtr", order.creditor().holder());
        account(
                "CdtrAcct",
                order.creditor().account().value(),
                order.creditor().account().isIban());
        if (order.remittance() != null) {
            xml.writeStartElement("RmtInf");
            text("Ustrd", shortened(order.remittance(), 140));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void party(String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        text("Nm", shortened(name, LONGEST_NAME));
        xml.writeEndElement();
    }

    private void account(String element, String number, boolean iban) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        if (iban) {
            text("IBAN", number);
        } else {
            xml.writeStartElement("Othr");
            text("Id", number);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** A debtor's bank must be named, if only by saying that it isn't; a creditor's may be left out. */
    private void agent(String element, @Nullable String bic, boolean required) throws XMLStreamException {
        if (bic == null && !required) {
            return;
        }
        xml.writeStartElement(element);
        xml.writeStartElement("FinInstnId");
        if (bic == null) {
            xml.writeStartElement("Othr");
            text("Id", "NOTPROVIDED");
            xml.writeEndElement();
        } else {
            text("BICFI", bic);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(NOT_IN_XML.matcher(value).replaceAll(" "));
        xml.writeEndElement();
    }

    private static boolean isSepa(PayingAccount debtor, List<Order> orders) {
        return debtor.currency().equals("EUR")
                && orders.stream().allMatch(order -> order.creditor().account().isIban());
    }

    private static BigDecimal sum(List<Order> orders) {
        return orders.stream().map(Order::amount).map(Money::toMajor).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String shortened(String value, int length) {
        if (value.length() <= length) {
            return value;
        }
        // Half of a character is none, and the bank would refuse the whole file for it.
        return value.substring(0, Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length);
    }
}
