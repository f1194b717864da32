package org.kolsuite.registry.imports.model;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a file holds what. Columns that are not named are not imported.
 *
 * @param columns in any order
 */
public record ColumnMapping(List<Column> columns) {
    /**
     * One mapped column.
     *
     * @param index from 0, as in the file
     */
    public record Column(int index, Field field) {}

    /**
     * @throws FieldMappedTwice when two columns claim the same field
     * @throws ColumnMappedTwice when one column claims two fields
     * @throws NoIdentityMapped when neither the handle nor the platform's id is mapped
     */
    public ColumnMapping {
        columns = List.copyOf(columns);
        Map<Field, Integer> byField = new EnumMap<>(Field.class);
        Set<Integer> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.index())) {
                throw new ColumnMappedTwice(column.index());
            }
            if (byField.put(column.field(), column.index()) != null
                    && !column.field().repeatable()) {
                throw new FieldMappedTwice(column.field());
            }
        }
        if (!byField.containsKey(Field.HANDLE) && !byField.containsKey(Field.PLATFORM_UID)) {
            throw new NoIdentityMapped();
        }
    }

    /** @throws ColumnNotInFile when a column lies outside the file's header */
    public ColumnMapping requireWithin(int columnCount) {
        for (Column column : columns) {
            if (column.index() < 0 || column.index() >= columnCount) {
                throw new ColumnNotInFile(column.index());
            }
        }
        return this;
    }
}
