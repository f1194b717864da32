package org.kolsuite.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: the sort values of the last row seen, opaque to clients. It names no rows by itself; row-level
 * security decides what the next page holds, so a foreign cursor shows nothing foreign (CASES S2).
 */
public record Cursor(List<String> values) {
    private static final char SEPARATOR = '\u001F';

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
            if (values.size() == parts) {
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
            return Instant.parse(values.get(index));
        } catch (DateTimeParseException malformed) {
            throw new UnknownCursor();
        }
    }
}
