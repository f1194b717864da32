package org.kolsuite.payment.payout.rest;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payout.application.FollowPayouts;
import org.kolsuite.payment.payout.application.ListPayouts;
import org.kolsuite.payment.payout.application.PayingAccounts;
import org.kolsuite.payment.payout.model.PayingAccount;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.request.Required;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** Payouts one by one, and the accounts they leave from. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/payouts")
@Tag(name = "Payouts")
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class PayoutResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ListPayouts listPayouts;

    @Inject
    FollowPayouts followPayouts;

    @Inject
    PayingAccounts payingAccounts;

    /** What was asked, of whom; or why. */
    public record NoteRequest(String note) {}

    /** @param holder the organisation's name as the bank knows it */
    public record PayingAccountRequest(
            String name,
            String holder,
            String account,
            @Nullable String bic,
            String currency) {}

    /** An account of the organisation; masked. */
    public record PayingAccountAnswer(
            UUID id,
            String name,
            String holder,
            String accountMasked,
            @Nullable String bic,
            String currency) {
        static PayingAccountAnswer of(PayingAccount account) {
            return new PayingAccountAnswer(
                    account.id(),
                    account.name(),
                    account.holder(),
                    account.account().masked(),
                    account.bic(),
                    account.currency());
        }
    }

    /** Which payouts: {@code state} is QUEUED, BATCHED, SENT, UNKNOWN, SETTLED or RETURNED. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<Page<ListPayouts.Seen>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("batchId") @Nullable UUID batchId,
            @QueryParam("payeeId") @Nullable UUID payeeId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return listPayouts.list(callers.member(), state, batchId, payeeId, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayouts.Seen.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return listPayouts
                .one(callers.member(), id)
                .map(payout -> Reply.ok(payout.version(), payout).toResponse());
    }

    /** The bank has said nothing: the payout is UNKNOWN, and is not paid again. */
    @POST
    @Path("/{id}/unknown")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayouts.Seen.class)))
    public Uni<Response> unknown(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller.Member caller = callers.member();
        return command(caller, key, id, "unknown", "", () -> followPayouts.noAnswer(caller, id));
    }

    /** Somebody asked the bank what became of it. */
    @POST
    @Path("/{id}/ask")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayouts.Seen.class)))
    public Uni<Response> ask(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NoteRequest body) {
        Caller.Member caller = callers.member();
        String note = note(body);
        return command(caller, key, id, "ask", note, () -> followPayouts.ask(caller, id, note));
    }

    /** The bank says that it never executed the order; only after it was asked. */
    @POST
    @Path("/{id}/not-executed")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayouts.Seen.class)))
    public Uni<Response> notExecuted(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NoteRequest body) {
        Caller.Member caller = callers.member();
        String note = note(body);
        return command(caller, key, id, "not-executed", note, () -> followPayouts.notExecuted(caller, id, note));
    }

    /** Pays a returned payout again, by a new one; the answer is the new one. */
    @POST
    @Path("/{id}/pay-again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPayouts.Seen.class)))
    public Uni<Response> payAgain(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NoteRequest body) {
        Caller.Member caller = callers.member();
        String note = note(body);
        return command(caller, key, id, "pay-again", note, () -> followPayouts.payAgain(caller, id, note));
    }

    @GET
    @Path("/accounts")
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<List<PayingAccountAnswer>> accounts() {
        return payingAccounts
                .list(callers.member())
                .map(accounts -> accounts.stream().map(PayingAccountAnswer::of).toList());
    }

    @POST
    @Path("/accounts")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PayingAccountAnswer.class)))
    public Uni<Response> addAccount(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable PayingAccountRequest body) {
        PayingAccountRequest request = Required.body(body);
        PayingAccount account = new PayingAccount(
                Ids.next(),
                Required.text("name", request.name(), 140),
                Required.text("holder", request.holder(), 140),
                AccountNumber.parse(Required.text("account", request.account(), 80)),
                Required.optionalText("bic", request.bic(), 11),
                Required.text("currency", request.currency(), 3));
        Caller.Member caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/payouts/accounts",
                request,
                () -> payingAccounts
                        .add(caller, account)
                        .map(added -> Reply.created("/api/v1/payouts/accounts", PayingAccountAnswer.of(added))));
    }

    private Uni<Response> command(
            Caller.Member caller, @Nullable String key, UUID id, String verb, String note, Supplier<Uni<Payout>> work) {
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/payouts/" + id + "/" + verb,
                note,
                () -> work.get()
                        .chain(payout -> listPayouts.one(caller, payout.id()))
                        .map(seen -> Reply.ok(seen.version(), seen)));
    }

    private static String note(@Nullable NoteRequest body) {
        return Required.text("note", Required.body(body).note(), 1000);
    }
}
