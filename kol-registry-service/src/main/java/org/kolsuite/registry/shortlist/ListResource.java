package org.kolsuite.registry.shortlist;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Lists of KOL accounts. */
@Path("/api/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lists")
public class ListResource {
    private static final String PATH = "/api/v1/lists";

    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    KolLists lists;

    public record ListRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 1000) String description) {}

    public record EntryRequest(
            @NotNull UUID accountId,
            @Nullable @Size(max = 1000) String note) {}

    public record Lists(List<KolLists.Counted> items) {}

    public record ListAnswer(
            UUID id, long version, String name, @Nullable String description, List<KolLists.Entry> entries) {
        static ListAnswer of(ListRow row, List<KolLists.Entry> entries) {
            return new ListAnswer(row.id, row.version, row.name, row.description, entries);
        }
    }

    @GET
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<Lists> list() {
        return unitOfWork.as(callers.member(), () -> lists.all().map(Lists::new));
    }

    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = ListAnswer.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull ListRequest request) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH,
                request,
                () -> lists.create(caller, request.name(), request.description())
                        .map(row -> Reply.created(PATH + "/" + row.id, row.version, ListAnswer.of(row, List.of()))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<ListAnswer> show(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> answer(id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> lists.remove(id));
    }

    @POST
    @Path("/{id}/entries")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "The list.",
            content = @Content(schema = @Schema(implementation = ListAnswer.class)))
    public Uni<Response> add(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull EntryRequest request) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH + "/" + id + "/entries",
                request,
                () -> lists.add(caller, id, request.accountId(), request.note())
                        .chain(() -> answer(id))
                        .map(list -> Reply.created(PATH + "/" + id, list)));
    }

    @DELETE
    @Path("/{id}/entries/{accountId}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    public Uni<ListAnswer> take(@PathParam("id") UUID id, @PathParam("accountId") UUID accountId) {
        return unitOfWork.as(callers.member(), () -> lists.take(id, accountId).chain(() -> answer(id)));
    }

    private Uni<ListAnswer> answer(UUID id) {
        return lists.require(id).chain(row -> lists.entries(id).map(entries -> ListAnswer.of(row, entries)));
    }
}
