package org.kolsuite.reporting.orders.rest;

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
import java.util.ArrayList;
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
import org.kolsuite.reporting.imports.model.BadOption;
import org.kolsuite.reporting.imports.model.ImportJob;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.model.SavedTemplate;
import org.kolsuite.reporting.imports.rest.ImportAnswers;
import org.kolsuite.reporting.imports.rest.ImportForm;
import org.kolsuite.reporting.imports.rest.PreviewAnswer;
import org.kolsuite.reporting.orders.application.OrderTemplate;
import org.kolsuite.reporting.orders.application.ReadOrders;
import org.kolsuite.reporting.orders.model.OrderFilter;

/** Orders of shops: import, templates, and the list with those that nobody's code explains. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/orders")
@Tag(name = "Orders")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
public class OrdersResource {
    @Inject
    CurrentCaller callers;

    @Inject
    ImportAnswers answers;

    @Inject
    ReadImports imports;

    @Inject
    ReadOrders orders;

    @Inject
    Templates templates;

    @Inject
    Idempotency idempotency;

    @GET
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<Page<OrderAnswer>> list(
            @QueryParam("attribution") @Nullable String attribution,
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("q") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        String searched =
                search == null || search.isBlank() ? null : search.strip().replaceAll("\\p{Cntrl}", "");
        return orders.list(callers.member(), filter(attribution), campaign, searched, cursor, Limits.of(limit))
                .map(page -> page.map(OrderAnswer::of));
    }

    @POST
    @Path("/imports/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<PreviewAnswer> preview(@BeanParam ImportForm form) {
        callers.member();
        return answers.preview(form, OrderTemplate.FIELDS);
    }

    @POST
    @Path("/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportJob.class)))
    public Uni<Response> start(@HeaderParam("Idempotency-Key") @Nullable String key, @BeanParam ImportForm form) {
        return answers.accept(callers.member(), key, ImportKind.ORDERS, form, withTemplate(form));
    }

    @GET
    @Path("/imports")
    public Uni<Page<ImportJob>> listImports(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return imports.list(callers.member(), ImportKind.ORDERS, cursor, Limits.of(limit));
    }

    @GET
    @Path("/imports/{id}")
    public Uni<ImportJob> readImport(@PathParam("id") UUID id) {
        return imports.one(callers.member(), ImportKind.ORDERS, id);
    }

    /** What was wrong, line by line. */
    @GET
    @Path("/imports/{id}/problems")
    public Uni<Page<LineProblem>> problems(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return imports.problems(callers.member(), ImportKind.ORDERS, id, cursor, Limits.of(limit));
    }

    /** Those of the installation first, then the organisation's own. */
    @GET
    @Path("/templates")
    public Uni<List<TemplateAnswer>> templates() {
        return templates.list(callers.member(), ImportKind.ORDERS).map(saved -> {
            List<TemplateAnswer> all = new ArrayList<>();
            OrderTemplate.BUILT_IN.forEach(template -> all.add(TemplateAnswer.of(template)));
            saved.forEach(template -> all.add(TemplateAnswer.of(template)));
            return all;
        });
    }

    @POST
    @Path("/templates")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SavedTemplate.class)))
    public Uni<Response> save(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull SavedTemplate template) {
        var caller = callers.member();
        if (OrderTemplate.builtIn(template.name()).isPresent()) {
            throw new BadOption("name", "\"" + template.name() + "\" is the name of a built-in template.");
        }
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/orders/templates",
                template,
                () -> templates.save(caller, ImportKind.ORDERS, template).map(Reply::ok));
    }

    /** Fills what the form leaves out from the built-in template it names. */
    private ImportOptions withTemplate(ImportForm form) {
        if (form.template == null || form.template.isBlank()) {
            return answers.options(form);
        }
        OrderTemplate template = OrderTemplate.builtIn(form.template.strip())
                .orElseThrow(() -> new BadOption(
                        "template",
                        "There is no built-in template \"" + form.template + "\"; send a saved one's mapping."));
        if (form.currency == null || form.currency.isBlank()) {
            form.currency = template.currency();
        }
        if (form.zone == null || form.zone.isBlank()) {
            form.zone = template.zone();
        }
        if (form.paidIsNet == null || form.paidIsNet.isBlank()) {
            form.paidIsNet = String.valueOf(template.paidIsNet());
        }
        return answers.options(form);
    }

    private static OrderFilter filter(@Nullable String attribution) {
        if (attribution == null || attribution.isBlank()) {
            return OrderFilter.ALL;
        }
        try {
            return OrderFilter.valueOf(attribution.strip().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BadOption("attribution", "Filter by all, attributed, unattributed or flagged.");
        }
    }
}
