package org.kolsuite.payment.payout.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payout.model.PayoutState.Batched;
import org.kolsuite.payment.payout.model.PayoutState.Queued;
import org.kolsuite.payment.payout.model.PayoutState.Returned;
import org.kolsuite.payment.payout.model.PayoutState.Sent;
import org.kolsuite.payment.payout.model.PayoutState.Settled;
import org.kolsuite.payment.payout.model.PayoutState.Unknown;

/**
 * One payment of one approved part of a fee.
 *
 * @param milestone the part of the fee
 * @param endToEndId travels through the banks unchanged and comes back on the statement; unique within the organisation
 * @param dueOn when the payee was promised the money
 */
public record Payout(
        UUID id,
        long version,
        UUID feeId,
        String milestone,
        UUID payeeId,
        Money amount,
        String endToEndId,
        LocalDate dueOn,
        PayoutState state) {

    /** @param endToEndId a reference the payee knows, or null for one of our own */
    public static Payout queue(
            UUID id,
            UUID feeId,
            String milestone,
            UUID payeeId,
            Money amount,
            @Nullable String endToEndId,
            LocalDate dueOn) {
        String reference = endToEndId == null ? ownReference(id) : endToEndId;
        return new Payout(id, 0, feeId, milestone, payeeId, amount, reference, dueOn, new Queued());
    }

    public Payout batch(UUID batchId, LocalDate executionDate) {
        return switch (state) {
            case Queued ignored -> in(new Batched(batchId, executionDate));
            default -> throw forbids("put it into a batch");
        };
    }

    /** Its batch was discarded before it left. */
    public Payout unbatch() {
        return switch (state) {
            case Batched ignored -> in(new Queued());
            default -> throw forbids("take it out of its batch");
        };
    }

    public Payout send(Instant at) {
        return switch (state) {
            case Batched batched -> in(new Sent(batched.batchId(), batched.executionDate(), at));
            default -> throw forbids("send");
        };
    }

    /** The answer is overdue. */
    public Payout noAnswer(Instant since) {
        return switch (state) {
            case Sent sent -> in(new Unknown(sent.batchId(), sent.executionDate(), sent.sentAt(), since, null, null));
            default -> throw forbids("mark it unknown");
        };
    }

    /** Somebody asked the bank what became of it. */
    public Payout ask(String enquiry, Instant at) {
        return switch (state) {
            case Unknown unknown ->
                in(new Unknown(
                        unknown.batchId(), unknown.executionDate(), unknown.sentAt(), unknown.since(), at, enquiry));
            default -> throw forbids("ask the bank about it");
        };
    }

    /** The statement shows it, on time or after it had been given up. */
    public Payout settle(String bankReference, LocalDate bookingDate) {
        return switch (state) {
            case Sent sent ->
                in(new Settled(sent.batchId(), sent.executionDate(), sent.sentAt(), bankReference, bookingDate));
            case Unknown unknown ->
                in(new Settled(
                        unknown.batchId(), unknown.executionDate(), unknown.sentAt(), bankReference, bookingDate));
            default -> throw forbids("settle");
        };
    }

    /** The match with the bank's line was a mistake: it is on its way as before. */
    public Payout unsettle() {
        return switch (state) {
            case Settled settled -> in(new Sent(settled.batchId(), settled.executionDate(), settled.sentAt()));
            default -> throw forbids("undo its settlement");
        };
    }

    public Payout giveBack(String reason) {
        return switch (state) {
            case Sent sent -> in(new Returned(sent.batchId(), sent.executionDate(), sent.sentAt(), reason, false));
            case Unknown unknown ->
                in(new Returned(unknown.batchId(), unknown.executionDate(), unknown.sentAt(), reason, false));
            case Settled settled ->
                in(new Returned(settled.batchId(), settled.executionDate(), settled.sentAt(), reason, true));
            default -> throw forbids("give it back");
        };
    }

    /** Whether the order is with the bank and its answer still open. */
    public boolean isOnItsWay() {
        return state instanceof Sent || state instanceof Unknown;
    }

    private static String ownReference(UUID id) {
        return "KS-" + id.toString().replace("-", "");
    }

    private Payout in(PayoutState next) {
        return new Payout(id, version, feeId, milestone, payeeId, amount, endToEndId, dueOn, next);
    }

    private PayoutRejection.PayoutStateForbids forbids(String command) {
        return new PayoutRejection.PayoutStateForbids(command, state);
    }
}
