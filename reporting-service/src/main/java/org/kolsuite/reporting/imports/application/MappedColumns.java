package org.kolsuite.reporting.imports.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.kolsuite.platform.tabular.HeaderMapping;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.reporting.imports.model.BadOption;
import org.kolsuite.reporting.imports.model.FieldNotMapped;

/** Which column fills which field, once it is settled: as the person mapped it, else the template's, else guessed. */
public final class MappedColumns {
    private static final int SAMPLES = 20;

    private final Map<String, Integer> indexByField;

    private MappedColumns(Map<String, Integer> indexByField) {
        this.indexByField = indexByField;
    }

    /**
     * @param mapped column by field as the person chose; empty for none
     * @param template column by field of a template; columns that the file doesn't have are left out
     * @throws FieldNotMapped a required field has no column
     * @throws BadOption a field or column that doesn't exist
     */
    public static MappedColumns of(
            Table table, Map<String, String> mapped, Map<String, String> template, List<TargetField> fields) {
        Map<String, Integer> found = new LinkedHashMap<>();
        if (!mapped.isEmpty()) {
            mapped.forEach((field, column) -> found.put(known(field, fields), indexOf(table, column)));
        } else if (!template.isEmpty()) {
            template.forEach(
                    (field, column) -> table.header().indexOf(column).ifPresent(index -> found.put(field, index)));
        } else {
            try (var rows = table.rows()) {
                List<Row> samples = rows.limit(SAMPLES).toList();
                HeaderMapping.guess(table.header(), samples, fields)
                        .guesses()
                        .forEach(guess -> found.put(guess.field(), guess.index()));
            }
        }
        List<String> missing = fields.stream()
                .filter(field -> field.required() && !found.containsKey(field.key()))
                .map(TargetField::key)
                .toList();
        if (!missing.isEmpty()) {
            throw new FieldNotMapped(missing);
        }
        return new MappedColumns(found);
    }

    public OptionalInt index(String field) {
        Integer index = indexByField.get(field);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    public Optional<Integer> find(String field) {
        return Optional.ofNullable(indexByField.get(field));
    }

    /** The column of a required field. */
    public int required(String field) {
        return index(field).orElseThrow(() -> new FieldNotMapped(List.of(field)));
    }

    private static String known(String field, List<TargetField> fields) {
        if (fields.stream().noneMatch(target -> target.key().equals(field))) {
            throw new BadOption("mapping", "There is no field \"" + field + "\" to map.");
        }
        return field;
    }

    private static int indexOf(Table table, String column) {
        return table.header()
                .indexOf(column)
                .orElseThrow(() -> new BadOption("mapping", "The file has no column \"" + column + "\"."));
    }
}
