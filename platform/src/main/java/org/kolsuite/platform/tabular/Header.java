package org.kolsuite.platform.tabular;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The header of a table. Names are trimmed and on one line; where a name stands twice, the later ones are numbered:
 * {@code Subscribers}, {@code Subscribers (2)}. A column without a name is called {@code Column 7}.
 *
 * @param line 1-based line of the file
 */
public record Header(long line, List<Column> columns) {

    /**
     * @param index 0-based position in the row
     * @param name unique in the header
     */
    public record Column(int index, String name) {}

    public Header {
        columns = List.copyOf(columns);
    }

    static Header of(Row row) {
        List<Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int width = row.cells().size();
        while (width > 0 && row.text(width - 1).isEmpty()) {
            width--;
        }
        for (int i = 0; i < width; i++) {
            String name = row.text(i).replaceAll("\\s+", " ");
            String base = name.isEmpty() ? "Column " + (i + 1) : name;
            String unique = base;
            for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
                unique = base + " (" + n + ")";
            }
            columns.add(new Column(i, unique));
        }
        return new Header(row.line(), columns);
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The index of a column by its (numbered) name, without regard to case. */
    public OptionalInt indexOf(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name.strip()))
                .mapToInt(Column::index)
                .findFirst();
    }

    /** The name at an index; empty beyond the header. */
    public String nameAt(int index) {
        return index >= 0 && index < columns.size() ? columns.get(index).name() : "";
    }
}
