package org.kolsuite.payment.statement.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.statement.application.ImportStatements;
import org.kolsuite.payment.statement.application.ListStatements;
import org.kolsuite.payment.upload.Originals;
import org.kolsuite.payment.upload.Upload;
import org.kolsuite.payment.upload.UploadedFile;
import org.kolsuite.payment.upload.Uploads;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** What the bank says: upload a camt.053 file, follow its import, look at its lines. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/statements")
@Tag(name = "Statements")
@RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class StatementResource {
    private static final String KIND = "STATEMENT";

    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ImportStatements importStatements;

    @Inject
    ListStatements listStatements;

    @Inject
    Uploads uploads;

    @Inject
    UploadedFile uploadedFile;

    @Inject
    Originals originals;

    /** Takes the file; the work goes on in the background. The same file again changes nothing. */
    @POST
    @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Upload.class)))
    public Uni<Response> upload(
            @HeaderParam("Idempotency-Key") @Nullable String key, @RestForm("file") @Nullable FileUpload file) {
        String given = file == null || file.fileName() == null ? "statement.xml" : file.fileName();
        String name = given.substring(0, Math.min(given.length(), 200));
        Caller.Member caller = callers.member();
        return uploadedFile
                .take(file == null ? null : file.uploadedFile())
                .chain(kept -> idempotency.once(
                        caller,
                        key,
                        "POST /api/v1/statements",
                        List.of(name, kept.sha256()),
                        () -> importStatements
                                .take(caller, name, kept)
                                .chain(id -> uploads.one(caller, KIND, id))
                                .map(job -> Reply.accepted("/api/v1/statements/imports/" + job.id(), job))));
    }

    @GET
    @Path("/imports")
    public Uni<Page<Upload>> imports(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return uploads.list(callers.member(), KIND, cursor, limit);
    }

    @GET
    @Path("/imports/{id}")
    public Uni<Upload> importJob(@PathParam("id") UUID id) {
        return uploads.one(callers.member(), KIND, id);
    }

    /** What does not add up, line by line. */
    @GET
    @Path("/imports/{id}/issues")
    public Uni<Page<Upload.Issue>> issues(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller.Member caller = callers.member();
        return uploads.one(caller, KIND, id).chain(() -> uploads.issues(caller, id, cursor, limit));
    }

    /** The file as the bank sent it. */
    @GET
    @Path("/imports/{id}/original")
    @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestMulti<byte[]> original(@PathParam("id") UUID id) {
        Caller.Member caller = callers.member();
        return RestMulti.fromUniResponse(
                uploads.one(caller, KIND, id),
                job -> originals.read(caller, id),
                job -> Map.of("Content-Disposition", List.of("attachment; filename=\"statement-" + id + ".xml\"")));
    }

    @GET
    public Uni<Page<ListStatements.Seen>> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return listStatements.list(callers.member(), cursor, limit);
    }

    @GET
    @Path("/{id}")
    public Uni<ListStatements.Seen> read(@PathParam("id") UUID id) {
        return listStatements.one(callers.member(), id);
    }

    /** The lines: {@code state} is OPEN, PROPOSED, MATCHED, EXPLAINED, DUPLICATE or PENDING; {@code direction} CREDIT or DEBIT. */
    @GET
    @Path("/{id}/lines")
    public Uni<Page<ListStatements.SeenLine>> lines(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return listStatements.lines(callers.member(), id, state, direction, cursor, limit);
    }
}
