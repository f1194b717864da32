package org.kolsuite.registry.platforms;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.kol.application.KolStates;
import org.kolsuite.registry.kol.model.TierTable;

/** Platforms, and the tier table of each as the organisation sees it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Platforms")
public class PlatformsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Platforms platforms;

    @Inject
    TierTables tierTables;

    @Inject
    KolStates states;

    @Inject
    AuditTrail trail;

    /** @param feeRate what the platform takes when a KOL is booked through it */
    public record Platform(
            String code,
            String name,
            String nameZh,
            @Nullable BigDecimal feeRate,
            @Nullable String feeSource) {}

    public record PlatformList(List<Platform> items) {}

    public record Tier(
            @NotBlank @Size(max = 40) String code,
            @PositiveOrZero long fromFollowers) {}

    /** @param own whether the organisation put its own table in place of the default */
    public record TierTableAnswer(String platform, List<Tier> tiers, boolean own, String source, long version) {
        static TierTableAnswer of(TierTables.Sourced table) {
            return new TierTableAnswer(
                    table.platform(),
                    table.table().tiers().stream()
                            .map(tier -> new Tier(tier.code(), tier.fromFollowers()))
                            .toList(),
                    table.own(),
                    table.source(),
                    table.version());
        }
    }

    public record TierTableRequest(@NotEmpty @Size(max = 20) List<@Valid Tier> tiers) {}

    @GET
    @Path("/platforms")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<PlatformList> platforms() {
        return unitOfWork.as(
                callers.member(),
                () -> platforms
                        .all()
                        .map(rows -> new PlatformList(rows.stream()
                                .map(row -> new Platform(row.code, row.name, row.nameZh, row.feeRate, row.feeSource))
                                .toList())));
    }

    @GET
    @Path("/tiers/{platform}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    @APIResponse(
            responseCode = "200",
            description = "The tier table.",
            content = @Content(schema = @Schema(implementation = TierTableAnswer.class)))
    public Uni<Response> tiers(@PathParam("platform") String platform) {
        return unitOfWork.as(callers.member(), () -> platforms.require(platform).chain(() -> answer(platform)));
    }

    /** Puts an own table in place; the tier of every account on that platform follows at once. */
    @PUT
    @Path("/tiers/{platform}")
    @RolesAllowed(Roles.ADMIN)
    @APIResponse(
            responseCode = "200",
            description = "The new tier table.",
            content = @Content(schema = @Schema(implementation = TierTableAnswer.class)))
    public Uni<Response> replaceTiers(
            @PathParam("platform") String platform,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TierTableRequest request) {
        Caller caller = callers.member();
        TierTable table = new TierTable(request.tiers().stream()
                .map(tier -> new TierTable.Tier(tier.code(), tier.fromFollowers()))
                .toList());
        return unitOfWork.as(
                caller,
                () -> platforms
                        .require(platform)
                        .chain(() -> tierTables.of(platform))
                        .invoke(present -> IfMatch.require(ifMatch, present.version()))
                        .chain(present -> tierTables
                                .replace(platform, table, present.version() + 1)
                                .chain(() -> retier(platform))
                                .chain(states::publish)
                                .chain(() -> trail.record(
                                        caller,
                                        "replace-tiers",
                                        "tier-table",
                                        UUID.nameUUIDFromBytes(
                                                platform.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                        null,
                                        present.table(),
                                        table)))
                        .chain(() -> answer(platform)));
    }

    /** Gives every account of the platform its tier by the new table; the KOLs of those that changed. */
    private static Uni<List<UUID>> retier(String platform) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with changed as (
                                  update account a set version = a.version + 1, tier = t.code
                                  from (select x.id, (select o.code from tier_override o
                                                      where o.tenant_id = kol_tenant() and o.platform = x.platform
                                                        and o.from_followers <= x.followers
                                                      order by o.from_followers desc limit 1) as code
                                        from account x where x.tenant_id = kol_tenant() and x.platform = :platform) t
                                  where a.tenant_id = kol_tenant() and a.id = t.id and a.tier is distinct from t.code
                                  returning a.kol_id)
                                update kol k set version = k.version + 1 where k.tenant_id = kol_tenant()
                                  and k.id in (select kol_id from changed) returning k.id""", UUID.class)
                        .setParameter("platform", platform)
                        .getResultList());
    }

    private Uni<Response> answer(String platform) {
        return tierTables
                .of(platform)
                .map(table ->
                        Reply.ok(table.version(), TierTableAnswer.of(table)).toResponse());
    }
}
