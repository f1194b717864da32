package org.kolsuite.payment.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kolsuite.payment.ledger.model.ChainVerifier;
import org.kolsuite.payment.ledger.persistence.LedgerRepository;
import org.kolsuite.payment.ledger.persistence.LedgerRepository.Head;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Walks the whole chain and compares every balance: what was changed behind the application's back is named (CASES M25). */
@ApplicationScoped
public class VerifyLedger {
    private static final int STEP = 1000;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    LedgerRepository ledger;

    public Uni<ChainVerifier> verify(Caller caller) {
        ChainVerifier verifier = new ChainVerifier();
        // The head is locked first, so that no booking lands in the middle of the walk.
        return unitOfWork.as(
                caller,
                () -> unitOfWork
                        .unhurried()
                        .chain(() -> ledger.lockHead())
                        .chain(head -> walk(verifier, 0).invoke(() -> finish(verifier, head)))
                        .chain(() -> ledger.balances())
                        .invoke(balances -> balances.forEach(verifier::checkBalance))
                        .replaceWith(verifier));
    }

    private Uni<Void> walk(ChainVerifier verifier, long after) {
        return ledger.linksAfter(after, STEP).chain(links -> {
            links.forEach(verifier::check);
            return links.size() < STEP
                    ? Uni.createFrom().voidItem()
                    : walk(verifier, links.getLast().sequence());
        });
    }

    private static void finish(ChainVerifier verifier, Head head) {
        verifier.finish(head.sequence(), head.hash());
    }
}
