package org.kolsuite.platform.tenancy;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads columns of native queries, where the driver's types are not those of the model. */
public final class Columns {
    private Columns() {}

    /** A {@code timestamptz} that is never null. */
    public static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    /** A {@code timestamptz} that may be null. */
    public static @Nullable Instant instantOrNull(@Nullable Object column) {
        return column == null ? null : instant(column);
    }
}
