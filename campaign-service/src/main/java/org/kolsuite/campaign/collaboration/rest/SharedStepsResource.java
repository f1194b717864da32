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
import org.kolsuite.campaign.collaboration.application.AcceptWork;
import org.kolsuite.campaign.collaboration.application.CollaborationDetail;
import org.kolsuite.campaign.collaboration.application.TakeStep;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.rest.StepRequests.AcceptRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PlainRequest;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PostRequest;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;

/** Steps that both tracks have, taken by the brand on the KOL's behalf: each needs a reason. */
@Path("/api/v1/collaborations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collaborations")
@RolesAllowed(Roles.BRAND_MANAGER)
public class SharedStepsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Answers answers;

    @Inject
    TakeStep steps;

    @Inject
    AcceptWork acceptWork;

    /** Records the KOL's yes: to a gift with an address, to an offer with the fee reserved. */
    @POST
    @Path("/{id}/accept")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AcceptRequest request) {
        var caller = callers.member();
        return answers.after(
                caller,
                acceptWork.accept(
                        caller,
                        Answers.step(id, ifMatch, request),
                        request.address() == null ? null : request.address().toAddress()));
    }

    @POST
    @Path("/{id}/decline")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        var caller = callers.member();
        return answers.after(
                caller,
                steps.either(
                        caller,
                        Answers.step(id, ifMatch, request),
                        Verb.DECLINE,
                        situation -> Uni.createFrom().item(new GiftCommand.Decline()),
                        situation -> Uni.createFrom().item(new PaidCommand.Decline())));
    }

    /** The post is live. */
    @POST
    @Path("/{id}/submit-post")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> submitPost(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PostRequest request) {
        var caller = callers.member();
        return answers.after(
                caller,
                steps.either(
                        caller,
                        Answers.step(id, ifMatch, request),
                        Verb.SUBMIT_POST,
                        situation -> Uni.createFrom()
                                .item(new GiftCommand.SubmitPost(
                                        request.url(), Answers.orThen(request.publishedAt(), situation))),
                        situation -> Uni.createFrom()
                                .item(new PaidCommand.SubmitPost(
                                        request.url(), Answers.orThen(request.publishedAt(), situation)))));
    }

    /** Halts a paid collaboration; needs a reason. */
    @POST
    @Path("/{id}/dispute")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CollaborationDetail.class)))
    public Uni<Response> dispute(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PlainRequest request) {
        return answers.paid(id, ifMatch, request, new PaidCommand.Dispute());
    }
}
