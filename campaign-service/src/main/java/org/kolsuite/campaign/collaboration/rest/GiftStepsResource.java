package org.kolsuite.campaign.collaboration.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.kolsuite.campaign.collaboration.application.CollaborationDetail;
import org.kolsuite.campaign.collaboration.application.InviteKol;
import org.kolsuite.campaign.collaboration.application.MakeOffer;
import org.kolsuite.campaign.collaboration.application.PrepareShipment;
import org.kolsuite.campaign.collaboration.application.QualifyKol;
import org.kolsuite.campaign.collaboration.application.ReadCollaboration;
import org.kolsuite.campaign.collaboration.application.TakeStep;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.rest.StepRequests.InviteRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.OfferRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PlainRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PrepareShipmentRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.ShipRequest;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;

/** The brand's steps on the gift track. */
@Path("/api/v1/collaborations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gift track")
@RolesAllowed(Roles.BRAND_MANAGER)
public class GiftStepsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Answers answers;

    @Inject
    TakeStep steps;

    @Inject
    QualifyKol qualifyKol;

    @Inject
    InviteKol inviteKol;

    @Inject
    PrepareShipment prepareShipment;

    @Inject
    MakeOffer makeOffer;

    @Inject
    ReadCollaboration read;

    @Inject
    Idempotency idempotency;

    /** Says that the KOL passed the registry's audit, or why they take part without. */
    @POST
    @Path("/{id}/qualify")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> qualify(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        var caller = callers.member();
        return answers.after(caller, qualifyKol.qualify(caller, Answers.step(id, ifMatch, request)));
    }

    /** Sends the brief; from here on the KOL sees it. */
    @POST
    @Path("/{id}/invite")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> invite(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull InviteRequest request) {
        var caller = callers.member();
        return answers.after(caller, inviteKol.invite(caller, Answers.step(id, ifMatch, request), request.briefId()));
    }

    /** Ends it before the parcel leaves; needs a reason. */
    @POST
    @Path("/{id}/withdraw")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.gift(id, ifMatch, request, new GiftCommand.Withdraw());
    }

    /** Chooses the gift and reserves its cost with shipping. */
    @POST
    @Path("/{id}/prepare-shipment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> prepareShipment(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PrepareShipmentRequest request) {
        var caller = callers.member();
        return answers.after(
                caller,
                prepareShipment.prepare(
                        caller, Answers.step(id, ifMatch, request), request.productId(), request.shippingCost()));
    }

    /** The parcel left. */
    @POST
    @Path("/{id}/ship")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> ship(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ShipRequest request) {
        return answers.gift(
                id,
                ifMatch,
                request,
                new GiftCommand.Ship(request.carrier(), request.trackingNumber(), request.shippingCost()));
    }

    /** The carrier, or the KOL, says that it arrived; in the KOL's name, so with a reason. */
    @POST
    @Path("/{id}/confirm-delivery")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> confirmDelivery(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.gift(id, ifMatch, request, new GiftCommand.ConfirmDelivery());
    }

    @POST
    @Path("/{id}/report-lost")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> reportLost(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.gift(id, ifMatch, request, new GiftCommand.ReportLost());
    }

    @POST
    @Path("/{id}/report-returned")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> reportReturned(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.gift(id, ifMatch, request, new GiftCommand.ReportReturned());
    }

    /** Stays in touch without pay. */
    @POST
    @Path("/{id}/retain")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> retain(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.gift(id, ifMatch, request, new GiftCommand.Retain());
    }

    /** Ends it after the result; needs a reason. */
    @POST
    @Path("/{id}/drop")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> drop(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.gift(id, ifMatch, request, new GiftCommand.Drop());
    }

    /** Ends a measured gift and opens a paid collaboration with an offer; answers with the paid one. */
    @POST
    @Path("/{id}/escalate")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> escalate(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull OfferRequest request) {
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/collaborations/" + id + "/escalate",
                request,
                () -> makeOffer
                        .escalate(caller, Answers.step(id, ifMatch, request), request.toProposal())
                        .chain(taken -> read.detail(taken.id()))
                        .map(CampaignCollaborationsResource::created));
    }
}
