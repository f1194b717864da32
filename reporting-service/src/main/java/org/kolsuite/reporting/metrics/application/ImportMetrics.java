package org.kolsuite.reporting.metrics.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.kolsuite.reporting.metrics.persistence.Snapshots;
import org.kolsuite.reporting.metrics.persistence.Snapshots.Known;
import org.kolsuite.reporting.projection.Marks;

/** Imports a file of snapshots. */
@ApplicationScoped
public class ImportMetrics implements LineImport {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Snapshots snapshots;

    @Inject
    Marks marks;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

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
    public Uni<Prepared> prepare(Caller.System caller, Path file, String fileName, ImportOptions options) {
        return unitOfWork
                .as(caller, snapshots::known)
                .chain(known -> vertx.executeBlocking(() -> read(file, fileName, options, known)));
    }

    private Prepared read(Path file, String fileName, ImportOptions options, Known known) {
        MetricFileReader reader = new MetricFileReader(options, known, clock.instant());
        List<GoodLine> good = new ArrayList<>();
        long lines = reader.read(file, fileName, snapshot -> {
            Long line = snapshot.line();
            good.add(new GoodLine(line == null ? 0 : line, snapshot.json(json)));
        });
        return new Prepared(lines, good, reader.problems());
    }

    @Override
    public Uni<Integer> store(UUID importId, String startedBy, List<GoodLine> lines) {
        return snapshots
                .append(
                        Provenance.UPLOAD,
                        importId,
                        startedBy,
                        lines.stream().map(GoodLine::json).toList())
                .call(() -> marks.subjects(subjects(lines)));
    }

    private Set<UUID> subjects(List<GoodLine> lines) {
        return lines.stream().map(this::subject).collect(Collectors.toSet());
    }

    private UUID subject(GoodLine line) {
        try {
            return UUID.fromString(
                    json.readTree(line.json()).path("collaboration_id").asText());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the line was written by this class", impossible);
        }
    }
}
