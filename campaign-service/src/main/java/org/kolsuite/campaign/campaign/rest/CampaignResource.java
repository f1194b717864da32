package org.kolsuite.campaign.campaign.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.application.CampaignView;
import org.kolsuite.campaign.campaign.application.ChangeBudget;
import org.kolsuite.campaign.campaign.application.PlanCampaign;
import org.kolsuite.campaign.campaign.application.ReadCampaigns;
import org.kolsuite.campaign.campaign.application.RunCampaign;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.rest.CampaignRequests.BudgetRequest;
import org.kolsuite.campaign.campaign.rest.CampaignRequests.LaunchRequest;
import org.kolsuite.campaign.campaign.rest.CampaignRequests.PlanRequest;
import org.kolsuite.campaign.campaign.rest.CampaignRequests.ReasonRequest;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** Campaigns: plan, launch, change the budget, close. */
@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class CampaignResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ReadCampaigns read;

    @Inject
    PlanCampaign plan;

    @Inject
    RunCampaign run;

    @Inject
    ChangeBudget changeBudget;

    @GET
    public Uni<Page<CampaignView>> list(
            @QueryParam("status") Campaign.@Nullable Status status,
            @QueryParam("brandId") @Nullable UUID brandId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return read.list(callers.member(), status, brandId, cursor, limit);
    }

    @POST
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull PlanRequest request) {
        var caller = callers.member();
        return idempotency.once(caller, key, "POST /api/v1/campaigns", request, () -> {
            if (request.budget() == null) {
                throw new CampaignWithoutBudget();
            }
            return plan.plan(caller, request.toPlan(), request.budget())
                    .map(view -> Reply.created("/api/v1/campaigns/" + view.id(), view.version(), view));
        });
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.read(callers.member(), id).map(CampaignResource::answer);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> replan(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PlanRequest request) {
        return plan.replan(callers.member(), id, ifMatch, request.toPlan()).map(CampaignResource::answer);
    }

    @POST
    @Path("/{id}/launch")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> launch(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable LaunchRequest request) {
        return run.launch(callers.member(), id, ifMatch, request == null ? null : request.at())
                .map(CampaignResource::answer);
    }

    @POST
    @Path("/{id}/budget")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> changeBudget(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull BudgetRequest request) {
        return changeBudget
                .change(callers.member(), id, ifMatch, request.budget(), request.reason())
                .map(CampaignResource::answer);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable ReasonRequest request) {
        return run.close(callers.member(), id, ifMatch, request == null ? null : request.reason())
                .map(CampaignResource::answer);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable ReasonRequest request) {
        return run.cancel(callers.member(), id, ifMatch, request == null ? null : request.reason())
                .map(CampaignResource::answer);
    }

    private static Response answer(CampaignView view) {
        return Reply.ok(view.version(), view).toResponse();
    }
}
