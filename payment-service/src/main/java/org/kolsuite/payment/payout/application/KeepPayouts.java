package org.kolsuite.payment.payout.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.payment.PayoutReturned;
import org.kolsuite.contracts.payment.PayoutSent;
import org.kolsuite.contracts.payment.PayoutSettled;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.model.FeeOrigin.Agreement;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.payout.model.PayoutState;
import org.kolsuite.payment.payout.persistence.PayoutRepository;
import org.kolsuite.platform.outbox.Outbox;

/**
 * Keeps payouts after the bank's word (or ours to the bank), moves the parts of their fees along, and tells the other
 * services; all in the transaction that is open. The bookings are the caller's.
 */
@ApplicationScoped
public class KeepPayouts {
    @Inject
    PayoutRepository payouts;

    @Inject
    FeeRepository fees;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    public Uni<Void> sent(List<Payout> sent) {
        return keep(sent, (fee, payout) -> fee);
    }

    public Uni<Void> settled(List<Payout> settled) {
        return keep(
                settled,
                (fee, payout) -> fee.settle(payout.milestone(), ((PayoutState.Settled) payout.state()).bookingDate()));
    }

    public Uni<Void> returned(List<Payout> returned) {
        return keep(
                returned,
                (fee, payout) -> fee.giveBack(payout.milestone(), ((PayoutState.Returned) payout.state()).reason()));
    }

    /** A settlement was undone; nobody outside was told a falsehood that the next match won't correct. */
    public Uni<Void> unsettled(Payout payout) {
        return fees.lock(payout.feeId())
                .chain(fee -> fees.save(List.of(fee.unsettle(payout.milestone(), clock.instant()))))
                .chain(() -> payouts.save(List.of(payout)));
    }

    /** Locks the fees of these payouts: before anything is booked, because fees come before the ledger's head. */
    public Uni<Void> lockFeesOf(Collection<Payout> changing) {
        return fees.lockAll(changing.stream().map(Payout::feeId).distinct().toList())
                .replaceWithVoid();
    }

    private interface OnFee {
        Fee move(Fee fee, Payout payout);
    }

    private Uni<Void> keep(List<Payout> changed, OnFee onFee) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return fees.lockAll(changed.stream().map(Payout::feeId).distinct().toList())
                .chain(locked -> {
                    Map<UUID, Fee> byId = locked.stream().collect(Collectors.toMap(Fee::id, Function.identity()));
                    Instant now = clock.instant();
                    List<Event> told = new ArrayList<>();
                    for (Payout payout : changed) {
                        Fee fee = byId.get(payout.feeId());
                        if (fee != null) {
                            byId.put(fee.id(), onFee.move(fee, payout));
                            told.add(event(fee, payout, now));
                        }
                    }
                    return payouts.save(changed)
                            .chain(() -> fees.save(List.copyOf(byId.values())))
                            .chain(() -> outbox.appendEvents(told));
                });
    }

    private static Event event(Fee fee, Payout payout, Instant now) {
        UUID collaboration = fee.origin() instanceof Agreement one ? one.collaborationId() : null;
        UUID kol = fee.origin() instanceof Agreement one ? one.kolId() : null;
        return switch (payout.state()) {
            case PayoutState.Sent sent ->
                new PayoutSent(
                        payout.id(), fee.id(), collaboration, kol, payout.amount(), payout.endToEndId(), sent.sentAt());
            case PayoutState.Settled settled ->
                new PayoutSettled(
                        payout.id(),
                        fee.id(),
                        collaboration,
                        kol,
                        payout.amount(),
                        payout.endToEndId(),
                        settled.bankReference(),
                        settled.bookingDate(),
                        now);
            case PayoutState.Returned returned ->
                new PayoutReturned(
                        payout.id(),
                        fee.id(),
                        collaboration,
                        kol,
                        payout.amount(),
                        payout.endToEndId(),
                        returned.reason(),
                        now);
            case PayoutState.Queued ignored -> throw untold(payout);
            case PayoutState.Batched ignored -> throw untold(payout);
            case PayoutState.Unknown ignored -> throw untold(payout);
        };
    }

    private static IllegalStateException untold(Payout payout) {
        return new IllegalStateException(
                "nobody is told of a payout that is " + payout.state().code());
    }
}
