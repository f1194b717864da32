package org.kolsuite.payment.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.Balance;
import org.kolsuite.payment.ledger.model.Booked;
import org.kolsuite.payment.ledger.model.LedgerRejection;
import org.kolsuite.payment.ledger.persistence.LedgerRepository;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Looking at accounts, balances and bookings. */
@ApplicationScoped
public class ReadLedger {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    LedgerRepository ledger;

    public Uni<Collection<Account>> accounts(Caller caller) {
        return unitOfWork.as(caller, () -> ledger.accounts().map(accounts -> accounts.values()));
    }

    public Uni<List<Balance>> balances(Caller caller) {
        return unitOfWork.as(caller, () -> ledger.balances());
    }

    public Uni<Booked> transaction(Caller caller, UUID id) {
        return unitOfWork.as(
                caller, () -> ledger.find(id).map(found -> found.orElseThrow(LedgerRejection.TransactionUnknown::new)));
    }

    /** Newest first; of one account or about one thing when asked. */
    public Uni<Page<Booked>> transactions(
            Caller caller,
            @Nullable String account,
            @Nullable UUID subject,
            @Nullable String cursorText,
            @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 1);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> ledger.newest(cursor == null ? null : cursor.number(0), account, subject, limit + 1)
                        .map(rows -> Page.of(rows, limit, booked -> Cursor.of(booked.sequence()), null)));
    }
}
