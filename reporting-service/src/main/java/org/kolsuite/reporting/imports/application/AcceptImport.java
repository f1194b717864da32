package org.kolsuite.reporting.imports.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.file.FilePieces;
import org.kolsuite.platform.tabular.Header;
import org.kolsuite.platform.tabular.HeaderMapping;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.imports.model.ImportJob;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.persistence.ImportJobRow;
import org.kolsuite.reporting.imports.persistence.ImportJobs;

/** Accepts a file for import, or only looks at it. What is no table at all is refused before anything is stored. */
@ApplicationScoped
public class AcceptImport {
    private static final int SAMPLES = 20;

    @Inject
    ImportJobs jobs;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    AuditTrail trail;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** A file as it looks before it is mapped. */
    public record Preview(String fileKind, Header header, List<Row> samples, HeaderMapping guess) {}

    /** Reads the header and some rows, and guesses which column fills which field. */
    public Uni<Preview> preview(Path file, String name, @Nullable Long headerLine, List<TargetField> fields) {
        return vertx.executeBlocking(() -> {
            TabularFile tabular = TabularFile.open(file, name);
            Table table = headerLine == null ? tabular.table() : tabular.table(headerLine);
            try (var rows = table.rows()) {
                List<Row> samples = rows.limit(SAMPLES).toList();
                return new Preview(
                        tabular.description(),
                        table.header(),
                        samples,
                        HeaderMapping.guess(table.header(), samples, fields));
            }
        });
    }

    /** A file that was found to be a table; it is there as long as the request. */
    public record Upload(String name, Path file, String kind, String sha256) {}

    /** Looks at the file; refuses what is no table at all before anything is stored. */
    public Uni<Upload> read(Path file, String name) {
        return vertx.executeBlocking(() -> upload(file, name));
    }

    /** Stores the file with its options as a job that waits for a worker. */
    public Uni<ImportJob> accept(Caller.Member caller, ImportKind kind, Upload upload, ImportOptions options) {
        ImportJobRow row = row(caller, kind, upload, options);
        return unitOfWork.as(
                caller,
                () -> jobs.add(row)
                        .chain(() ->
                                FilePieces.each(upload.file(), (number, piece) -> jobs.addPiece(row.id, number, piece)))
                        .chain(() -> trail.record(caller, "start-import", "import", row.id, null, null, options))
                        .map(done -> row.toModel()));
    }

    private static Upload upload(Path file, String name) {
        TabularFile tabular = TabularFile.open(file, name);
        return new Upload(name, file, tabular.description(), FilePieces.sha256(file));
    }

    private ImportJobRow row(Caller.Member caller, ImportKind kind, Upload upload, ImportOptions options) {
        ImportJobRow row = new ImportJobRow();
        row.id = Ids.next();
        row.kind = kind.name();
        row.status = "WAITING";
        row.fileName = upload.name();
        row.fileKind = upload.kind();
        row.fileSha256 = upload.sha256();
        row.options = write(options);
        row.mode = options.mode().name();
        row.startedBy = caller.name();
        row.createdAt = clock.instant();
        return row;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("options are writable", impossible);
        }
    }
}
