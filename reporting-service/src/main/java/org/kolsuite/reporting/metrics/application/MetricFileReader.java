package org.kolsuite.reporting.metrics.application;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.tabular.CellReader;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.reporting.imports.application.CellProblems;
import org.kolsuite.reporting.imports.application.LineReader;
import org.kolsuite.reporting.imports.application.MappedColumns;
import org.kolsuite.reporting.imports.model.FieldNotMapped;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.model.Part.GoodLine;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.PostLink;
import org.kolsuite.reporting.metrics.model.SnapshotWarnings;
import org.kolsuite.reporting.metrics.persistence.SnapshotColumns;
import org.kolsuite.reporting.metrics.persistence.Snapshots.Known;

/** Reads a metrics file line by line. A line is for the collaboration whose id it names, else for the one with its post. */
final class MetricFileReader extends LineReader<SnapshotColumns> {
    private final Table table;
    private final MappedColumns columns;
    private final ImportOptions options;
    private final Known known;
    private final Instant now;

    private MetricFileReader(Table table, MappedColumns columns, ImportOptions options, Known known, Instant now) {
        super(table);
        this.table = table;
        this.columns = columns;
        this.options = options;
        this.known = known;
        this.now = now;
    }

    /** @param now snapshots of the future are refused */
    static MetricFileReader open(Path file, String fileName, ImportOptions options, Known known, Instant now) {
        TabularFile tabular = TabularFile.open(file, fileName);
        Table table = options.headerLine() == null ? tabular.table() : tabular.table(options.headerLine());
        MappedColumns columns = MappedColumns.of(table, options.mapping(), Map.of(), MetricFields.ALL);
        requireWhoAndWhen(columns, options);
        return new MetricFileReader(table, columns, options, known, now);
    }

    private record Target(UUID collaborationId, String post) {}

    @Override
    protected void read(Row row, List<GoodLine<SnapshotColumns>> good, List<LineProblem> problems) {
        CellReader cells = table.reader(row);
        Optional<SnapshotColumns> snapshot = row.isBroken() ? Optional.empty() : snapshot(cells, row.line());
        problems.addAll(CellProblems.of(cells.problems()));
        snapshot.filter(found -> !cells.hasProblems()).ifPresent(found -> {
            SnapshotWarnings.of(found.counters()).forEach(warning -> problems.add(warning(row, warning)));
            good.add(new GoodLine<>(row.line(), found));
        });
    }

    private static void requireWhoAndWhen(MappedColumns columns, ImportOptions options) {
        if (columns.find(MetricFields.POST_URL)
                .or(() -> columns.find(MetricFields.COLLABORATION))
                .isEmpty()) {
            throw new FieldNotMapped(List.of(MetricFields.POST_URL));
        }
        if (columns.find(MetricFields.TAKEN_AT).isEmpty() && options.asOf() == null) {
            throw new FieldNotMapped(List.of(MetricFields.TAKEN_AT));
        }
    }

    private Optional<SnapshotColumns> snapshot(CellReader cells, long line) {
        Optional<Target> target = target(cells);
        Optional<Instant> takenAt = takenAt(cells);
        Counters counters = new Counters(
                counter(cells, MetricFields.VIEWS),
                counter(cells, MetricFields.READS),
                counter(cells, MetricFields.LIKES),
                counter(cells, MetricFields.COMMENTS),
                counter(cells, MetricFields.SHARES),
                counter(cells, MetricFields.SAVES),
                counter(cells, MetricFields.ENGAGEMENTS));
        if (!counters.sayAnything() && !cells.hasProblems()) {
            cells.reject(0, "NO_COUNTERS", "");
        }
        if (target.isEmpty() || takenAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SnapshotColumns(
                target.get().collaborationId(), target.get().post(), counters, takenAt.get(), line));
    }

    private Optional<Target> target(CellReader cells) {
        OptionalInt idColumn = columns.index(MetricFields.COLLABORATION);
        OptionalInt postColumn = columns.index(MetricFields.POST_URL);
        Optional<String> id = idColumn.isPresent() ? cells.text(idColumn.getAsInt()) : Optional.empty();
        Optional<String> url = postColumn.isPresent() ? cells.text(postColumn.getAsInt()) : Optional.empty();
        Optional<PostLink> post = url.flatMap(PostLink::parse);
        if (url.isPresent() && post.isEmpty()) {
            cells.reject(postColumn.orElse(0), "NOT_A_LINK", url.get());
            return Optional.empty();
        }
        if (id.isPresent()) {
            return byId(cells, idColumn.orElse(0), id.get(), post);
        }
        if (post.isEmpty()) {
            return cells.required(postColumn.orElse(idColumn.orElse(0)), Optional.empty());
        }
        return byPost(cells, postColumn.orElse(0), post.get());
    }

    private Optional<Target> byId(CellReader cells, int column, String id, Optional<PostLink> post) {
        try {
            UUID collaboration = UUID.fromString(id);
            if (known.postOf().containsKey(collaboration)) {
                String own = known.postOf().get(collaboration);
                return Optional.of(new Target(
                        collaboration, post.map(PostLink::value).orElse(own == null ? collaboration.toString() : own)));
            }
            cells.reject(column, "UNKNOWN_COLLABORATION", id);
        } catch (IllegalArgumentException malformed) {
            cells.reject(column, "NOT_AN_ID", id);
        }
        return Optional.empty();
    }

    private Optional<Target> byPost(CellReader cells, int column, PostLink post) {
        Set<UUID> claimed = known.byPost().getOrDefault(post.value(), Set.of());
        if (claimed.size() != 1) {
            cells.reject(column, claimed.isEmpty() ? "UNKNOWN_POST" : "POST_OF_SEVERAL", post.value());
            return Optional.empty();
        }
        return Optional.of(new Target(claimed.iterator().next(), post.value()));
    }

    private Optional<Instant> takenAt(CellReader cells) {
        OptionalInt column = columns.index(MetricFields.TAKEN_AT);
        Optional<Instant> taken =
                column.isPresent() ? cells.instant(column.getAsInt(), ZoneId.of(options.zone())) : Optional.empty();
        Optional<Instant> known = taken.or(() -> Optional.ofNullable(options.asOf()));
        if (known.isEmpty()) {
            return cells.required(column.orElse(0), Optional.empty());
        }
        if (known.get().isAfter(now)) {
            cells.reject(column.orElse(0), "IN_THE_FUTURE", known.get().toString());
            return Optional.empty();
        }
        return known;
    }

    private @Nullable Long counter(CellReader cells, String field) {
        OptionalInt column = columns.index(field);
        if (column.isEmpty()) {
            return null;
        }
        Long count = cells.whole(column.getAsInt()).orElse(null);
        if (count != null && count < 0) {
            cells.reject(column.getAsInt(), "NEGATIVE_COUNTER", count.toString());
            return null;
        }
        return count;
    }

    private LineProblem warning(Row row, SnapshotWarnings.Warning warning) {
        int index = columns.index(warning.field()).orElse(-1);
        return new LineProblem(
                row.line(),
                index + 1,
                index < 0 ? "" : table.header().nameAt(index),
                LineProblem.Severity.WARNING,
                warning.code(),
                index < 0 ? "" : row.text(index),
                warning.detail());
    }
}
