package org.kolsuite.registry.imports.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.imports.application.Templates;
import org.kolsuite.registry.imports.model.Field;

/** Column mappings that are kept to be used again. */
@Path("/api/v1/imports/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
public class TemplateResource {
    private static final String PATH = "/api/v1/imports/templates";

    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    Templates templates;

    /** A header and the field it is mapped to. */
    public record TemplateColumn(
            @NotBlank @Size(max = 200) String header,
            @NotBlank String field) {}

    public record TemplateRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String platform,
            @NotEmpty @Size(max = 100) List<@Valid TemplateColumn> columns) {}

    public record TemplateAnswer(
            UUID id, String name, @Nullable String platform, List<TemplateColumn> columns) {}

    public record TemplateList(List<TemplateAnswer> items) {}

    @GET
    public Uni<TemplateList> list() {
        return unitOfWork.as(
                callers.member(),
                () -> templates
                        .list()
                        .map(rows -> new TemplateList(
                                rows.stream().map(TemplateResource::answer).toList())));
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Saved.",
            content = @Content(schema = @Schema(implementation = TemplateAnswer.class)))
    public Uni<Response> save(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull TemplateRequest request) {
        Caller caller = callers.member();
        List<Templates.Entry> entries = request.columns().stream()
                .map(column -> new Templates.Entry(column.header(), Field.of(column.field())))
                .toList();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH,
                request,
                () -> templates
                        .save(request.name(), request.platform(), entries)
                        .map(row -> Reply.created(PATH, answer(row))));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> templates.remove(id));
    }

    private static TemplateAnswer answer(Templates.Template template) {
        return new TemplateAnswer(
                template.id(),
                template.name(),
                template.platform(),
                template.entries().stream()
                        .map(entry ->
                                new TemplateColumn(entry.header(), entry.field().code()))
                        .toList());
    }
}
