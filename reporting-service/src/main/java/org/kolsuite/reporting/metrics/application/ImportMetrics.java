package org.kolsuite.reporting.metrics.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.imports.application.LineImport;
import org.kolsuite.reporting.imports.application.LineReader;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.Part.GoodLine;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;
import org.kolsuite.reporting.metrics.persistence.SnapshotColumns;
import org.kolsuite.reporting.metrics.persistence.Snapshots;
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
    public Uni<Supplier<LineReader<SnapshotColumns>>> prepare(
            Caller.System caller, Path file, String fileName, ImportOptions options) {
        Instant now = clock.instant();
        return unitOfWork
                .as(caller, snapshots::known)
                .map(known -> () -> MetricFileReader.open(file, fileName, options, known, now));
    }

    @Override
    public Uni<Integer> store(UUID importId, String startedBy, List<GoodLine<SnapshotColumns>> lines) {
        List<SnapshotColumns> columns = lines.stream().map(GoodLine::what).toList();
        return snapshots
                .append(Provenance.UPLOAD, importId, startedBy, columns)
                .call(() -> marks.ofImport(
                        importId,
                        columns.stream().map(SnapshotColumns::collaborationId).collect(Collectors.toSet())));
    }
}
