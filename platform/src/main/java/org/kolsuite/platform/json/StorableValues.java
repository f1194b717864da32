package org.kolsuite.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateTimeDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.YearMonthDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.function.Predicate;

/**
 * Refuses, as a wrong value of its field, what Java can hold and the database can't: text that is no {@link StorableText}, and
 * days before the year 1 or after 9999, which RFC 3339, the format that the OpenAPI names, does not write either.
 */
final class StorableValues extends SimpleModule {
    private static final long serialVersionUID = 1;

    StorableValues() {
        super("storable-values");
        addDeserializer(
                String.class,
                new Checked<>(
                        String.class, StringDeserializer.instance, StorableText::isStorable, "a character of no text"));
        addDeserializer(Instant.class, dated(Instant.class, InstantDeserializer.INSTANT, StorableValues::isInYears));
        addDeserializer(
                LocalDate.class, dated(LocalDate.class, LocalDateDeserializer.INSTANCE, day -> isYear(day.getYear())));
        addDeserializer(
                LocalDateTime.class,
                dated(LocalDateTime.class, LocalDateTimeDeserializer.INSTANCE, time -> isYear(time.getYear())));
        addDeserializer(
                YearMonth.class,
                dated(YearMonth.class, YearMonthDeserializer.INSTANCE, month -> isYear(month.getYear())));
        addKeyDeserializer(String.class, new CheckedKey());
    }

    private static boolean isInYears(Instant instant) {
        long second = instant.getLong(ChronoField.INSTANT_SECONDS);
        return second >= FIRST && second < END;
    }

    private static final long FIRST = LocalDate.of(1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final long END = LocalDate.of(10_000, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);

    private static boolean isYear(int year) {
        return year >= 1 && year <= 9999;
    }

    private static <T> Checked<T> dated(Class<T> type, JsonDeserializer<T> reader, Predicate<T> check) {
        return new Checked<>(type, reader, check, "a year beyond 1 to 9999");
    }

    /** Reads as the given reader does, and then looks at what was read. */
    private static final class Checked<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;

        private final JsonDeserializer<T> reader;
        private final transient Predicate<T> check;
        private final String fault;

        Checked(Class<T> type, JsonDeserializer<T> reader, Predicate<T> check, String fault) {
            super(type);
            this.reader = reader;
            this.check = check;
            this.fault = fault;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T value = reader.deserialize(parser, context);
            if (value != null && !check.test(value)) {
                throw context.weirdStringException("", handledType(), fault);
            }
            return value;
        }
    }

    /** Names in an object that is read as a map are text as well. */
    private static final class CheckedKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            if (!StorableText.isStorable(key)) {
                throw context.weirdKeyException(String.class, "", "a character of no text");
            }
            return key;
        }
    }
}
