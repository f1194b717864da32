package org.kolsuite.campaign.collaboration.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.kolsuite.campaign.collaboration.application.CollaborationDetail;
import org.kolsuite.campaign.collaboration.application.CollaborationSummary;
import org.kolsuite.campaign.collaboration.application.MakeOffer;
import org.kolsuite.campaign.collaboration.application.ReadCollaboration;
import org.kolsuite.campaign.collaboration.application.ReadCollaborations;
import org.kolsuite.campaign.collaboration.application.ShortList;
import org.kolsuite.campaign.collaboration.rest.StepRequests.CandidatesRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.OfferRequest;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** How collaborations begin in a campaign: the short list, a direct offer; and the board that shows them all. */
@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collaborations")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class CampaignCollaborationsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ShortList shortList;

    @Inject
    MakeOffer makeOffer;

    @Inject
    ReadCollaborations list;

    @Inject
    ReadCollaboration read;

    /** The short list: who is a candidate or qualified, and not invited yet. */
    @GET
    @Path("/{id}/candidates")
    public Uni<Page<CollaborationSummary>> candidates(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return list.shortList(callers.member(), id, cursor, limit);
    }

    /** Puts accounts on the short list; those that do not fit come back with the reason. */
    @POST
    @Path("/{id}/candidates")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ShortList.Outcome.class)))
    public Uni<Response> addCandidates(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull CandidatesRequest request) {
        var caller = callers.member();
        String path = "/api/v1/campaigns/" + id + "/candidates";
        return idempotency.once(
                caller,
                key,
                "POST " + path,
                request,
                () -> shortList
                        .add(caller, id, request.accountIds(), request.note(), request.at())
                        .map(outcome -> Reply.created(path, outcome)));
    }

    /** Offers an account a fee without a gift before it. */
    @POST
    @Path("/{id}/offers")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> offer(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull OfferRequest request) {
        var caller = callers.member();
        return idempotency.once(caller, key, "POST /api/v1/campaigns/" + id + "/offers", request, () -> {
            if (request.accountId() == null) {
                throw new org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AccountUnknown();
            }
            return makeOffer
                    .offer(caller, id, request.accountId(), request.toProposal(), request.at())
                    .chain(taken -> read.detail(taken.id()))
                    .map(CampaignCollaborationsResource::created);
        });
    }

    /** The campaign's collaborations by state: of each column how many there are, and at most {@code limit} that have waited longest. */
    @GET
    @Path("/{id}/board")
    public Uni<ReadCollaborations.Board> board(@PathParam("id") UUID id, @QueryParam("limit") @Nullable Integer limit) {
        return list.board(callers.member(), id, limit);
    }

    static Reply created(CollaborationDetail detail) {
        CollaborationSummary summary = detail.collaboration();
        return Reply.created("/api/v1/collaborations/" + summary.id(), summary.version(), detail);
    }
}
