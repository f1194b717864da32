package org.kolsuite.payment.ledger.rest;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.application.BookManually;
import org.kolsuite.payment.ledger.application.ReadLedger;
import org.kolsuite.payment.ledger.application.VerifyLedger;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.AccountType;
import org.kolsuite.payment.ledger.model.Balance;
import org.kolsuite.payment.ledger.model.Booked;
import org.kolsuite.payment.ledger.model.ChainVerifier;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.Side;
import org.kolsuite.payment.request.Required;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** The books: accounts, balances, bookings, and the proof that nobody has touched them. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/ledger")
@Tag(name = "Ledger")
@RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class LedgerResource {
    private static final int MOST_ENTRIES = 100;

    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ReadLedger readLedger;

    @Inject
    BookManually bookManually;

    @Inject
    VerifyLedger verifyLedger;

    /** An account to be opened. */
    public record AccountRequest(String code, String name, AccountType type, boolean guarded) {}

    /** One leg. */
    public record EntryRequest(String account, Side side, Money amount) {}

    /** A booking by hand; the entries balance in every currency. */
    public record TransactionRequest(LocalDate bookedOn, String memo, List<EntryRequest> entries) {}

    /** Why it is undone. */
    public record ReversalRequest(String reason) {}

    /** An account. */
    public record AccountAnswer(String code, String name, AccountType type, boolean guarded) {
        static AccountAnswer of(Account account) {
            return new AccountAnswer(account.code(), account.name(), account.type(), account.guarded());
        }
    }

    /** @param amount positive on the side on which the account grows */
    public record BalanceAnswer(String account, String name, AccountType type, Money amount) {
        static BalanceAnswer of(Balance balance) {
            return new BalanceAnswer(
                    balance.account().code(),
                    balance.account().name(),
                    balance.account().type(),
                    balance.amount());
        }
    }

    /** One leg. */
    public record EntryAnswer(String account, Side side, Money amount) {}

    /** A booking with its place in the chain. */
    public record TransactionAnswer(
            UUID id,
            long sequence,
            String kind,
            LocalDate bookedOn,
            Instant happenedAt,
            Instant recordedAt,
            String recordedBy,
            @Nullable UUID subject,
            String memo,
            @Nullable UUID reverses,
            List<EntryAnswer> entries,
            String hash) {
        static TransactionAnswer of(Booked booked) {
            var transaction = booked.transaction();
            return new TransactionAnswer(
                    transaction.id(),
                    booked.sequence(),
                    transaction.kind(),
                    transaction.bookedOn(),
                    transaction.happenedAt(),
                    booked.recordedAt(),
                    booked.recordedBy(),
                    transaction.subject(),
                    transaction.memo(),
                    transaction.reverses(),
                    transaction.entries().stream()
                            .map(entry -> new EntryAnswer(entry.account(), entry.side(), entry.amount()))
                            .toList(),
                    booked.hash());
        }
    }

    /** What the walk over the chain found; nothing when it is intact. */
    public record VerificationAnswer(boolean intact, long checked, List<ChainVerifier.Finding> findings) {}

    @GET
    @Path("/accounts")
    public Uni<List<AccountAnswer>> accounts() {
        return readLedger
                .accounts(callers.member())
                .map(accounts -> accounts.stream().map(AccountAnswer::of).toList());
    }

    @POST
    @Path("/accounts")
    @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AccountAnswer.class)))
    public Uni<Response> addAccount(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable AccountRequest body) {
        AccountRequest request = Required.body(body);
        Account account = new Account(
                Required.text("code", request.code(), 80),
                Required.text("name", request.name(), 140),
                Required.field("type", request.type()),
                request.guarded());
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/ledger/accounts",
                request,
                () -> bookManually
                        .addAccount(caller, account)
                        .map(added -> Reply.created("/api/v1/ledger/accounts", AccountAnswer.of(added))));
    }

    @GET
    @Path("/balances")
    public Uni<List<BalanceAnswer>> balances() {
        return readLedger
                .balances(callers.member())
                .map(balances -> balances.stream().map(BalanceAnswer::of).toList());
    }

    @GET
    @Path("/transactions")
    public Uni<Page<TransactionAnswer>> transactions(
            @QueryParam("account") @Nullable String account,
            @QueryParam("subject") @Nullable UUID subject,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return readLedger
                .transactions(callers.member(), account, subject, cursor, limit)
                .map(page -> page.map(TransactionAnswer::of));
    }

    @GET
    @Path("/transactions/{id}")
    public Uni<TransactionAnswer> transaction(@PathParam("id") UUID id) {
        return readLedger.transaction(callers.member(), id).map(TransactionAnswer::of);
    }

    @POST
    @Path("/transactions")
    @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TransactionAnswer.class)))
    public Uni<Response> book(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable TransactionRequest body) {
        TransactionRequest request = Required.body(body);
        LocalDate day = Required.field("bookedOn", request.bookedOn());
        String memo = Required.text("memo", request.memo(), 500);
        List<Entry> entries = Required.list("entries", request.entries(), MOST_ENTRIES).stream()
                .map(entry -> new Entry(
                        Required.text("entries.account", entry.account(), 80),
                        Required.field("entries.side", entry.side()),
                        Required.field("entries.amount", entry.amount())))
                .toList();
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/ledger/transactions",
                request,
                () -> bookManually.book(caller, day, memo, entries).map(LedgerResource::created));
    }

    /** Undoes a booking by hand with its mirror image; what the suite booked is undone where it came from. */
    @POST
    @Path("/transactions/{id}/reverse")
    @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TransactionAnswer.class)))
    public Uni<Response> reverse(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReversalRequest body) {
        String reason = Required.text("reason", Required.body(body).reason(), 500);
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/ledger/transactions/" + id + "/reverse",
                reason,
                () -> bookManually.reverse(caller, id, reason).map(LedgerResource::created));
    }

    /** Walks the whole chain and compares every balance with its entries. */
    @GET
    @Path("/verify")
    public Uni<VerificationAnswer> verify() {
        return verifyLedger
                .verify(callers.member())
                .map(verifier ->
                        new VerificationAnswer(verifier.findings().isEmpty(), verifier.checked(), verifier.findings()));
    }

    private static Reply created(Booked booked) {
        return Reply.created(
                "/api/v1/ledger/transactions/" + booked.transaction().id(), TransactionAnswer.of(booked));
    }
}
