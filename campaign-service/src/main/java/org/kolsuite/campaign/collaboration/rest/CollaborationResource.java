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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.application.CollaborationDetail;
import org.kolsuite.campaign.collaboration.application.CollaborationSummary;
import org.kolsuite.campaign.collaboration.application.DeliveryAddress;
import org.kolsuite.campaign.collaboration.application.IssueCodes;
import org.kolsuite.campaign.collaboration.application.ReadCollaboration;
import org.kolsuite.campaign.collaboration.application.ReadCollaborations;
import org.kolsuite.campaign.collaboration.application.RevealAddress;
import org.kolsuite.campaign.collaboration.application.Step;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PlainRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PromoCodeRequest;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** Collaborations: list, read, history, promo code, address. The steps stand in the resources of the two tracks. */
@Path("/api/v1/collaborations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collaborations")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class CollaborationResource {
    @Inject
    CurrentCaller callers;

    @Inject
    ReadCollaborations list;

    @Inject
    ReadCollaboration read;

    @Inject
    IssueCodes codes;

    @Inject
    RevealAddress addresses;

    @GET
    public Uni<Page<CollaborationSummary>> list(
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("kolId") @Nullable UUID kolId,
            @QueryParam("track") @Nullable Track track,
            @QueryParam("state") List<String> states,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("q") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return list.list(
                callers.member(),
                new ReadCollaborations.Wanted(campaignId, kolId, track, states, open, text),
                cursor,
                limit);
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.read(callers.member(), id).map(CollaborationResource::answer);
    }

    @GET
    @Path("/{id}/history")
    public Uni<List<CollaborationDetail.HistoryEntry>> history(@PathParam("id") UUID id) {
        return read.read(callers.member(), id).map(CollaborationDetail::history);
    }

    /** Chooses the promo code, for example one that the shop already knows. */
    @POST
    @Path("/{id}/promo-code")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> choosePromoCode(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PromoCodeRequest request) {
        var caller = callers.member();
        return codes.choose(caller, new Step(id, ifMatch, null, null), request.promoCode())
                .chain(row -> read.read(caller, id))
                .map(CollaborationResource::answer);
    }

    /** Shows the delivery address to who ships the gift; that it was shown is written down. */
    @POST
    @Path("/{id}/reveal-address")
    @RolesAllowed(Roles.BRAND_MANAGER)
    public Uni<DeliveryAddress> revealAddress(@PathParam("id") UUID id, @Valid @Nullable PlainRequest request) {
        return addresses.reveal(callers.member(), id, request == null ? null : request.reason());
    }

    static Response answer(CollaborationDetail detail) {
        return Reply.ok(detail.collaboration().version(), detail).toResponse();
    }
}
