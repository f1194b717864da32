package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.platform.caller.Caller;

/** What a collaboration does to its fee after it was agreed: milestones are reached, or all of it is cancelled. */
@ApplicationScoped
public class FollowCollaboration {
    @Inject
    FeeRepository fees;

    @Inject
    KeepFees keepFees;

    @ConfigProperty(name = "kol.payment.term-days")
    int termDays;

    /** Puts the part into the queue; nothing happens to a part that has moved on. */
    public Uni<Void> milestoneReached(Caller caller, UUID collaborationId, String milestone, Instant at) {
        return fees.lockOfCollaboration(collaborationId)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keepFees.keep(
                                caller,
                                List.of(new Fee.Change(known.get().reach(milestone, dueAfter(at)), List.of()))));
    }

    /** Voids what is not approved, and owes the compensation. A collaboration without a fee needs neither. */
    public Uni<Void> cancelled(Caller caller, UUID collaborationId, Money compensation, String reason, Instant at) {
        return fees.lockOfCollaboration(collaborationId)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keepFees.keep(caller, List.of(known.get().cancel(compensation, dueAfter(at), reason))));
    }

    private LocalDate dueAfter(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(termDays);
    }
}
