package org.kolsuite.registry.imports.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tabular.TableWriter;
import org.kolsuite.registry.imports.application.ImportRunner;
import org.kolsuite.registry.imports.application.ImportViews.ConflictAnswer;
import org.kolsuite.registry.imports.application.ImportViews.Decision;
import org.kolsuite.registry.imports.application.ImportViews.ImportAnswer;
import org.kolsuite.registry.imports.application.PreviewUpload;
import org.kolsuite.registry.imports.application.ResolveConflict;
import org.kolsuite.registry.imports.application.ShowImports;
import org.kolsuite.registry.imports.application.StartImport;
import org.kolsuite.registry.imports.model.ColumnMapping;
import org.kolsuite.registry.imports.model.ConflictDecision;
import org.kolsuite.registry.imports.model.Field;
import org.kolsuite.registry.imports.model.FileMissing;
import org.kolsuite.registry.imports.model.ImportMode;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.model.LineNotInConflict;
import org.kolsuite.registry.imports.model.PlatformMissing;
import org.kolsuite.registry.imports.model.SnapshotDateMissing;
import org.kolsuite.registry.imports.model.UnknownMode;
import org.kolsuite.registry.imports.model.UnknownTemplate;

/** Imports of KOL files. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
public class ImportResource {
    private static final String PATH = "/api/v1/imports";

    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ShowImports showImports;

    @Inject
    PreviewUpload previewUpload;

    @Inject
    StartImport startImport;

    @Inject
    ImportRunner runner;

    @Inject
    ResolveConflict resolveConflict;

    /** Which column is what, for example index 1 and field {@code handle}. */
    public record MappingRequest(@NotEmpty @Size(max = 500) List<@Valid MappedColumn> columns) {
        ColumnMapping toMapping() {
            return new ColumnMapping(columns.stream()
                    .map(column -> new ColumnMapping.Column(column.index(), Field.of(column.field())))
                    .toList());
        }
    }

    /**
     * One mapped column.
     *
     * @param index from 0
     * @param field such as {@code followers}
     */
    public record MappedColumn(
            @PositiveOrZero int index, @NotBlank String field) {}

    /** @param line the line that is right, with {@code KEEP_LINE} */
    public record DecisionRequest(
            @NotNull Decision decision, @Nullable Integer line) {
        ConflictDecision toDecision() {
            return switch (decision) {
                case KEEP_LINE -> {
                    if (line == null) {
                        throw new LineNotInConflict(0);
                    }
                    yield new ConflictDecision.KeepLine(line);
                }
                case SEPARATE_ACCOUNTS -> new ConflictDecision.SeparateAccounts();
                case DISCARD_ALL -> new ConflictDecision.DiscardAll();
            };
        }
    }

    public record Conflicts(List<ConflictAnswer> items) {}

    /** The fields that a column can be mapped to. */
    public record Fields(List<String> items) {}

    private record StartKey(
            String sha256,
            String platform,
            String snapshotDate,
            ImportMode mode,
            @Nullable MappingRequest mapping,
            @Nullable UUID templateId) {}

    @GET
    @Path("/fields")
    public Fields fields() {
        return new Fields(StartImport.fields());
    }

    /** Looks into a file without importing anything. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<PreviewUpload.Preview> preview(@RestForm("file") @Nullable FileUpload file) {
        return previewUpload.preview(present(file).uploadedFile(), present(file).fileName());
    }

    /** Starts an import; the answer's Location tells how far it is. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponse(
            responseCode = "202",
            description = "The job.",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    public Uni<Response> start(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String platform,
            @RestForm @Nullable String snapshotDate,
            @RestForm @Nullable String mode,
            @RestForm @PartType(MediaType.APPLICATION_JSON) @Valid @Nullable MappingRequest mapping,
            @RestForm @Nullable String templateId) {
        Caller caller = callers.member();
        StartImport.Command command = new StartImport.Command(
                platform(platform),
                date(snapshotDate),
                mode(mode),
                mapping == null ? null : mapping.toMapping(),
                template(templateId));
        return startImport
                .open(present(file).uploadedFile(), present(file).fileName())
                .chain(upload -> idempotency.once(
                        caller,
                        key,
                        "POST " + PATH,
                        new StartKey(
                                upload.sha256(),
                                command.platform(),
                                command.snapshotDate().toString(),
                                command.mode(),
                                mapping,
                                command.templateId()),
                        () -> startImport
                                .start(caller, upload, command)
                                .map(job -> Reply.accepted(PATH + "/" + job.id(), job))))
                .invoke(runner::wake);
    }

    @GET
    public Uni<Page<ImportAnswer>> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return showImports.list(callers.member(), cursor, limit);
    }

    @GET
    @Path("/{id}")
    public Uni<ImportAnswer> show(@PathParam("id") UUID id) {
        return showImports.show(callers.member(), id);
    }

    /** Errors and warnings, in order of lines. */
    @GET
    @Path("/{id}/errors")
    public Uni<Page<Issue>> errors(
            @PathParam("id") UUID id,
            @QueryParam("severity") Issue.@Nullable Severity severity,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return showImports.issues(callers.member(), id, severity, cursor, limit);
    }

    /** The same as a file. */
    @GET
    @Path("/{id}/errors.csv")
    @Produces("text/csv")
    public Uni<Response> errorsAsFile(@PathParam("id") UUID id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = TableWriter.csv(out, true);
        writer.header(List.of("line", "column", "header", "field", "severity", "code", "value", "detail"));
        return showImports
                .allIssues(callers.member(), id, issues -> issues.forEach(issue -> write(writer, issue)))
                .invoke(writer::close)
                .map(done -> Response.ok(out.toByteArray(), "text/csv;charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-errors.csv\"")
                        .build());
    }

    @GET
    @Path("/{id}/conflicts")
    public Uni<Conflicts> conflicts(@PathParam("id") UUID id) {
        return showImports.conflicts(callers.member(), id).map(Conflicts::new);
    }

    @POST
    @Path("/{id}/conflicts/{conflictId}/resolve")
    @APIResponse(
            responseCode = "200",
            description = "Decided, and the admitted lines are applied.",
            content = @Content(schema = @Schema(implementation = ConflictAnswer.class)))
    public Uni<Response> resolve(
            @PathParam("id") UUID id,
            @PathParam("conflictId") UUID conflictId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull DecisionRequest request) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH + "/" + id + "/conflicts/" + conflictId + "/resolve",
                request,
                () -> resolveConflict
                        .resolve(caller, id, conflictId, request.toDecision())
                        .map(Reply::ok));
    }

    private static void write(TableWriter writer, Issue issue) {
        writer.row(List.of(
                issue.line(),
                issue.columnNo(),
                issue.header(),
                issue.field(),
                issue.severity(),
                issue.code(),
                issue.value(),
                issue.detail()));
    }

    private static FileUpload present(@Nullable FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw new FileMissing();
        }
        return file;
    }

    private static String platform(@Nullable String platform) {
        if (platform == null || platform.isBlank()) {
            throw new PlatformMissing();
        }
        return platform;
    }

    private static LocalDate date(@Nullable String text) {
        try {
            if (text != null) {
                return LocalDate.parse(text.strip());
            }
        } catch (DateTimeParseException malformed) {
            throw new SnapshotDateMissing();
        }
        throw new SnapshotDateMissing();
    }

    /** {@code keep-good} or {@code all-or-nothing}. */
    private static ImportMode mode(@Nullable String text) {
        String name = text == null || text.isBlank() ? "keep-good" : text.strip();
        return switch (name) {
            case "keep-good", "KEEP_GOOD" -> ImportMode.KEEP_GOOD;
            case "all-or-nothing", "ALL_OR_NOTHING" -> ImportMode.ALL_OR_NOTHING;
            default -> throw new UnknownMode(name);
        };
    }

    private static @Nullable UUID template(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new UnknownTemplate();
        }
    }
}
