package org.kolsuite.payment.payee.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.kolsuite.payment.payee.application.KeepPayees;
import org.kolsuite.payment.payee.application.ListPayees;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.request.Required;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** Who is paid. Accounts are masked; revealing one needs a reason and is audited. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/payees")
@Tag(name = "Payees")
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class PayeeResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    KeepPayees keepPayees;

    @Inject
    ListPayees listPayees;

    /** @param kolId the KOL who is paid directly; left out for an agency or anybody else */
    public record PayeeRequest(
            String name,
            @Nullable UUID kolId,
            @Nullable UUID agencyId,
            @Nullable BankRequest bank) {}

    /** A new name. */
    public record NameRequest(String name) {}

    /** Why somebody needs to see the account. */
    public record RevealRequest(String reason) {}

    /** The account in full. */
    public record RevealedBank(
            String holder,
            String account,
            @Nullable String bic,
            @Nullable String bankName) {}

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<Page<ListPayees.Seen>> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("bankState") @Nullable String bankState,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return listPayees.list(callers.member(), search, bankState, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayees.Seen.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return seen(id).map(Reply::toResponse);
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ListPayees.Seen.class)))
    public Uni<Response> enter(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable PayeeRequest body) {
        PayeeRequest request = Required.body(body);
        String name = Required.text("name", request.name(), 140);
        BankDetails bank = request.bank() == null ? null : request.bank().toDetails("bank.");
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/payees",
                request,
                () -> keepPayees
                        .enter(caller, name, request.kolId(), request.agencyId(), bank)
                        .chain(payee -> listPayees
                                .one(caller, payee.id())
                                .map(seen -> Reply.created("/api/v1/payees/" + payee.id(), seen.version(), seen))));
    }

    @PATCH
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayees.Seen.class)))
    public Uni<Response> rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NameRequest body) {
        String name = Required.text("name", Required.body(body).name(), 140);
        return answer(keepPayees.rename(callers.member(), id, ifMatch, name));
    }

    /** First details are usable at once; changed ones hold the payee's payouts until somebody else confirms them. */
    @PUT
    @Path("/{id}/bank")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayees.Seen.class)))
    public Uni<Response> enterBank(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable BankRequest body) {
        BankDetails details = Required.body(body).toDetails("");
        return answer(keepPayees.enterBank(callers.member(), id, ifMatch, details));
    }

    @POST
    @Path("/{id}/confirm-bank")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayees.Seen.class)))
    public Uni<Response> confirmBank(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(keepPayees.confirmBank(callers.member(), id, ifMatch));
    }

    @POST
    @Path("/{id}/reveal")
    public Uni<RevealedBank> reveal(@PathParam("id") UUID id, @Nullable RevealRequest body) {
        String reason = Required.text("reason", Required.body(body).reason(), 500);
        return keepPayees
                .reveal(callers.member(), id, reason)
                .map(details -> new RevealedBank(
                        details.holder(), details.account().value(), details.bic(), details.bankName()));
    }

    private Uni<Response> answer(Uni<Payee> changed) {
        return changed.chain(payee -> seen(payee.id())).map(Reply::toResponse);
    }

    private Uni<Reply> seen(UUID id) {
        return listPayees.one(callers.member(), id).map(seen -> Reply.ok(seen.version(), seen));
    }
}
