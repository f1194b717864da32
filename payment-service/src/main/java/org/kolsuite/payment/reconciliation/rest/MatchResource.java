package org.kolsuite.payment.reconciliation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.kolsuite.payment.reconciliation.application.DecideByHand;
import org.kolsuite.payment.reconciliation.application.DecideByHand.Line;
import org.kolsuite.payment.request.Required;
import org.kolsuite.payment.statement.application.ListStatements;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;

/** Which line is which payout: what rules proposed and decided, and what people decide. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/statements/{id}")
@Tag(name = "Reconciliation")
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class MatchResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    DecideByHand decide;

    @Inject
    ListStatements listStatements;

    /** @param reason why a difference between bank and payout is accepted; left out when there is none */
    public record MatchRequest(UUID payoutId, @Nullable String reason) {}

    /** @param account the ledger's account, for example {@code equity:funding} for a top-up */
    public record ExplainRequest(String account, String memo) {}

    /** Why the decision is taken back. */
    public record UndoRequest(String reason) {}

    /** Everything proposed or decided that holds now. */
    @GET
    @Path("/matches")
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<List<ListStatements.SeenMatch>> matches(@PathParam("id") UUID id) {
        Caller.Member caller = callers.member();
        return listStatements.one(caller, id).chain(() -> listStatements.matches(caller, id));
    }

    /** The line is this payout (a proposal, or any other); a credit is its return. */
    @POST
    @Path("/lines/{lineId}/match")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListStatements.SeenLine.class)))
    public Uni<Response> match(
            @PathParam("id") UUID id,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable MatchRequest body) {
        MatchRequest request = Required.body(body);
        UUID payoutId = Required.field("payoutId", request.payoutId());
        String reason = Required.optionalText("reason", request.reason(), 1000);
        Caller.Member caller = callers.member();
        Line line = new Line(id, lineId);
        return command(caller, key, line, "match", request, () -> decide.match(caller, line, payoutId, reason));
    }

    /** The line is no payout: it is booked against an account of the ledger. */
    @POST
    @Path("/lines/{lineId}/explain")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListStatements.SeenLine.class)))
    public Uni<Response> explain(
            @PathParam("id") UUID id,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ExplainRequest body) {
        ExplainRequest request = Required.body(body);
        String account = Required.text("account", request.account(), 80);
        String memo = Required.text("memo", request.memo(), 500);
        Caller.Member caller = callers.member();
        Line line = new Line(id, lineId);
        return command(caller, key, line, "explain", request, () -> decide.explain(caller, line, account, memo));
    }

    /** The last decision about the line was a mistake. */
    @POST
    @Path("/lines/{lineId}/undo")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ListStatements.SeenLine.class)))
    public Uni<Response> undo(
            @PathParam("id") UUID id,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable UndoRequest body) {
        UndoRequest request = Required.body(body);
        String reason = Required.text("reason", request.reason(), 1000);
        Caller.Member caller = callers.member();
        Line line = new Line(id, lineId);
        return command(caller, key, line, "undo", request, () -> decide.undo(caller, line, reason));
    }

    private Uni<Response> command(
            Caller.Member caller,
            @Nullable String key,
            Line line,
            String verb,
            Object request,
            Supplier<Uni<Void>> work) {
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/statements/" + line.statementId() + "/lines/" + line.lineId() + "/" + verb,
                request,
                () -> work.get()
                        .chain(() -> listStatements.line(caller, line.statementId(), line.lineId()))
                        .map(seen -> Reply.ok(seen.version(), seen)));
    }
}
