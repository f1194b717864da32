package org.kolsuite.reporting.metrics.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.reporting.imports.application.ReadImports;
import org.kolsuite.reporting.imports.application.Templates;
import org.kolsuite.reporting.imports.model.ImportJob;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.model.SavedTemplate;
import org.kolsuite.reporting.imports.rest.ImportAnswers;
import org.kolsuite.reporting.imports.rest.ImportForm;
import org.kolsuite.reporting.imports.rest.PreviewAnswer;
import org.kolsuite.reporting.metrics.application.MetricFields;

/** Post metrics by CSV or XLSX. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/metrics")
@Tag(name = "Metrics")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
public class MetricImportsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    ImportAnswers answers;

    @Inject
    ReadImports imports;

    @Inject
    Templates templates;

    @Inject
    Idempotency idempotency;

    @POST
    @Path("/imports/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<PreviewAnswer> preview(@BeanParam ImportForm form) {
        callers.member();
        return answers.preview(form, MetricFields.ALL);
    }

    @POST
    @Path("/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportJob.class)))
    public Uni<Response> start(@HeaderParam("Idempotency-Key") @Nullable String key, @BeanParam ImportForm form) {
        return answers.accept(callers.member(), key, ImportKind.METRICS, form, answers.options(form));
    }

    @GET
    @Path("/imports")
    public Uni<Page<ImportJob>> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return imports.list(callers.member(), ImportKind.METRICS, cursor, Limits.of(limit));
    }

    @GET
    @Path("/imports/{id}")
    public Uni<ImportJob> read(@PathParam("id") UUID id) {
        return imports.one(callers.member(), ImportKind.METRICS, id);
    }

    /** What was wrong, line by line. */
    @GET
    @Path("/imports/{id}/problems")
    public Uni<Page<LineProblem>> problems(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return imports.problems(callers.member(), ImportKind.METRICS, id, cursor, Limits.of(limit));
    }

    @GET
    @Path("/templates")
    public Uni<List<SavedTemplate>> templates() {
        return templates.list(callers.member(), ImportKind.METRICS);
    }

    @POST
    @Path("/templates")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SavedTemplate.class)))
    public Uni<Response> save(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull SavedTemplate template) {
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/metrics/templates",
                template,
                () -> templates.save(caller, ImportKind.METRICS, template).map(Reply::ok));
    }
}
