package org.kolsuite.platform.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, one at a time. Cells beyond the limit are cut to one, so that the limit is seen to be broken. */
final class XlsxRows {
    private final XMLStreamReader sheet;
    private final SharedTexts sharedTexts;
    private final XlsxNumberFormats formats;
    private final int maxColumns;
    private final int maxCellChars;

    private long line;
    private @Nullable Row next;

    XlsxRows(XMLStreamReader sheet, SharedTexts sharedTexts, XlsxNumberFormats formats, Limits limits) {
        this.sheet = sheet;
        this.sharedTexts = sharedTexts;
        this.formats = formats;
        this.maxColumns = limits.maxColumns();
        this.maxCellChars = limits.maxCellChars();
    }

    boolean hasNext() throws XMLStreamException {
        while (next == null && sheet.hasNext()) {
            if (sheet.next() == XMLStreamConstants.START_ELEMENT
                    && sheet.getLocalName().equals("row")) {
                next = row();
            }
        }
        return next != null;
    }

    Row next() throws XMLStreamException {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    private Row row() throws XMLStreamException {
        String stated = XlsxParts.attribute(sheet, "r");
        line = stated.isEmpty() ? line + 1 : Long.parseLong(stated);
        List<String> cells = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>();
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && sheet.getLocalName().equals("c")) {
                int column = Math.min(column(XlsxParts.attribute(sheet, "r"), cells.size()), maxColumns);
                String text = cell();
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
                if (text.length() > maxCellChars && problems.isEmpty()) {
                    problems.add(new CellProblem(line, column + 1, "", CellProblem.CELL_TOO_LONG, text));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && sheet.getLocalName().equals("row")) {
                break;
            }
        }
        return new Row(line, cells, problems);
    }

    private String cell() throws XMLStreamException {
        String type = XlsxParts.attribute(sheet, "t");
        String style = XlsxParts.attribute(sheet, "s");
        String value = "";
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (sheet.getLocalName()) {
                    case "v" -> value = XlsxParts.text(sheet, maxCellChars);
                    case "is" -> value = XlsxParts.richText(sheet, "is", maxCellChars);
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && sheet.getLocalName().equals("c")) {
                break;
            }
        }
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> sharedTexts.get(Integer.parseInt(value.strip()));
            case "b" -> value.strip().equals("1") ? "true" : "false";
            case "", "n" -> formats.text(value.strip(), style.isEmpty() ? -1 : Integer.parseInt(style));
            default -> value;
        };
    }

    /** {@code C7} is column 2; a cell that names no place stands after the one before it. */
    private static int column(String reference, int following) {
        long column = 0;
        for (int i = 0; i < reference.length() && column < Integer.MAX_VALUE; i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
        }
        return column == 0 ? following : (int) Math.min(column - 1, Integer.MAX_VALUE);
    }
}
