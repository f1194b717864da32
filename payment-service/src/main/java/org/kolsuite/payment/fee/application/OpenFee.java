package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.model.FeeOrigin.Agreement;
import org.kolsuite.payment.fee.model.FeeTerms;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.payee.persistence.PayeeRepository;
import org.kolsuite.platform.caller.Caller;

/**
 * Opens the fee of an agreement, or refuses it. A refused fee is kept: what was agreed is not lost, and when its payee is
 * entered it opens by itself (docs/adr/0013); campaign then hears of it by the first {@code FeeApproved}.
 */
@ApplicationScoped
public class OpenFee {
    @Inject
    FeeRepository fees;

    @Inject
    PayeeRepository payees;

    @Inject
    KeepFees keepFees;

    /** In the transaction that is open; a second agreement of one collaboration has no effect. */
    public Uni<Void> open(Caller caller, Agreement agreement, FeeTerms terms) {
        return fees.lockOfCollaboration(agreement.collaborationId())
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().voidItem()
                        : payeeOf(agreement)
                                .chain(payee -> keepFees.add(caller, Fee.agreed(Ids.next(), agreement, payee, terms))));
    }

    private Uni<Optional<UUID>> payeeOf(Agreement agreement) {
        UUID agency = agreement.agencyId();
        Uni<Optional<Payee>> payee = agency == null ? payees.ofKol(agreement.kolId()) : payees.ofAgency(agency);
        return payee.map(found -> found.map(Payee::id));
    }
}
