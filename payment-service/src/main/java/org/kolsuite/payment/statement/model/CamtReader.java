package org.kolsuite.payment.statement.model;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kolsuite.payment.statement.model.BankStatement.Kind;

/**
 * Reads camt.053, camt.052 and camt.054 (ISO 20022) of every version: the elements that matter have kept their names from .01
 * to .08. The file is read as a stream, entry by entry:
 *
 * <ol>
 *   <li>the root says that it is a camt message, and which;
 *   <li>each statement's account and balances are read as they come;
 *   <li>each entry becomes a line, or one line per transaction when the details give their own amounts;
 *   <li>at the statement's end, what must add up is checked, and what does not is said.
 * </ol>
 *
 * External entities are never resolved, and a document type declaration ends the reading (CASES F6).
 */
public final class CamtReader {
    private static final Set<String> STATEMENTS = Set.of("Stmt", "Rpt", "Ntfctn");
    private static final XMLInputFactory FACTORY = factory();

    /** What a statement holds is kept until all of its file is booked, in one transaction; an account with more entries is told by the day. */
    static final int MOST_ELEMENTS = 50_000;

    private CamtReader() {}

    /**
     * The statements in the file, in order.
     *
     * @throws StatementRejection when the file is no camt message, or is broken XML
     */
    public static List<BankStatement> read(InputStream file) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(file);
            List<BankStatement> statements = new ArrayList<>();
            boolean camt = false;
            int elements = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new StatementRejection.DoctypeRefused();
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (!camt) {
                    camt = isCamt(reader);
                }
                if (STATEMENTS.contains(reader.getLocalName())) {
                    BankStatement statement = statement(reader, MOST_ELEMENTS - elements);
                    // A statement counts too: a file of empty ones is no statement either.
                    elements +=
                            1 + statement.lines().size() + statement.issues().size();
                    statements.add(statement);
                }
            }
            if (statements.isEmpty()) {
                throw new StatementRejection.FileIsNoBankStatement(
                        "The file is a camt message but holds no statement.");
            }
            return statements;
        } catch (XMLStreamException broken) {
            throw new StatementRejection.FileIsNoBankStatement("Line "
                    + (broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber())
                    + ": the file is not well-formed XML.");
        }
    }

    private static boolean isCamt(XMLStreamReader reader) {
        String namespace = String.valueOf(reader.getNamespaceURI());
        if (!reader.getLocalName().equals("Document") || !namespace.matches(".*camt\\.05[234]\\.001\\.\\d+.*")) {
            throw new StatementRejection.FileIsNoBankStatement(
                    "The file is XML, but no camt.052, camt.053 or camt.054 message.");
        }
        return true;
    }

    private static BankStatement statement(XMLStreamReader reader, int most) throws XMLStreamException {
        Kind kind = switch (reader.getLocalName()) {
            case "Rpt" -> Kind.INTRADAY_REPORT;
            case "Ntfctn" -> Kind.NOTIFICATION;
            default -> Kind.STATEMENT;
        };
        StatementAssembly assembly =
                new StatementAssembly(kind, reader.getLocation().getLineNumber());
        int elements = 0;
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                assembly.add(XmlFragment.read(reader));
                elements++;
                // An entry may be a batch of thousands of lines.
                if (Math.max(elements, assembly.held()) > most) {
                    throw new StatementRejection.FileIsNoBankStatement("Line "
                            + reader.getLocation().getLineNumber() + ": the file holds more than " + MOST_ELEMENTS
                            + " entries; ask the bank for one per day.");
                }
            } else if (reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new StatementRejection.DoctypeRefused();
            }
        }
        return assembly.finish();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // Long texts come in pieces, so that one that is too long is refused before all of it is held.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new StatementRejection.DoctypeRefused();
        });
        return factory;
    }
}
