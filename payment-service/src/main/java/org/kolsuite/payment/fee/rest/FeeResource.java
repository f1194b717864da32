package org.kolsuite.payment.fee.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.application.ApproveTogether;
import org.kolsuite.payment.fee.application.DecideOnFees;
import org.kolsuite.payment.fee.application.DecideOnFees.Outcome;
import org.kolsuite.payment.fee.application.DecideOnFees.Part;
import org.kolsuite.payment.fee.application.EnterFees;
import org.kolsuite.payment.fee.application.ListFees;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.payee.rest.BankRequest;
import org.kolsuite.payment.request.FieldMissing;
import org.kolsuite.payment.request.Required;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.IdempotencyKeyRequired;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.paging.Page;

/** What is owed. Brand managers read the fees of agreements; requesting and approving is finance's, by two people. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/fees")
@Tag(name = "Fees")
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class FeeResource {
    private static final int MOST_PARTS = 1000;

    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ListFees listFees;

    @Inject
    EnterFees enterFees;

    @Inject
    DecideOnFees decide;

    @Inject
    ApproveTogether approveTogether;

    /**
     * An ad-hoc fee, for a payee who is there or for the owner of an account.
     *
     * @param payeeId left out when {@code payee} is given
     * @param payee whose account it is; a new one becomes a payee
     * @param reference what the payee will read on the bank statement; at most 35 characters; may be left out
     */
    public record FeeRequest(
            @Nullable UUID payeeId,
            @Nullable BankRequest payee,
            Money amount,
            LocalDate dueOn,
            @Nullable String reference) {}

    /** @param version the fee's version that was looked at; left out to decide on whatever it is now */
    public record PartRequest(
            UUID feeId, String milestone, @Nullable Long version) {}

    /** @param reason needed for a rejection */
    public record PartsRequest(
            List<PartRequest> parts, @Nullable String reason) {}

    /** Why. */
    public record ReasonRequest(String reason) {}

    /** What became of one part; code and detail say why it was refused, and are null when it was done. */
    public record PartAnswer(
            UUID feeId,
            String milestone,
            boolean done,
            @Nullable String code,
            @Nullable String detail) {}

    /** What became of all. */
    public record PartsAnswer(int done, int refused, List<PartAnswer> parts) {}

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN, Roles.BRAND_MANAGER})
    public Uni<Page<ListFees.Seen>> list(
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("kolId") @Nullable UUID kolId,
            @QueryParam("payeeId") @Nullable UUID payeeId,
            @QueryParam("origin") @Nullable String origin,
            @QueryParam("state") @Nullable String state,
            @QueryParam("search") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller.Member caller = callers.member();
        String seenOrigin = seesOnlyAgreements(caller) ? "AGREEMENT" : origin;
        return listFees.list(
                caller, new ListFees.Filter(campaignId, kolId, payeeId, seenOrigin, state, search), cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN, Roles.BRAND_MANAGER})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListFees.Seen.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        Caller.Member caller = callers.member();
        return listFees.one(caller, id)
                .invoke(fee -> {
                    if (seesOnlyAgreements(caller) && !fee.origin().equals("AGREEMENT")) {
                        throw new FeeRejection.FeeUnknown();
                    }
                })
                .map(fee -> Reply.ok(fee.version(), fee).toResponse());
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ListFees.Seen.class)))
    public Uni<Response> enter(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable FeeRequest body) {
        FeeRequest request = Required.body(body);
        Money amount = Required.field("amount", request.amount());
        LocalDate dueOn = Required.field("dueOn", request.dueOn());
        Caller.Member caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/fees",
                request,
                () -> entered(caller, request, amount, dueOn)
                        .chain(fee -> listFees.one(caller, fee.id()))
                        .map(fee -> Reply.created("/api/v1/fees/" + fee.id(), fee.version(), fee)));
    }

    private Uni<Fee> entered(Caller.Member caller, FeeRequest request, Money amount, LocalDate dueOn) {
        BankRequest payee = request.payee();
        if (payee != null) {
            return enterFees.enter(
                    caller, new EnterFees.Draft(payee.toDetails("payee."), amount, dueOn, request.reference(), null));
        }
        if (request.payeeId() == null) {
            throw new FieldMissing("payeeId");
        }
        return enterFees.enter(caller, request.payeeId(), amount, dueOn, request.reference());
    }

    @POST
    @Path("/{id}/milestones/{milestone}/request")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListFees.Seen.class)))
    public Uni<Response> request(
            @PathParam("id") UUID id,
            @PathParam("milestone") String milestone,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller.Member caller = callers.member();
        Part part = new Part(id, milestone, IfMatch.version(ifMatch));
        return one(caller, key, "request", part, "", () -> decide.request(caller, List.of(part)));
    }

    @POST
    @Path("/{id}/milestones/{milestone}/approve")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListFees.Seen.class)))
    public Uni<Response> approve(
            @PathParam("id") UUID id,
            @PathParam("milestone") String milestone,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller.Member caller = callers.member();
        Part part = new Part(id, milestone, IfMatch.version(ifMatch));
        if (key == null || key.isEmpty()) {
            throw new IdempotencyKeyRequired();
        }
        return approveTogether
                .approve(caller, key, operation("approve", part), part)
                .map(Reply::toResponse);
    }

    @POST
    @Path("/{id}/milestones/{milestone}/reject")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListFees.Seen.class)))
    public Uni<Response> reject(
            @PathParam("id") UUID id,
            @PathParam("milestone") String milestone,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReasonRequest body) {
        Caller.Member caller = callers.member();
        String reason = Required.text("reason", Required.body(body).reason(), 1000);
        Part part = new Part(id, milestone, IfMatch.version(ifMatch));
        return one(caller, key, "reject", part, reason, () -> decide.reject(caller, List.of(part), reason));
    }

    /** Takes back an ad-hoc fee that nobody has approved. */
    @POST
    @Path("/{id}/withdraw")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListFees.Seen.class)))
    public Uni<Response> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReasonRequest body) {
        Caller.Member caller = callers.member();
        String reason = Required.text("reason", Required.body(body).reason(), 1000);
        long version = IfMatch.version(ifMatch);
        Part part = new Part(id, "", version);
        return one(caller, key, "withdraw", part, reason, () -> decide.withdraw(caller, id, version, reason));
    }

    /** Puts many parts before a second person. */
    @POST
    @Path("/request")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartsAnswer.class)))
    public Uni<Response> requestAll(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable PartsRequest body) {
        Caller.Member caller = callers.member();
        return many(caller, key, "request", body, parts -> decide.request(caller, parts));
    }

    /** Approves many parts; each is decided for itself, and the answer names every refusal. */
    @POST
    @Path("/approve")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartsAnswer.class)))
    public Uni<Response> approveAll(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable PartsRequest body) {
        Caller.Member caller = callers.member();
        return many(caller, key, "approve", body, parts -> decide.approve(caller, parts));
    }

    @POST
    @Path("/reject")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PartsAnswer.class)))
    public Uni<Response> rejectAll(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable PartsRequest body) {
        Caller.Member caller = callers.member();
        String reason = Required.text("reason", Required.body(body).reason(), 1000);
        return many(caller, key, "reject", body, parts -> decide.reject(caller, parts, reason));
    }

    private interface OnParts {
        Uni<List<Outcome>> on(List<Part> parts);
    }

    private Uni<Response> many(
            Caller.Member caller, @Nullable String key, String verb, @Nullable PartsRequest body, OnParts command) {
        PartsRequest request = Required.body(body);
        List<Part> parts = Required.list("parts", request.parts(), MOST_PARTS).stream()
                .map(part -> new Part(
                        Required.field("parts.feeId", part.feeId()),
                        Required.text("parts.milestone", part.milestone(), 100),
                        part.version()))
                .toList();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/fees/" + verb,
                request,
                () -> command.on(parts).map(outcomes -> Reply.ok(answer(outcomes))));
    }

    private static PartsAnswer answer(List<Outcome> outcomes) {
        List<PartAnswer> parts = outcomes.stream()
                .map(outcome -> new PartAnswer(
                        outcome.part().feeId(),
                        outcome.part().milestone(),
                        outcome.refusal() == null,
                        outcome.refusal() == null ? null : outcome.refusal().code(),
                        outcome.refusal() == null ? null : outcome.refusal().detail()))
                .toList();
        int done = (int) parts.stream().filter(PartAnswer::done).count();
        return new PartsAnswer(done, parts.size() - done, parts);
    }

    private Uni<Response> one(
            Caller.Member caller,
            @Nullable String key,
            String verb,
            Part part,
            String reason,
            Supplier<Uni<List<Outcome>>> command) {
        return idempotency.once(
                caller,
                key,
                operation(verb, part),
                List.of(part, reason),
                () -> command.get()
                        .invoke(outcomes -> {
                            if (outcomes.getFirst().refusal() != null) {
                                throw outcomes.getFirst().refusal();
                            }
                        })
                        .chain(() -> listFees.one(caller, part.feeId()))
                        .map(fee -> Reply.ok(fee.version(), fee)));
    }

    private static String operation(String verb, Part part) {
        return "POST /api/v1/fees/" + part.feeId() + "/" + part.milestone() + "/" + verb;
    }

    private static boolean seesOnlyAgreements(Caller.Member caller) {
        return !caller.is(Roles.FINANCE) && !caller.is(Roles.ADMIN) && !caller.is(Roles.EXECUTIVE);
    }
}
