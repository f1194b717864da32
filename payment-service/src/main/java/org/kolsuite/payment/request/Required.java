package org.kolsuite.payment.request;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads fields of a request that must be there, and names the field when they are not. */
public final class Required {
    private Required() {}

    public static <T> T body(@Nullable T body) {
        return field("body", body);
    }

    public static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw new FieldMissing(name);
        }
        return value;
    }

    /** Text that is not blank and not longer than allowed, without blanks around it. */
    public static String text(String name, @Nullable String value, int longest) {
        String text = field(name, value).strip();
        if (text.isEmpty()) {
            throw new FieldMissing(name);
        }
        if (text.length() > longest) {
            throw new TextTooLong(name, longest);
        }
        return text;
    }

    /** Null for nothing and for blanks. */
    public static @Nullable String optionalText(String name, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : text(name, value, longest);
    }

    public static <T> List<T> list(String name, @Nullable List<T> values, int most) {
        List<T> list = field(name, values);
        if (list.isEmpty() || list.stream().anyMatch(Objects::isNull)) {
            throw new FieldMissing(name);
        }
        if (list.size() > most) {
            throw new ListTooLong(name, most);
        }
        return list;
    }
}
