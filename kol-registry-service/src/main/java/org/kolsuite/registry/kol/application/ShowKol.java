package org.kolsuite.registry.kol.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.audit.application.AuditAccounts;
import org.kolsuite.registry.audit.application.AuditAccounts.AuditRecord;
import org.kolsuite.registry.consent.Consents;
import org.kolsuite.registry.kol.model.HistoryPoint;
import org.kolsuite.registry.kol.model.NameSeen;
import org.kolsuite.registry.kol.persistence.AccountRow;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;
import org.kolsuite.registry.ratecard.RateCards;
import org.kolsuite.registry.ratecard.RateCards.Price;
import org.kolsuite.registry.result.PastResults;
import org.kolsuite.registry.result.PastResults.PastResult;

/** Gathers everything the organisation knows about a KOL. Runs in the transaction that is open. */
@ApplicationScoped
public class ShowKol {
    @Inject
    Kols kols;

    @Inject
    RateCards rateCards;

    @Inject
    AuditAccounts audits;

    @Inject
    PastResults results;

    @Inject
    Consents consents;

    /** A KOL with all there is. */
    record Dossier(
            KolRow kol, List<AccountDossier> accounts, List<PastResult> results, List<Consents.Consent> consents) {}

    /** An account with all there is. */
    record AccountDossier(
            AccountRow account,
            List<HistoryPoint> history,
            List<NameSeen> names,
            List<Price> prices,
            @Nullable AuditRecord audit) {}

    public Uni<KolAnswer> show(UUID kolId) {
        return kols.require(kolId)
                .chain(kol -> kols.accountsOf(List.of(kolId))
                        .chain(this::dossiers)
                        .chain(accounts -> results.of(kolId)
                                .chain(past -> consents.of(kolId)
                                        .map(given -> KolAnswer.of(new Dossier(kol, accounts, past, given))))));
    }

    private Uni<List<AccountDossier>> dossiers(List<AccountRow> accounts) {
        List<UUID> ids = accounts.stream().map(account -> account.id).toList();
        return rateCards
                .of(ids)
                .chain(prices -> audits.latest(ids).chain(audited -> {
                    Map<UUID, AuditRecord> byAccount =
                            audited.stream().collect(Collectors.toMap(AuditRecord::accountId, Function.identity()));
                    List<AccountDossier> dossiers = new ArrayList<>();
                    Uni<Void> chain = Uni.createFrom().voidItem();
                    for (AccountRow account : accounts) {
                        chain = chain.chain(() -> kols.historyOf(account.id))
                                .chain(history -> kols.namesOf(account.id)
                                        .invoke(names -> dossiers.add(new AccountDossier(
                                                account,
                                                history,
                                                names,
                                                prices.stream()
                                                        .filter(price -> price.accountId()
                                                                .equals(account.id))
                                                        .toList(),
                                                byAccount.get(account.id)))))
                                .replaceWithVoid();
                    }
                    return chain.map(done -> dossiers);
                }));
    }
}
