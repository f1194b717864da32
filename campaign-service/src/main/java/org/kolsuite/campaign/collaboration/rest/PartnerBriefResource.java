package org.kolsuite.campaign.collaboration.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.application.AcceptWork;
import org.kolsuite.campaign.collaboration.application.PartnerBrief;
import org.kolsuite.campaign.collaboration.application.ReadBriefs;
import org.kolsuite.campaign.collaboration.application.Step;
import org.kolsuite.campaign.collaboration.application.TakeStep;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.HandedIn;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.rest.StepRequests.AddressRequest;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/**
 * The KOL's side, for the portal and for programs of agencies: read what was asked, answer it, hand in work. Each
 * operation needs its scope; the portal's sessions carry all of them.
 */
@Path("/partner/v1/briefs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partner briefs")
public class PartnerBriefResource {
    @Inject
    CurrentCaller callers;

    @Inject
    ReadBriefs briefs;

    @Inject
    AcceptWork acceptWork;

    @Inject
    TakeStep steps;

    /** @param address where the gift goes; needed for a gift, kept encrypted */
    public record PartnerAcceptRequest(@Nullable @Valid AddressRequest address) {}

    public record MessageRequest(@Nullable @Size(max = 1000) String message) {}

    /** @param message why, shown to the brand */
    public record PartnerCounterRequest(
            @NotNull Money fee,
            @Nullable Instant publishBy,
            @Nullable @Size(max = 1000) String message) {}

    /** A link, the words, or both. */
    public record PartnerHandInRequest(
            @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s]+")
            String url,

            @Nullable @Size(max = 20_000) String text) {}

    /** @param publishedAt when it went live; now when left out */
    public record PartnerPostRequest(
            @NotBlank @Size(max = 2000) @Pattern(regexp = "https?://[^\\s]+")
            String url,

            @Nullable Instant publishedAt) {}

    @GET
    @PermissionsAllowed(Roles.BRIEFS_READ)
    public Uni<Page<PartnerBrief>> list(
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return briefs.list(callers.partner(), open, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Roles.BRIEFS_READ)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return briefs.read(callers.partner(), id).map(PartnerBriefResource::answer);
    }

    /** Says yes to a gift, with an address, or to an offer. */
    @POST
    @Path("/{id}/accept")
    @PermissionsAllowed(Roles.BRIEFS_RESPOND)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PartnerAcceptRequest request) {
        Caller partner = callers.partner();
        AddressRequest address = request == null ? null : request.address();
        return after(
                partner,
                acceptWork.accept(partner, step(id, ifMatch, null), address == null ? null : address.toAddress()));
    }

    @POST
    @Path("/{id}/decline")
    @PermissionsAllowed(Roles.BRIEFS_RESPOND)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable MessageRequest request) {
        Caller partner = callers.partner();
        return after(
                partner,
                steps.either(
                        partner,
                        step(id, ifMatch, message(request)),
                        Verb.DECLINE,
                        situation -> Uni.createFrom().item(new GiftCommand.Decline()),
                        situation -> Uni.createFrom().item(new PaidCommand.Decline())));
    }

    /** Answers an offer with another fee or date. */
    @POST
    @Path("/{id}/counter")
    @PermissionsAllowed(Roles.BRIEFS_RESPOND)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> counter(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PartnerCounterRequest request) {
        return paid(step(id, ifMatch, request.message()), new PaidCommand.Counter(request.fee(), request.publishBy()));
    }

    /** The gift is here. */
    @POST
    @Path("/{id}/confirm-delivery")
    @PermissionsAllowed(Roles.BRIEFS_RESPOND)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> confirmDelivery(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable MessageRequest request) {
        return gift(step(id, ifMatch, message(request)), new GiftCommand.ConfirmDelivery());
    }

    @POST
    @Path("/{id}/submit-script")
    @PermissionsAllowed(Roles.CONTENT_SUBMIT)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> submitScript(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PartnerHandInRequest request) {
        return paid(step(id, ifMatch, null), new PaidCommand.SubmitScript(new HandedIn(request.url(), request.text())));
    }

    @POST
    @Path("/{id}/submit-draft")
    @PermissionsAllowed(Roles.CONTENT_SUBMIT)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> submitDraft(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PartnerHandInRequest request) {
        return paid(step(id, ifMatch, null), new PaidCommand.SubmitDraft(new HandedIn(request.url(), request.text())));
    }

    /** The post is live. */
    @POST
    @Path("/{id}/submit-post")
    @PermissionsAllowed(Roles.CONTENT_SUBMIT)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> submitPost(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PartnerPostRequest request) {
        Caller partner = callers.partner();
        return after(
                partner,
                steps.either(
                        partner,
                        step(id, ifMatch, null),
                        Verb.SUBMIT_POST,
                        situation -> Uni.createFrom()
                                .item(new GiftCommand.SubmitPost(
                                        request.url(), Answers.orThen(request.publishedAt(), situation))),
                        situation -> Uni.createFrom()
                                .item(new PaidCommand.SubmitPost(
                                        request.url(), Answers.orThen(request.publishedAt(), situation)))));
    }

    /** Says that something is wrong; the work halts until it is resolved. */
    @POST
    @Path("/{id}/dispute")
    @PermissionsAllowed(Roles.BRIEFS_RESPOND)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartnerBrief.class)))
    public Uni<Response> dispute(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable MessageRequest request) {
        return paid(step(id, ifMatch, message(request)), new PaidCommand.Dispute());
    }

    /** Takes a step on the gift track whose command is known beforehand. */
    private Uni<Response> gift(Step step, GiftCommand command) {
        Caller partner = callers.partner();
        return after(
                partner,
                steps.gift(
                        partner,
                        step,
                        command.verb(),
                        situation -> Uni.createFrom().item(command)));
    }

    /** Takes a step on the paid track whose command is known beforehand. */
    private Uni<Response> paid(Step step, PaidCommand command) {
        Caller partner = callers.partner();
        return after(
                partner,
                steps.paid(
                        partner,
                        step,
                        command.verb(),
                        situation -> Uni.createFrom().item(command)));
    }

    private Uni<Response> after(Caller partner, Uni<TakeStep.Taken> step) {
        return step.chain(taken -> briefs.read(partner, taken.id())).map(PartnerBriefResource::answer);
    }

    private static Step step(UUID id, @Nullable String ifMatch, @Nullable String message) {
        return new Step(id, ifMatch, null, message);
    }

    private static @Nullable String message(@Nullable MessageRequest request) {
        return request == null ? null : request.message();
    }

    private static Response answer(PartnerBrief brief) {
        return Reply.ok(brief.version(), brief).toResponse();
    }
}
