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
import org.kolsuite.campaign.collaboration.application.EndAgreement;
import org.kolsuite.campaign.collaboration.application.UnblockFee;
import org.kolsuite.campaign.collaboration.application.VerifyPost;
import org.kolsuite.campaign.collaboration.model.HandedIn;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.rest.StepRequests.CounterRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.HandInRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PlainRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.RevisionRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.ScheduleRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.VerifyRequest;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;

/** The brand's steps on the paid track. */
@Path("/api/v1/collaborations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Paid track")
@RolesAllowed(Roles.BRAND_MANAGER)
public class PaidStepsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Answers answers;

    @Inject
    EndAgreement endAgreement;

    @Inject
    VerifyPost verifyPost;

    @Inject
    UnblockFee unblockFee;

    /** Answers a counter-offer with another offer. */
    @POST
    @Path("/{id}/offer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> offer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CounterRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.Offer(request.fee(), request.publishBy()));
    }

    /** Records the KOL's counter-offer on their behalf. */
    @POST
    @Path("/{id}/counter")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> counter(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CounterRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.Counter(request.fee(), request.publishBy()));
    }

    /** Agrees to the counter-offer; the fee is reserved. */
    @POST
    @Path("/{id}/accept-counter")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> acceptCounter(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.AcceptCounter());
    }

    @POST
    @Path("/{id}/submit-script")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> submitScript(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull HandInRequest request) {
        return answers.paid(
                id, ifMatch, request, new PaidCommand.SubmitScript(new HandedIn(request.url(), request.text())));
    }

    @POST
    @Path("/{id}/approve-script")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> approveScript(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.ApproveScript());
    }

    @POST
    @Path("/{id}/submit-draft")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> submitDraft(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull HandInRequest request) {
        return answers.paid(
                id, ifMatch, request, new PaidCommand.SubmitDraft(new HandedIn(request.url(), request.text())));
    }

    @POST
    @Path("/{id}/approve-draft")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> approveDraft(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.ApproveDraft());
    }

    /** Sends the script or draft back with what to change. */
    @POST
    @Path("/{id}/request-revision")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> requestRevision(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RevisionRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.RequestRevision(request.comment()));
    }

    @POST
    @Path("/{id}/schedule")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> schedule(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ScheduleRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.Schedule(request.publishAt()));
    }

    /** Checks the post: live, tagged, marked, reported. */
    @POST
    @Path("/{id}/verify")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> verify(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull VerifyRequest request) {
        var caller = callers.member();
        return answers.after(
                caller, verifyPost.verify(caller, Answers.step(id, ifMatch, request), request.toChecklist()));
    }

    @POST
    @Path("/{id}/complete")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> complete(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.Complete());
    }

    /** Ends the agreement; what is owed depends on the stage. Needs a reason. */
    @POST
    @Path("/{id}/cancel")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        var caller = callers.member();
        return answers.after(caller, endAgreement.cancel(caller, Answers.step(id, ifMatch, request)));
    }

    /** Ends a dispute; the work goes on where it stopped. Needs a reason. */
    @POST
    @Path("/{id}/resolve")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> resolve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.Resolve());
    }

    /** The post is gone before its time. Needs a reason. */
    @POST
    @Path("/{id}/report-removed")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> reportRemoved(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        var caller = callers.member();
        return answers.after(caller, endAgreement.reportRemoved(caller, Answers.step(id, ifMatch, request)));
    }

    /** Says that a fee which payment refused was dealt with; needs a reason. */
    @POST
    @Path("/{id}/unblock-fee")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> unblockFee(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        var caller = callers.member();
        return answers.after(caller, unblockFee.unblock(caller, Answers.step(id, ifMatch, request)));
    }
}
