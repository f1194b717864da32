package org.kolsuite.platform.tabular;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which column fills which field. Guessed from the header's words and from what the cells look like, each guess with its
 * confidence, for a person to correct.
 */
public final class HeaderMapping {
    /** Below this a column is left for the person to choose. */
    private static final double LEAST_CONFIDENCE = 0.45;

    private final Map<String, Guess> guesses;

    private HeaderMapping(Map<String, Guess> guesses) {
        this.guesses = Map.copyOf(guesses);
    }

    /**
     * @param index 0-based column
     * @param column the column's unique name in the header
     * @param confidence 0 to 1; 1 for a mapping that a person made
     */
    public record Guess(String field, int index, String column, double confidence) {}

    /**
     * Gives each field the column that fits it best, no column twice; the fields choose in the order given.
     *
     * @param samples some rows below the header; twenty are plenty
     */
    public static HeaderMapping guess(Header header, List<Row> samples, List<TargetField> fields) {
        Map<String, Guess> chosen = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (TargetField field : fields) {
            header.columns().stream()
                    .filter(column -> !taken.contains(column.index()))
                    .map(column -> guess(field, column, samples))
                    .filter(guess -> guess.confidence() >= LEAST_CONFIDENCE)
                    .max(Comparator.comparingDouble(Guess::confidence)
                            .thenComparing(Comparator.comparingInt(Guess::index).reversed()))
                    .ifPresent(best -> {
                        chosen.put(field.key(), best);
                        taken.add(best.index());
                    });
        }
        return new HeaderMapping(chosen);
    }

    private static Guess guess(TargetField field, Header.Column column, List<Row> samples) {
        double confidence = HeaderWords.likeness(column.name(), field.synonyms())
                * ColumnShape.fit(samples, column.index(), field.shape());
        return new Guess(field.key(), column.index(), column.name(), confidence);
    }

    /**
     * A mapping that a person made or a template holds; fields whose column the header lacks are left out.
     *
     * @param columnByField column names as in {@link Header#names()}
     */
    public static HeaderMapping of(Header header, Map<String, String> columnByField) {
        Map<String, Guess> given = new LinkedHashMap<>();
        columnByField.forEach((field, column) -> header.indexOf(column)
                .ifPresent(index -> given.put(field, new Guess(field, index, header.nameAt(index), 1))));
        return new HeaderMapping(given);
    }

    /** The column for a field. */
    public Optional<Guess> forField(String field) {
        return Optional.ofNullable(guesses.get(field));
    }

    public OptionalInt indexOf(String field) {
        return forField(field).map(guess -> OptionalInt.of(guess.index())).orElseGet(OptionalInt::empty);
    }

    /** Required fields without a column. */
    public List<String> missing(List<TargetField> fields) {
        return fields.stream()
                .filter(TargetField::required)
                .map(TargetField::key)
                .filter(key -> !guesses.containsKey(key))
                .toList();
    }

    /** In the order of the columns. */
    public List<Guess> guesses() {
        return guesses.values().stream()
                .sorted(Comparator.comparingInt(Guess::index))
                .toList();
    }
}
