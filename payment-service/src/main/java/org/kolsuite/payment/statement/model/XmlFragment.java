package org.kolsuite.payment.statement.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One element of a stream, small enough to hold: an entry or a balance. Names are without namespace. */
final class XmlFragment {
    private static final int DEEPEST = 40;

    /** A batch that is booked in one sum names each of its payments: ten thousand of them with forty elements each. */
    private static final int MOST_ELEMENTS = 400_000;

    private static final int MOST_CHARS = 16 << 20;

    /** The standard's longest text has 500. */
    private static final int MOST_CHARS_OF_A_TEXT = 1 << 16;

    final String name;
    final int fileLine;
    final @Nullable String currency;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlFragment> children = new ArrayList<>();

    private XmlFragment(String name, int fileLine, @Nullable String currency) {
        this.name = name;
        this.fileLine = fileLine;
        this.currency = currency;
    }

    /** Reads the element that the reader stands on, and leaves the reader on its end. */
    static XmlFragment read(XMLStreamReader reader) throws XMLStreamException {
        return read(reader, 0, new Size());
    }

    /** How much has been read of the outermost element. */
    private static final class Size {
        private int elements;
        private long chars;

        void add(XMLStreamReader reader, int moreElements, int moreChars) {
            elements += moreElements;
            chars += moreChars;
            if (elements > MOST_ELEMENTS || chars > MOST_CHARS) {
                throw new StatementRejection.FileIsNoBankStatement(
                        "Line " + reader.getLocation().getLineNumber() + ": one entry is larger than a statement's.");
            }
        }
    }

    private static XmlFragment read(XMLStreamReader reader, int depth, Size size) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new StatementRejection.FileIsNoBankStatement("Line "
                    + reader.getLocation().getLineNumber() + ": elements are nested deeper than a statement's.");
        }
        size.add(reader, 1, 0);
        XmlFragment fragment = new XmlFragment(
                reader.getLocalName(), reader.getLocation().getLineNumber(), reader.getAttributeValue(null, "Ccy"));
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> fragment.children.add(read(reader, depth + 1, size));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    size.add(reader, 0, reader.getTextLength());
                    fragment.append(reader);
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new StatementRejection.DoctypeRefused();
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return fragment;
    }

    private void append(XMLStreamReader reader) {
        if (text.length() + reader.getTextLength() > MOST_CHARS_OF_A_TEXT) {
            throw new StatementRejection.FileIsNoBankStatement(
                    "Line " + reader.getLocation().getLineNumber() + ": one text is larger than a statement's.");
        }
        text.append(reader.getText());
    }

    /** The first element at a path such as {@code Refs/EndToEndId}. */
    Optional<XmlFragment> at(String path) {
        XmlFragment here = this;
        for (String step : path.split("/", -1)) {
            XmlFragment next = null;
            for (XmlFragment child : here.children) {
                if (child.name.equals(step)) {
                    next = child;
                    break;
                }
            }
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /** The trimmed text at the first of the paths that has any; null when none has. */
    @Nullable
    String text(String... paths) {
        for (String path : paths) {
            Optional<String> found = at(path).map(XmlFragment::text).filter(value -> !value.isEmpty());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    String text() {
        return text.toString().strip();
    }

    List<XmlFragment> all(String child) {
        return children.stream().filter(one -> one.name.equals(child)).toList();
    }
}
