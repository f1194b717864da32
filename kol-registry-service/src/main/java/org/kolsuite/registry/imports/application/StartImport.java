package org.kolsuite.registry.imports.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.file.FilePieces;
import org.kolsuite.platform.file.OffLoop;
import org.kolsuite.platform.tabular.Header;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.registry.imports.application.ImportViews.ImportAnswer;
import org.kolsuite.registry.imports.model.ColumnMapping;
import org.kolsuite.registry.imports.model.ImportMode;
import org.kolsuite.registry.imports.model.MappingMissing;
import org.kolsuite.registry.imports.model.SnapshotInFuture;
import org.kolsuite.registry.imports.persistence.ImportRow;
import org.kolsuite.registry.imports.persistence.Imports;
import org.kolsuite.registry.platforms.Platforms;

/** Somebody uploads a file; from here on it is a job. */
@ApplicationScoped
public class StartImport {
    @Inject
    Imports imports;

    @Inject
    Platforms platforms;

    @Inject
    Templates templates;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** What was uploaded, opened far enough to know that it can be read. */
    public record Upload(String fileName, Path file, long bytes, String sha256, String description, Header header) {}

    /**
     * How to read it.
     *
     * @param mapping or else a template
     */
    public record Command(
            String platform,
            LocalDate snapshotDate,
            ImportMode mode,
            @Nullable ColumnMapping mapping,
            @Nullable UUID templateId) {}

    /** Opens the file, off the event loop; refuses what is no table, empty, too large, unsafe or only a header. */
    public Uni<Upload> open(Path file, String fileName) {
        return OffLoop.run(() -> {
            TabularFile tabular = TabularFile.open(file, fileName);
            Table table = tabular.table();
            return new Upload(
                    fileName, file, Files.size(file), FilePieces.sha256(file), tabular.description(), table.header());
        });
    }

    /** Makes the job. Runs in the transaction that is open. */
    public Uni<ImportAnswer> start(Caller caller, Upload upload, Command command) {
        if (command.snapshotDate().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new SnapshotInFuture();
        }
        return platforms
                .require(command.platform())
                .chain(() -> mapping(upload.header(), command))
                .chain(mapping -> {
                    ImportRow job = new ImportRow();
                    job.id = Ids.next();
                    job.fileName = upload.fileName();
                    job.fileBytes = upload.bytes();
                    job.description = upload.description();
                    job.platform = command.platform();
                    job.snapshotDate = command.snapshotDate();
                    job.mode = command.mode();
                    job.columns = imports.write(mapping.columns());
                    job.headerLine = upload.header().line();
                    job.createdBy = caller.subject();
                    job.createdByName = caller.name();
                    job.createdAt = clock.instant();
                    return imports.add(job)
                            .chain(() -> FilePieces.each(
                                    upload.file(), (number, piece) -> imports.addPiece(job.id, number, piece)))
                            .chain(() -> trail.record(
                                    caller,
                                    "start-import",
                                    "import",
                                    job.id,
                                    null,
                                    null,
                                    Map.of("file", upload.fileName(), "sha256", upload.sha256())))
                            .replaceWith(ImportAnswer.of(job, 0));
                });
    }

    private Uni<ColumnMapping> mapping(Header header, Command command) {
        ColumnMapping given = command.mapping();
        if (given != null) {
            return Uni.createFrom().item(given.requireWithin(header.columns().size()));
        }
        if (command.templateId() == null) {
            throw new MappingMissing();
        }
        return templates.require(command.templateId()).map(template -> templates.applyTo(template, header));
    }

    /** The fields that can be mapped, for the page where a person does it. */
    public static List<String> fields() {
        return java.util.Arrays.stream(org.kolsuite.registry.imports.model.Field.values())
                .map(org.kolsuite.registry.imports.model.Field::code)
                .toList();
    }
}
