package org.kolsuite.registry.kol.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.outbox.Outbox;
import org.kolsuite.registry.kol.persistence.AccountRow;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;

/** Tells the other services how KOLs are now; in the transaction that changed them. */
@ApplicationScoped
public class KolStates {
    @Inject
    Kols kols;

    @Inject
    Outbox outbox;

    public Uni<Void> publish(Collection<UUID> kolIds) {
        if (kolIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return kols.byIds(kolIds)
                .chain(rows -> kols.accountsOf(kolIds).chain(accounts -> {
                    Map<UUID, List<AccountRow>> byKol =
                            accounts.stream().collect(Collectors.groupingBy(account -> account.kolId));
                    Uni<Void> chain = Uni.createFrom().voidItem();
                    for (KolRow kol : rows) {
                        if (kol.erasedAt == null) {
                            chain = chain.chain(() -> outbox.append(state(kol, byKol.getOrDefault(kol.id, List.of()))));
                        }
                    }
                    return chain;
                }));
    }

    private static KolState state(KolRow kol, List<AccountRow> accounts) {
        return new KolState(
                kol.id,
                kol.version,
                kol.displayName,
                kol.country,
                kol.subject,
                kol.agencyId,
                accounts.stream()
                        .map(account -> new KolState.Account(
                                account.id,
                                account.platform,
                                account.handle,
                                account.platformUid,
                                account.tier,
                                account.followers))
                        .toList());
    }
}
