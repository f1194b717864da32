package org.kolsuite.campaign.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.application.RefreshCampaigns;
import org.kolsuite.campaign.catalogue.CatalogueRefusals.BrandNameTaken;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Brands of the organisation. */
@Path("/api/v1/brands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class BrandResource {
    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    AuditTrail trail;

    @Inject
    RefreshCampaigns campaigns;

    public record BrandRequest(@NotBlank @Size(max = 200) String name) {}

    public record BrandAnswer(UUID id, long version, String name) {
        static BrandAnswer of(BrandRow row) {
            return new BrandAnswer(row.id, row.version, row.name);
        }
    }

    @GET
    public Uni<Page<BrandAnswer>> list() {
        return unitOfWork.as(
                callers.member(),
                () -> Panache.getSession()
                        .chain(session -> session.createQuery("from BrandRow order by name, id", BrandRow.class)
                                .getResultList())
                        .map(rows ->
                                new Page<>(rows.stream().map(BrandAnswer::of).toList(), null, (long) rows.size())));
    }

    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = BrandAnswer.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull BrandRequest request) {
        var caller = callers.member();
        return idempotency.once(caller, key, "POST /api/v1/brands", request, () -> {
            BrandRow row = new BrandRow();
            row.id = Ids.next();
            row.name = request.name().strip();
            return refuseDoubled(row.name)
                    .chain(() -> Panache.getSession().chain(session -> session.persist(row)))
                    .chain(() -> trail.record(caller, "create-brand", "brand", row.id, null, null, request))
                    .map(done -> Reply.created("/api/v1/brands/" + row.id, 0, BrandAnswer.of(row)));
        });
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandAnswer.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> find(id).map(BrandResource::answer));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandAnswer.class)))
    public Uni<Response> rename(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull BrandRequest request) {
        var caller = callers.member();
        return unitOfWork.as(
                caller,
                () -> find(id).invoke(row -> IfMatch.require(ifMatch, row.version))
                        .call(row -> row.name.equals(request.name().strip())
                                ? Uni.createFrom().voidItem()
                                : refuseDoubled(request.name().strip()))
                        .call(row -> trail.record(
                                caller, "rename-brand", "brand", id, null, new BrandRequest(row.name), request))
                        .invoke(row -> row.name = request.name().strip())
                        .call(Panache::flush)
                        .call(row -> campaigns.ofBrand(id))
                        .map(BrandResource::answer));
    }

    private static Uni<Void> refuseDoubled(String name) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select count(*) from BrandRow where name = :name", Long.class)
                        .setParameter("name", name)
                        .getSingleResult())
                .invoke(count -> {
                    if (count > 0) {
                        throw new BrandNameTaken(name);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<BrandRow> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(BrandRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("brand", id));
    }

    private static Response answer(BrandRow row) {
        return Reply.ok(row.version, BrandAnswer.of(row)).toResponse();
    }
}
