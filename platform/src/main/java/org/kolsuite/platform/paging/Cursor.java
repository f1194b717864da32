package org.kolsuite.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.json.StorableText;

/**
 * Where a page begins: the sort values of the last row seen, opaque to clients. It names no rows by itself; row-level
 * security decides what the next page holds, so a foreign cursor shows nothing foreign (CASES S2).
 */
public record Cursor(List<String> values) {
    private static final char SEPARATOR = '\u001F';

    /** What rows can hold; Java's own instants reach beyond PostgreSQL's. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    public static Cursor of(Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(String.valueOf(value));
        }
        return new Cursor(List.copyOf(texts));
    }

    /**
     * Reads a cursor.
     *
     * @param parts how many values the list's cursors have
     * @return null when there is none: the first page
     * @throws UnknownCursor when it was not given out by such a list
     */
    public static @Nullable Cursor decode(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            List<String> values = List.of(decoded.split(String.valueOf(SEPARATOR), -1));
            if (values.size() == parts && values.stream().allMatch(StorableText::isStorable)) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException malformed) {
            throw new UnknownCursor();
        }
        throw new UnknownCursor();
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(SEPARATOR), values).getBytes(UTF_8));
    }

    public String text(int index) {
        return values.get(index);
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(values.get(index));
        } catch (IllegalArgumentException malformed) {
            throw new UnknownCursor();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException malformed) {
            throw new UnknownCursor();
        }
    }

    public Instant instant(int index) {
        try {
            Instant instant = Instant.parse(values.get(index));
            if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
                throw new UnknownCursor();
            }
            return instant;
        } catch (DateTimeParseException malformed) {
            throw new UnknownCursor();
        }
    }
}
