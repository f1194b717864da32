package org.kolsuite.payment.payee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.payee.persistence.PayeeRepository;
import org.kolsuite.payment.secret.BankSecrets;
import org.kolsuite.platform.caller.Caller;

/** Whose account this is: the payee who has it, or a new one. */
@ApplicationScoped
public class FindOrEnterPayees {
    @Inject
    PayeeRepository payees;

    @Inject
    BankSecrets secrets;

    @Inject
    Clock clock;

    /** The payees by account number, in the transaction that is open. */
    public Uni<Map<String, Payee>> all(Caller caller, List<BankDetails> accounts) {
        Map<String, BankDetails> byPrint = new LinkedHashMap<>();
        accounts.forEach(details -> byPrint.putIfAbsent(secrets.fingerprint(details.account()), details));
        return payees.withAccounts(byPrint.keySet()).chain(known -> {
            Map<String, Payee> owners = new HashMap<>();
            List<Payee> added = new ArrayList<>();
            byPrint.forEach((print, details) -> {
                Payee owner = known.get(print);
                if (owner == null) {
                    owner = Payee.enter(Ids.next(), details.holder(), null, null)
                            .enterBank(details, caller.subject(), clock.instant());
                    added.add(owner);
                }
                owners.put(details.account().value(), owner);
            });
            return payees.addAll(added)
                    // Fees are written by SQL of their own: the payees they point to must stand first.
                    .chain(() -> payees.flush())
                    .replaceWith(owners);
        });
    }
}
