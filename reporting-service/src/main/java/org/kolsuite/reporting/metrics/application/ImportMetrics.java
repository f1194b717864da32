package org.kolsuite.reporting.metrics.application;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.imports.application.LineImport;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.Prepared;
import org.kolsuite.reporting.imports.model.Prepared.GoodLine;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;
import org.kolsuite.reporting.metrics.persistence.SnapshotColumns;
import org.kolsuite.reporting.metrics.persistence.Snapshots;
import org.kolsuite.reporting.metrics.persistence.Snapshots.Known;
import org.kolsuite.reporting.projection.Marks;

/** Imports a file of snapshots. */
@ApplicationScoped
public class ImportMetrics implements LineImport<SnapshotColumns> {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Snapshots snapshots;

    @Inject
    Marks marks;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @Override
    public ImportKind kind() {
        return ImportKind.METRICS;
    }

    @Override
    public List<TargetField> fields() {
        return MetricFields.ALL;
    }

    @Override
    public Uni<Prepared<SnapshotColumns>> prepare(
            Caller.System caller, Path file, String fileName, ImportOptions options) {
        return unitOfWork
                .as(caller, snapshots::known)
                .chain(known -> vertx.executeBlocking(() -> read(file, fileName, options, known)));
    }

    private Prepared<SnapshotColumns> read(Path file, String fileName, ImportOptions options, Known known) {
        MetricFileReader reader = new MetricFileReader(options, known, clock.instant());
        List<GoodLine<SnapshotColumns>> good = new ArrayList<>();
        long lines = reader.read(file, fileName, snapshot -> {
            Long line = snapshot.line();
            good.add(new GoodLine<>(line == null ? 0 : line, snapshot));
        });
        return new Prepared<>(lines, good, reader.problems());
    }

    @Override
    public Uni<Integer> store(UUID importId, String startedBy, List<GoodLine<SnapshotColumns>> lines) {
        List<SnapshotColumns> columns = lines.stream().map(GoodLine::what).toList();
        return snapshots
                .append(Provenance.UPLOAD, importId, startedBy, columns)
                .call(() -> marks.subjects(
                        columns.stream().map(SnapshotColumns::collaborationId).collect(Collectors.toSet())));
    }
}
