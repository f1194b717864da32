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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.ledger.application.ClosePeriod;
import org.kolsuite.payment.ledger.model.LedgerRejection;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;

/** Months that are closed; no booking goes into them any more. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/periods")
@Tag(name = "Periods")
@RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class PeriodResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ClosePeriod closePeriod;

    /** @param month as {@code 2026-03} */
    public record PeriodAnswer(String month, String closedBy, Instant closedAt) {
        static PeriodAnswer of(ClosePeriod.Closed closed) {
            return new PeriodAnswer(closed.month().toString(), closed.by(), closed.at());
        }
    }

    @GET
    public Uni<List<PeriodAnswer>> list() {
        return closePeriod
                .list(callers.member())
                .map(closed -> closed.stream().map(PeriodAnswer::of).toList());
    }

    @POST
    @Path("/{month}/close")
    @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PeriodAnswer.class)))
    public Uni<Response> close(@PathParam("month") String text, @HeaderParam("Idempotency-Key") @Nullable String key) {
        YearMonth month = month(text);
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/periods/" + month + "/close",
                text,
                () -> closePeriod.close(caller, month).map(closed -> Reply.ok(PeriodAnswer.of(closed))));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException malformed) {
            throw new LedgerRejection.MonthMalformed();
        }
    }
}
