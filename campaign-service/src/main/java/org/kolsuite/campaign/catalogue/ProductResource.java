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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.campaign.application.RefreshCampaigns;
import org.kolsuite.campaign.catalogue.CatalogueRefusals.CostIsNegative;
import org.kolsuite.campaign.catalogue.CatalogueRefusals.MarginDatedTwice;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Products with what they cost the brand and their dated margin rates. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class ProductResource {
    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    AuditTrail trail;

    @Inject
    Catalogue catalogue;

    @Inject
    RefreshCampaigns campaigns;

    @Inject
    StoredJson json;

    /** @param cost of one piece to the brand, not its price */
    public record ProductRequest(
            @NotNull UUID brandId,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 100) String sku,
            @NotNull Money cost,
            @NotNull @Size(min = 1, max = 100) List<@Valid MarginRate> marginRates) {}

    public record ProductAnswer(
            UUID id,
            long version,
            UUID brandId,
            String name,
            @Nullable String sku,
            Money cost,
            List<MarginRate> marginRates) {}

    @GET
    public Uni<Page<ProductAnswer>> list(@QueryParam("brandId") @Nullable UUID brandId) {
        return unitOfWork.as(
                callers.member(),
                () -> Panache.getSession()
                        .chain(session -> Filter.of("from ProductRow")
                                .andIf("brandId = :brand", "brand", brandId)
                                .query(session, "", " order by name, id", ProductRow.class)
                                .getResultList())
                        .map(rows ->
                                new Page<>(rows.stream().map(this::toAnswer).toList(), null, (long) rows.size())));
    }

    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProductAnswer.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull ProductRequest request) {
        var caller = callers.member();
        return idempotency.once(caller, key, "POST /api/v1/products", request, () -> {
            ProductRow row = new ProductRow();
            row.id = Ids.next();
            return fill(row, request)
                    .chain(() -> Panache.getSession().chain(session -> session.persist(row)))
                    .chain(() -> trail.record(caller, "create-product", "product", row.id, null, null, request))
                    .map(done -> Reply.created("/api/v1/products/" + row.id, 0, toAnswer(row)));
        });
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductAnswer.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> find(id).map(this::answer));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductAnswer.class)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProductRequest request) {
        var caller = callers.member();
        return unitOfWork.as(
                caller,
                () -> find(id).invoke(row -> IfMatch.require(ifMatch, row.version))
                        .call(row ->
                                trail.record(caller, "change-product", "product", id, null, toAnswer(row), request))
                        .call(row -> fill(row, request))
                        .call(Panache::flush)
                        .call(row -> campaigns.withProduct(id))
                        .map(this::answer));
    }

    private Uni<Void> fill(ProductRow row, ProductRequest request) {
        if (request.cost().isNegative()) {
            throw new CostIsNegative();
        }
        List<MarginRate> rates = request.marginRates().stream()
                .sorted(Comparator.comparing(MarginRate::from))
                .toList();
        if (rates.stream().map(MarginRate::from).distinct().count() != rates.size()) {
            throw new MarginDatedTwice();
        }
        return catalogue
                .brandName(request.brandId())
                .invoke(brand -> {
                    row.brandId = request.brandId();
                    row.name = request.name().strip();
                    row.sku = request.sku();
                    row.costMinor = request.cost().amountMinor();
                    row.currency = request.cost().currency();
                    row.marginRates = json.write(rates);
                })
                .replaceWithVoid();
    }

    private static Uni<ProductRow> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(ProductRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("product", id));
    }

    private Response answer(ProductRow row) {
        return Reply.ok(row.version, toAnswer(row)).toResponse();
    }

    private ProductAnswer toAnswer(ProductRow row) {
        return new ProductAnswer(
                row.id,
                row.version,
                row.brandId,
                row.name,
                row.sku,
                row.cost(),
                json.readList(row.marginRates, MarginRate.class));
    }
}
