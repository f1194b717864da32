package org.kolsuite.payment.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.model.ChartOfAccounts;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.Transaction;
import org.kolsuite.platform.caller.Caller;

/** A gift that left the warehouse is cost, goods and carriage alike. */
@ApplicationScoped
public class BookGift {
    @Inject
    PostTransactions ledger;

    /** In the transaction that is open; amounts of zero are not booked. */
    public Uni<Void> book(Caller caller, UUID collaborationId, Money product, Money shipping, Instant at) {
        List<Entry> entries = Stream.of(product, shipping)
                .filter(Money::isPositive)
                .flatMap(amount -> Stream.of(
                        Entry.debit(ChartOfAccounts.GIFTS, amount), Entry.credit(ChartOfAccounts.GOODS, amount)))
                .toList();
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return ledger.post(
                        caller,
                        periods -> List.of(new Transaction(
                                Ids.next(),
                                "GIFT_SHIPPED",
                                periods.bookableDay(day),
                                at,
                                collaborationId,
                                "Gift shipped: goods " + product + ", carriage " + shipping,
                                null,
                                entries)))
                .replaceWithVoid();
    }
}
