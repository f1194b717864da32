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
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ZipFile zip;

    XlsxParts(ZipFile zip) {
        this.zip = zip;
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

    List<String> sharedStrings() throws IOException, XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (zip.getEntry("xl/sharedStrings.xml") == null) {
            return strings;
        }
        XMLStreamReader part = open("xl/sharedStrings.xml");
        while (part.hasNext()) {
            if (part.next() == XMLStreamConstants.START_ELEMENT
                    && part.getLocalName().equals("si")) {
                strings.add(richText(part, "si"));
            }
        }
        return strings;
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
                targets.put(attribute(relations, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    /** The text of all {@code t} inside the current element; readings above the characters ({@code rPh}) are left out. */
    static String richText(XMLStreamReader part, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean reading = false;
        while (part.hasNext()) {
            int event = part.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (part.getLocalName().equals("t") && !reading) {
                    text.append(part.getElementText());
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

    static String attribute(XMLStreamReader part, String name) {
        String value = part.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
