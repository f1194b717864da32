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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payout.application.ListPayouts;
import org.kolsuite.payment.payout.application.SendBatches;
import org.kolsuite.payment.payout.application.SendBatches.Preview;
import org.kolsuite.payment.payout.application.SendBatches.Previewed;
import org.kolsuite.payment.payout.application.SendBatches.Selection;
import org.kolsuite.payment.payout.model.BatchState;
import org.kolsuite.payment.payout.model.PayoutBatch;
import org.kolsuite.payment.request.Required;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** Payouts leave in batches: preview, create, download the file for the bank, and say that it was sent. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/payouts/batches")
@Tag(name = "Payout batches")
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class BatchResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    SendBatches sendBatches;

    @Inject
    ListPayouts listPayouts;

    /**
     * Which payouts are meant.
     *
     * @param payoutIds exactly these; left out for every queued one in the account's currency
     * @param dueUntil only what is due by then
     * @param executionDate one day for all; left out for each one's own due date
     */
    public record BatchRequest(
            UUID payingAccountId,
            @Nullable List<UUID> payoutIds,
            @Nullable LocalDate dueUntil,
            @Nullable LocalDate executionDate) {
        Selection toSelection() {
            return new Selection(
                    Required.field("payingAccountId", payingAccountId), payoutIds, dueUntil, executionDate);
        }
    }

    /** Why it is discarded. */
    public record DiscardRequest(String reason) {}

    /** One payout of a preview. */
    public record PreviewLine(
            UUID payoutId,
            String payeeName,
            Money amount,
            String endToEndId,
            LocalDate dueOn,
            LocalDate executionDate,
            @Nullable String heldBecause,
            boolean possibleDouble) {
        static PreviewLine of(Previewed one) {
            return new PreviewLine(
                    one.payout().id(),
                    one.payeeName(),
                    one.payout().amount(),
                    one.payout().endToEndId(),
                    one.payout().dueOn(),
                    one.executionDate(),
                    one.waitsFor() == null ? null : one.waitsFor().name(),
                    one.possibleDouble());
        }
    }

    /** @param pastDates how many would carry a day that is over; a bank executes those on the day it gets them */
    public record PreviewAnswer(
            PayoutResource.PayingAccountAnswer payingAccount,
            int payees,
            Money total,
            int pastDates,
            List<PreviewLine> included,
            List<PreviewLine> held) {
        static PreviewAnswer of(Preview preview) {
            return new PreviewAnswer(
                    PayoutResource.PayingAccountAnswer.of(preview.from()),
                    (int) preview.included().stream()
                            .map(one -> one.payout().payeeId())
                            .distinct()
                            .count(),
                    preview.total(),
                    preview.overdueDates(),
                    preview.included().stream().map(PreviewLine::of).toList(),
                    preview.held().stream().map(PreviewLine::of).toList());
        }
    }

    /** A batch. */
    public record BatchAnswer(
            UUID id,
            long version,
            UUID payingAccountId,
            String messageId,
            BatchState state,
            int payouts,
            Money total,
            String createdBy,
            Instant createdAt,
            @Nullable Instant closedAt) {
        static BatchAnswer of(PayoutBatch batch) {
            return new BatchAnswer(
                    batch.id(),
                    batch.version(),
                    batch.payingAccountId(),
                    batch.messageId(),
                    batch.state(),
                    batch.payouts(),
                    batch.total(),
                    batch.createdByName(),
                    batch.createdAt(),
                    batch.closedAt());
        }
    }

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<Page<BatchAnswer>> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return listPayouts.batches(callers.member(), cursor, limit).map(page -> page.map(BatchAnswer::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return listPayouts.batch(callers.member(), id).map(batch -> reply(batch).toResponse());
    }

    /** What would go and what is held back; nothing changes. */
    @POST
    @Path("/preview")
    public Uni<PreviewAnswer> preview(@Nullable BatchRequest body) {
        return sendBatches
                .preview(callers.member(), Required.body(body).toSelection())
                .map(PreviewAnswer::of);
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable BatchRequest body) {
        BatchRequest request = Required.body(body);
        Selection selection = request.toSelection();
        Caller.Member caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/payouts/batches",
                request,
                () -> sendBatches
                        .create(caller, selection)
                        .map(batch -> Reply.created(
                                "/api/v1/payouts/batches/" + batch.id(), batch.version(), BatchAnswer.of(batch))));
    }

    /** The file for the bank: pain.001.001.09. */
    @GET
    @Path("/{id}/file")
    @Produces(MediaType.APPLICATION_XML)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/xml",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "The batch was discarded and has no file.")
    public Uni<Response> file(@PathParam("id") UUID id) {
        return sendBatches
                .file(callers.member(), id)
                .map(bytes -> Response.ok(bytes)
                        .header("Content-Disposition", "attachment; filename=\"payouts-" + id + ".xml\"")
                        .build());
    }

    /** The file was handed to the bank. */
    @POST
    @Path("/{id}/send")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Uni<Response> send(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller.Member caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/payouts/batches/" + id + "/send",
                "",
                () -> sendBatches.send(caller, id).map(BatchResource::reply));
    }

    /** The batch has not left and never will; its payouts go back into the queue. */
    @POST
    @Path("/{id}/discard")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Uni<Response> discard(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable DiscardRequest body) {
        String reason = Required.text("reason", Required.body(body).reason(), 1000);
        Caller.Member caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/payouts/batches/" + id + "/discard",
                reason,
                () -> sendBatches.discard(caller, id, reason).map(BatchResource::reply));
    }

    private static Reply reply(PayoutBatch batch) {
        return Reply.ok(batch.version(), BatchAnswer.of(batch));
    }
}
