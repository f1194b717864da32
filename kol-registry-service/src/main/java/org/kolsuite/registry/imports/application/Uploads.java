package org.kolsuite.registry.imports.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kolsuite.platform.tabular.Header;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.registry.imports.model.ColumnGuess;
import org.kolsuite.registry.imports.model.ColumnMapping;

/** What preview and start do alike with an uploaded file. */
final class Uploads {
    /** Enough lines to tell handles from names. */
    private static final int SAMPLED = 60;

    private Uploads() {}

    static List<Row> samples(Table table) {
        try (Stream<Row> rows = table.rows()) {
            return rows.filter(row -> !row.isBroken()).limit(SAMPLED).toList();
        }
    }

    static List<ColumnMapping.Column> guess(Header header, List<Row> samples) {
        return ColumnGuess.guess(
                header.columns().stream()
                        .map(column -> column.name().replaceAll(" \\(\\d+\\)$", ""))
                        .toList(),
                samples.stream().map(Row::cells).toList());
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
