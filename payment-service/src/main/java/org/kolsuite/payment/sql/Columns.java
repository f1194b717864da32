package org.kolsuite.payment.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** The columns of one row, each read once, from left to right. */
public final class Columns {
    private final @Nullable Object[] values;
    private int next;

    Columns(@Nullable Object row) {
        values = row instanceof Object[] several ? several : new @Nullable Object[] {row};
    }

    public UUID uuid() {
        return Objects.requireNonNull(uuidOrNull());
    }

    public @Nullable UUID uuidOrNull() {
        return (UUID) values[next++];
    }

    public String text() {
        return Objects.requireNonNull(textOrNull());
    }

    public @Nullable String textOrNull() {
        Object value = values[next++];
        return value == null ? null : value.toString();
    }

    public long number() {
        return Objects.requireNonNull(numberOrNull());
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public @Nullable Long numberOrNull() {
        Number value = (Number) values[next++];
        return value == null ? null : value.longValue();
    }

    public boolean flag() {
        return Boolean.TRUE.equals(flagOrNull());
    }

    public @Nullable Boolean flagOrNull() {
        return (Boolean) values[next++];
    }

    public Instant instant() {
        return Objects.requireNonNull(instantOrNull());
    }

    public @Nullable Instant instantOrNull() {
        return switch (values[next++]) {
            case null -> null;
            case Instant instant -> instant;
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
            case Object other -> throw new IllegalStateException("no instant: " + other.getClass());
        };
    }

    public LocalDate day() {
        return Objects.requireNonNull(dayOrNull());
    }

    public @Nullable LocalDate dayOrNull() {
        return switch (values[next++]) {
            case null -> null;
            case LocalDate day -> day;
            case java.sql.Date day -> day.toLocalDate();
            case Object other -> throw new IllegalStateException("no day: " + other.getClass());
        };
    }

    /** Two columns: minor units, then the currency. */
    public Money money() {
        return Objects.requireNonNull(moneyOrNull());
    }

    /** As {@link #money}; null where both columns are. */
    public @Nullable Money moneyOrNull() {
        Long minor = numberOrNull();
        String currency = textOrNull();
        return minor == null || currency == null ? null : Money.ofMinor(minor, currency);
    }
}
