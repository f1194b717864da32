package org.kolsuite.e2e.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What the suite has told its clients, and so must stand by: the log that every check is held against. */
final class Told {
    /** An ad-hoc fee as it was entered. */
    record Fee(String id, long amountMinor) {}

    /** Rows of a file that was taken, whose job said that it has ended. */
    record File(String prefix, int rows) {}

    /** A gift: what was taken, in order, and by when its invitation must have expired where nobody accepts it. */
    record Gift(String id, List<String> verbs, boolean leftToExpire) {
        Gift(String id, boolean leftToExpire) {
            this(id, new CopyOnWriteArrayList<>(), leftToExpire);
        }
    }

    private final Map<String, Fee> fees = new ConcurrentHashMap<>();
    private final Map<String, Fee> approved = new ConcurrentHashMap<>();
    private final List<File> kols = new CopyOnWriteArrayList<>();
    private final List<File> orders = new CopyOnWriteArrayList<>();
    private final Map<String, Gift> gifts = new ConcurrentHashMap<>();
    private final Map<String, Instant> invited = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private final List<Instant> brokenOff = new CopyOnWriteArrayList<>();
    private final List<GivenUp> givenUp = new CopyOnWriteArrayList<>();

    /** A request for which the gateway said that a service did not answer. */
    record GivenUp(Instant asked, Instant told) {}

    /** Requests that were answered with success; those that had to be sent again; reads of the ledger that balanced. */
    final AtomicLong accepted = new AtomicLong();

    final AtomicLong sentAgain = new AtomicLong();

    /** Answers that said 503. */
    final AtomicLong unavailable = new AtomicLong();

    final AtomicLong ledgerReads = new AtomicLong();

    void fee(String reference, Fee fee) {
        fees.put(reference, fee);
    }

    void approved(String reference, Fee fee) {
        approved.put(reference, fee);
    }

    void kols(File file) {
        kols.add(file);
    }

    void orders(File file) {
        orders.add(file);
    }

    void gift(Gift gift) {
        gifts.put(gift.id(), gift);
    }

    void invited(String gift, Instant at) {
        invited.put(gift, at);
    }

    /** Something that must not be, whatever part has failed. */
    void complain(String complaint) {
        complaints.add(complaint);
    }

    /** A request that began then got no answer at all. */
    void brokenOff(Instant asked) {
        brokenOff.add(asked);
    }

    /** A request that began then was refused now, because the service did not answer. */
    void givenUp(Instant asked) {
        givenUp.add(new GivenUp(asked, Instant.now()));
    }

    List<GivenUp> givenUp() {
        return List.copyOf(givenUp);
    }

    List<Instant> brokenOff() {
        return List.copyOf(brokenOff);
    }

    Map<String, Fee> fees() {
        return Map.copyOf(fees);
    }

    Map<String, Fee> approved() {
        return Map.copyOf(approved);
    }

    List<File> kols() {
        return List.copyOf(kols);
    }

    List<File> orders() {
        return List.copyOf(orders);
    }

    Map<String, Gift> gifts() {
        return Map.copyOf(gifts);
    }

    Map<String, Instant> invited() {
        return Map.copyOf(invited);
    }

    List<String> complaints() {
        return new ArrayList<>(complaints);
    }
}
