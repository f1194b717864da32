package org.kolsuite.registry.kol.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.kol.persistence.AccountRow;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;

/** A KOL, or the agency acting for KOLs, looks at the records about them: nothing of an organisation's own notes. */
@ApplicationScoped
public class ShowProfile {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Kols kols;

    /** The records linked to the KOL, or of the KOLs on the agency's roster; each belongs to one organisation. */
    public record Profile(List<Entry> items) {}

    /** One record. */
    public record Entry(
            UUID kolId,
            UUID organisationId,
            String displayName,
            @Nullable String country,
            List<Account> accounts) {
        static Entry of(KolRow kol, List<AccountRow> accounts) {
            return new Entry(
                    kol.id,
                    kol.tenant,
                    kol.displayName,
                    kol.country,
                    accounts.stream()
                            .filter(account -> account.kolId.equals(kol.id))
                            .map(account -> new Account(
                                    account.id,
                                    account.platform,
                                    account.handle,
                                    account.displayName,
                                    account.url,
                                    account.followers,
                                    account.measuredOn))
                            .toList());
        }
    }

    /** One account. */
    public record Account(
            UUID id,
            String platform,
            String handle,
            String displayName,
            @Nullable String url,
            @Nullable Long followers,
            @Nullable LocalDate measuredOn) {}

    public Uni<Profile> show(Caller caller) {
        return unitOfWork.as(caller, () -> kols.visible().chain(this::profile));
    }

    /** One record, in the transaction that is open. */
    Uni<Entry> entry(KolRow kol) {
        return kols.accountsOf(List.of(kol.id)).map(accounts -> Entry.of(kol, accounts));
    }

    private Uni<Profile> profile(List<KolRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(new Profile(List.of()));
        }
        return kols.accountsOf(rows.stream().map(row -> row.id).toList())
                .map(accounts -> new Profile(
                        rows.stream().map(row -> Entry.of(row, accounts)).toList()));
    }
}
