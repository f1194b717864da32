package org.kolsuite.platform.watch;

import java.util.Optional;

/**
 * A number that the database knows, over all tenants.
 *
 * @param name as metrics spell it, {@code kol.outbox.age}
 * @param unit what is counted, {@code seconds}; part of the metric's name, and empty for plain counts
 * @param meaning one sentence for whoever reads the metric
 * @param query a select of two columns, a text and the number; {@code :now} in it is the service's clock
 * @param tag what the text says, such as {@code currency}; without it there is one row, and its text means nothing
 */
public record Figure(String name, String unit, String meaning, String query, Optional<String> tag) {
    /** How many there are; the query selects the count alone. */
    public static Figure count(String name, String meaning, String query) {
        return new Figure(name, "", meaning, alone(query), Optional.empty());
    }

    /** How long something waits; the query selects the moment since when, null when nothing waits. */
    public static Figure age(String name, String meaning, String query) {
        return new Figure(
                name,
                "seconds",
                meaning,
                "select '', coalesce(greatest(0, extract(epoch from cast(:now as timestamptz) - (" + query + "))), 0)",
                Optional.empty());
    }

    /** A number for each value of a tag; the query selects both. */
    public static Figure each(String name, String unit, String tag, String meaning, String query) {
        return new Figure(name, unit, meaning, query, Optional.of(tag));
    }

    private static String alone(String query) {
        return "select '', (" + query + ")";
    }
}
