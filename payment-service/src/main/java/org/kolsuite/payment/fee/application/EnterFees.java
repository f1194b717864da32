package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.model.FeeOrigin;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.fee.model.Milestone;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.fee.persistence.FeeRepository.ImportLine;
import org.kolsuite.payment.payee.application.FindOrEnterPayees;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.payee.persistence.PayeeRepository;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Enters ad-hoc fees: one from a form, or many from a file. The payee is the owner of the account: an account that is
 * known belongs to the payee who has it, whatever name stands beside it this time; an unknown one makes a new payee.
 */
@ApplicationScoped
public class EnterFees {
    /** What SEPA lets through the banks unchanged. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9?:().,'+-][A-Za-z0-9/?:().,'+ -]{0,34}");

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    FeeRepository fees;

    @Inject
    PayeeRepository payees;

    @Inject
    FindOrEnterPayees findOrEnter;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** A fee before it has a payee. */
    public record Draft(
            BankDetails bank,
            Money amount,
            LocalDate dueOn,
            @Nullable String reference,
            @Nullable ImportLine line) {
        public Draft {
            requireReference(reference);
        }
    }

    /** A draft that did not become a fee, and why. */
    public record Refused(Draft draft, FeeRejection why) {}

    /** What became of the drafts. */
    public record Entered(List<Fee> fees, List<Refused> refused, Set<UUID> otherNames) {}

    /** A fee for a payee who is there. */
    public Uni<Fee> enter(
            Caller.Member caller, UUID payeeId, Money amount, LocalDate dueOn, @Nullable String reference) {
        requireReference(reference);
        return unitOfWork.as(
                caller,
                () -> payees.find(payeeId).chain(payee -> {
                    Fee fee =
                            Fee.adHoc(Ids.next(), new FeeOrigin.AdHoc(reference, payee.name()), payeeId, amount, dueOn);
                    return requireFree(reference)
                            .chain(() -> fees.add(caller, List.of(fee)))
                            .chain(() -> trail.record(caller, "enter-fee", "fee", fee.id(), null, null, amount))
                            .replaceWith(fee);
                }));
    }

    /** A fee for whoever owns the account. */
    public Uni<Fee> enter(Caller.Member caller, Draft draft) {
        return unitOfWork.as(
                caller,
                () -> enterAll(caller, List.of(draft), false)
                        .map(entered -> entered.fees().stream()
                                .findFirst()
                                .orElseThrow(() -> entered.refused().getFirst().why())));
    }

    /**
     * Many at once, in the transaction that is open; a draft whose reference is taken is refused, the others go on.
     *
     * @param request whether they are put before a second person at once
     */
    public Uni<Entered> enterAll(Caller caller, List<Draft> drafts, boolean request) {
        List<String> references =
                drafts.stream().map(Draft::reference).filter(Objects::nonNull).toList();
        return fees.takenReferences(references)
                .chain(taken -> findOrEnter
                        .all(caller, drafts.stream().map(Draft::bank).toList())
                        .chain(owners -> {
                            Entered entered = requested(caller, sort(drafts, owners, new HashSet<>(taken)), request);
                            Map<UUID, ImportLine> lines = linesOf(entered, drafts);
                            return fees.add(caller, entered.fees(), lines)
                                    .chain(() -> trailOf(caller, entered))
                                    .replaceWith(entered);
                        }));
    }

    private Entered requested(Caller caller, Entered entered, boolean request) {
        if (!request) {
            return entered;
        }
        List<Fee> fees = entered.fees().stream()
                .map(fee -> fee.request(Milestone.WHOLE, caller.subject(), clock.instant()))
                .toList();
        return new Entered(fees, entered.refused(), entered.otherNames());
    }

    private static Entered sort(List<Draft> drafts, Map<String, Payee> owners, Set<String> taken) {
        List<Fee> entered = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        Set<UUID> otherNames = new HashSet<>();
        for (Draft draft : drafts) {
            String reference = draft.reference();
            if (reference != null && !taken.add(reference)) {
                refused.add(new Refused(draft, new FeeRejection.ReferenceUsed(reference)));
                continue;
            }
            Payee owner =
                    Objects.requireNonNull(owners.get(draft.bank().account().value()));
            Fee fee = Fee.adHoc(
                    Ids.next(),
                    new FeeOrigin.AdHoc(reference, draft.bank().holder()),
                    owner.id(),
                    draft.amount(),
                    draft.dueOn());
            entered.add(fee);
            if (!owner.name().equalsIgnoreCase(draft.bank().holder())) {
                otherNames.add(fee.id());
            }
        }
        return new Entered(entered, refused, otherNames);
    }

    /** Fees stand in the order of their drafts, the refused ones left out. */
    private static Map<UUID, ImportLine> linesOf(Entered entered, List<Draft> drafts) {
        Set<Draft> left = new HashSet<>();
        entered.refused().forEach(one -> left.add(one.draft()));
        List<Draft> kept = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!left.remove(draft)) {
                kept.add(draft);
            }
        }
        Map<UUID, ImportLine> lines = new HashMap<>();
        for (int i = 0; i < entered.fees().size(); i++) {
            ImportLine line = kept.get(i).line();
            if (line != null) {
                lines.put(entered.fees().get(i).id(), line);
            }
        }
        return lines;
    }

    private Uni<Void> trailOf(Caller caller, Entered entered) {
        return entered.fees().size() == 1
                ? trail.record(
                        caller, "enter-fee", "fee", entered.fees().getFirst().id(), null, null, null)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> requireFree(@Nullable String reference) {
        if (reference == null) {
            return Uni.createFrom().voidItem();
        }
        return fees.takenReferences(List.of(reference))
                .invoke(taken -> {
                    if (!taken.isEmpty()) {
                        throw new FeeRejection.ReferenceUsed(reference);
                    }
                })
                .replaceWithVoid();
    }

    private static void requireReference(@Nullable String reference) {
        if (reference != null && !REFERENCE.matcher(reference).matches()) {
            throw new FeeRejection.ReferenceMalformed();
        }
    }
}
