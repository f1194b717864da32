package org.kolsuite.payment.payout.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kolsuite.payment.payout.model.PayingAccount;
import org.kolsuite.payment.payout.persistence.BatchRepository;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** The organisation's own accounts, from which payouts leave. */
@ApplicationScoped
public class PayingAccounts {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    BatchRepository batches;

    @Inject
    AuditTrail trail;

    public Uni<PayingAccount> add(Caller caller, PayingAccount account) {
        return unitOfWork.as(
                caller,
                () -> batches.add(account)
                        .chain(() -> trail.record(
                                caller,
                                "add-paying-account",
                                "paying-account",
                                account.id(),
                                null,
                                null,
                                account.name()))
                        .replaceWith(account));
    }

    public Uni<List<PayingAccount>> list(Caller caller) {
        return unitOfWork.as(caller, () -> batches.payingAccounts());
    }
}
