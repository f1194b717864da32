package org.kolsuite.payment.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.Balance;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.HashChain;
import org.kolsuite.payment.ledger.model.LedgerRejection;
import org.kolsuite.payment.ledger.model.Periods;
import org.kolsuite.payment.ledger.model.Transaction;
import org.kolsuite.payment.ledger.persistence.LedgerRepository;
import org.kolsuite.payment.ledger.persistence.LedgerRepository.Books;
import org.kolsuite.payment.ledger.persistence.LedgerRepository.Head;
import org.kolsuite.payment.ledger.persistence.LedgerRepository.Linked;
import org.kolsuite.platform.caller.Caller;

/**
 * The only way into the ledger. In the transaction that is open: lock the head, move the balances (a guarded account that
 * would fall below zero refuses all of it), link each booking to the one before, write. All or nothing (CASES M23).
 *
 * <p>Everything else that a command locks, it locks before: payouts, then fees, then the head. Two that took them in another order
 * could wait for each other.
 */
@ApplicationScoped
public class PostTransactions {
    @Inject
    LedgerRepository ledger;

    @Inject
    Clock clock;

    /** Bookings to be made once it is known which months are open. */
    @FunctionalInterface
    public interface Bookings {
        List<Transaction> in(Periods periods);
    }

    /** Books what follows from something that has happened; use {@link Periods#bookableDay} for its day. */
    public Uni<List<Transaction>> post(Caller caller, Collection<Account> newAccounts, Bookings bookings) {
        return ledger.lockHead()
                .call(head -> newAccounts.isEmpty() ? Uni.createFrom().voidItem() : ledger.addAccounts(newAccounts))
                .chain(head -> {
                    List<Transaction> transactions = bookings.in(head.periods());
                    return transactions.isEmpty()
                            ? Uni.createFrom().item(transactions)
                            : append(caller, head, transactions).replaceWith(transactions);
                });
    }

    public Uni<List<Transaction>> post(Caller caller, Bookings bookings) {
        return post(caller, List.of(), bookings);
    }

    private Uni<Void> append(Caller caller, Head head, List<Transaction> transactions) {
        return ledger.books()
                .chain(books -> ledger.append(
                        link(head, transactions), move(books, transactions), clock.instant(), caller.subject()));
    }

    private static Collection<Balance> move(Books books, List<Transaction> transactions) {
        Map<String, Balance> present = new HashMap<>();
        books.balances()
                .forEach(balance -> present.put(
                        key(balance.account().code(), balance.amount().currency()), balance));
        Map<String, Balance> moved = new HashMap<>();
        for (Transaction transaction : transactions) {
            for (Entry entry : transaction.entries()) {
                Account account = books.accounts().get(entry.account());
                if (account == null) {
                    throw new LedgerRejection.AccountUnknown(entry.account());
                }
                String currency = entry.amount().currency();
                String key = key(entry.account(), currency);
                Balance before = present.getOrDefault(key, Balance.empty(account, currency));
                Balance after = before.after(entry);
                present.put(key, after);
                moved.put(key, after);
            }
        }
        return moved.values();
    }

    private static List<Linked> link(Head head, List<Transaction> transactions) {
        List<Linked> links = new ArrayList<>();
        long sequence = head.sequence();
        String previous = head.hash();
        for (Transaction transaction : transactions) {
            sequence++;
            String hash = HashChain.link(previous, sequence, transaction);
            links.add(new Linked(transaction, sequence, previous, hash));
            previous = hash;
        }
        return links;
    }

    private static String key(String account, String currency) {
        return account + " " + currency;
    }
}
