package org.kolsuite.platform.tabular;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook (ECMA-376, SpreadsheetML) that say where its sheets are and how their cells are to be read. XML is read
 * without document types and external entities.
 */
final class XlsxParts {
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Long texts come in pieces, so that no more of them is held than a cell may have.
        XML.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Enough for the most rows with several texts of their own, and a quarter of the memory that a service has. */
    private static final long MOST_SHARED_BYTES = 72 << 20;

    /** Excel's own limit of cell formats is 65,490. */
    private static final int MOST_FORMATS = 1 << 17;

    private final ZipFile zip;
    private final int maxCellChars;

    /** @param maxCellChars of a longer text one character more is read, so that it is seen to be too long */
    XlsxParts(ZipFile zip, int maxCellChars) {
        this.zip = zip;
        this.maxCellChars = maxCellChars;
    }

    XMLStreamReader open(String path) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new FileNotFoundException(path);
        }
        return XML.createXMLStreamReader(zip.getInputStream(entry));
    }

    /** The path of the sheet's part in the archive. */
    Optional<String> firstVisibleSheet() throws IOException, XMLStreamException {
        XMLStreamReader workbook = open(WORKBOOK);
        while (workbook.hasNext()) {
            if (workbook.next() == XMLStreamConstants.START_ELEMENT
                    && workbook.getLocalName().equals("sheet")
                    && !attribute(workbook, "state").contains("idden")) {
                String id = workbook.getAttributeValue(RELATIONSHIPS, "id");
                return Optional.ofNullable(targets().get(id));
            }
        }
        return Optional.empty();
    }

    SharedTexts sharedTexts() throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts(MOST_SHARED_BYTES);
        if (zip.getEntry("xl/sharedStrings.xml") == null) {
            return texts;
        }
        XMLStreamReader part = open("xl/sharedStrings.xml");
        while (part.hasNext()) {
            if (part.next() == XMLStreamConstants.START_ELEMENT
                    && part.getLocalName().equals("si")
                    && !texts.add(richText(part, "si", maxCellChars))) {
                throw new XMLStreamException("more shared texts than are held");
            }
        }
        return texts;
    }

    XlsxNumberFormats numberFormats() throws IOException, XMLStreamException {
        boolean from1904 = false;
        XMLStreamReader workbook = open(WORKBOOK);
        while (workbook.hasNext()) {
            if (workbook.next() == XMLStreamConstants.START_ELEMENT
                    && workbook.getLocalName().equals("workbookPr")) {
                String flag = attribute(workbook, "date1904");
                from1904 = flag.equals("1") || flag.equals("true");
            }
        }
        Map<Integer, String> custom = new HashMap<>();
        List<Integer> formatByStyle = new ArrayList<>();
        if (zip.getEntry("xl/styles.xml") == null) {
            return new XlsxNumberFormats(from1904, custom, formatByStyle);
        }
        boolean cellFormats = false;
        XMLStreamReader styles = open("xl/styles.xml");
        while (styles.hasNext()) {
            int event = styles.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (custom.size() + formatByStyle.size() > MOST_FORMATS) {
                    throw new XMLStreamException("more formats than are held");
                }
                switch (styles.getLocalName()) {
                    case "numFmt" ->
                        custom.put(Integer.parseInt(attribute(styles, "numFmtId")), attribute(styles, "formatCode"));
                    case "cellXfs" -> cellFormats = true;
                    case "xf" -> {
                        if (cellFormats) {
                            String id = attribute(styles, "numFmtId");
                            formatByStyle.add(id.isEmpty() ? 0 : Integer.parseInt(id));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && styles.getLocalName().equals("cellXfs")) {
                cellFormats = false;
            }
        }
        return new XlsxNumberFormats(from1904, custom, formatByStyle);
    }

    private Map<String, String> targets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader relations = open("xl/_rels/workbook.xml.rels");
        while (relations.hasNext()) {
            if (relations.next() == XMLStreamConstants.START_ELEMENT
                    && relations.getLocalName().equals("Relationship")) {
                String target = attribute(relations, "Target");
                if (targets.size() > MOST_FORMATS) {
                    throw new XMLStreamException("more parts than are held");
                }
                targets.put(attribute(relations, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    /** The text of all {@code t} inside the current element; readings above the characters ({@code rPh}) are left out. */
    static String richText(XMLStreamReader part, String element, int maxChars) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean reading = false;
        while (part.hasNext()) {
            int event = part.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (part.getLocalName().equals("t") && !reading) {
                    appendText(part, text, maxChars);
                } else if (part.getLocalName().equals("rPh")) {
                    reading = true;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (part.getLocalName().equals("rPh")) {
                    reading = false;
                } else if (part.getLocalName().equals(element)) {
                    return text.toString();
                }
            }
        }
        return text.toString();
    }

    /** The text of the current element; of a longer one than allowed one character more. */
    static String text(XMLStreamReader part, int maxChars) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        appendText(part, text, maxChars);
        return text.toString();
    }

    private static void appendText(XMLStreamReader part, StringBuilder text, int maxChars) throws XMLStreamException {
        while (part.hasNext()) {
            switch (part.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = Math.min(part.getTextLength(), maxChars + 1 - text.length());
                    text.append(part.getTextCharacters(), part.getTextStart(), Math.max(0, room));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> throw new XMLStreamException("an element inside a text");
                default -> {
                    // comments say nothing
                }
            }
        }
    }

    static String attribute(XMLStreamReader part, String name) {
        String value = part.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
