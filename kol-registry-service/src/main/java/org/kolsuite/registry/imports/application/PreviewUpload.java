package org.kolsuite.registry.imports.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.file.OffLoop;
import org.kolsuite.platform.tabular.Header;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.registry.imports.model.ColumnMapping;

/** Somebody looks at a file before importing it: what is in it, and which column seems to be what. */
@ApplicationScoped
public class PreviewUpload {
    private static final int SHOWN_ROWS = 10;

    /**
     * What a file looks like.
     *
     * @param description in words, such as {@code CSV, GB18030, comma}
     * @param headerLine from 1
     */
    public record Preview(String description, long headerLine, List<Column> columns, List<Line> rows) {}

    /**
     * One column.
     *
     * @param field the guess; null where nothing fits
     */
    public record Column(int index, String header, @Nullable String field) {}

    /** One line as it stands. */
    public record Line(long line, List<String> cells) {}

    public Uni<Preview> preview(Path file, String fileName) {
        return OffLoop.run(() -> read(file, fileName));
    }

    private static Preview read(Path path, String fileName) {
        TabularFile file = TabularFile.open(path, fileName);
        Table table = file.table();
        Header header = table.header();
        List<Row> samples = Uploads.samples(table);
        Map<Integer, ColumnMapping.Column> guessed = Uploads.guess(header, samples).stream()
                .collect(Collectors.toMap(ColumnMapping.Column::index, Function.identity()));
        return new Preview(
                file.description(),
                header.line(),
                header.columns().stream()
                        .map(column -> new Column(
                                column.index(),
                                column.name(),
                                guessed.containsKey(column.index())
                                        ? guessed.get(column.index()).field().code()
                                        : null))
                        .toList(),
                samples.stream()
                        .limit(SHOWN_ROWS)
                        .map(row -> new Line(
                                row.line(),
                                header.columns().stream()
                                        .map(column -> row.text(column.index()))
                                        .toList()))
                        .toList());
    }
}
