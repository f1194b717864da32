package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.fee.application.DecideOnFees.Outcome;
import org.kolsuite.payment.fee.application.DecideOnFees.Part;
import org.kolsuite.payment.fee.application.ListFees.Seen;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Idempotency.Intention;
import org.kolsuite.platform.idempotency.Idempotency.Result;
import org.kolsuite.platform.idempotency.Reply;

/**
 * Approvals that meet at the ledger go through it together (docs/adr/0021).
 *
 * <p>Every booking of an organisation takes the end of its chain, so that approvals go one after another however many connections there
 * are. Whoever comes while another's transaction is under way would only wait for it; here they wait as a group, and share the next
 * transaction:
 *
 * <pre>
 *   first caller   ──[ transaction of one ]──► answer
 *   second         ····waits···················[ transaction of all ]──► each its own answer
 *   third               ····waits··············[ who waited         ]
 * </pre>
 *
 * Each keeps its own key, rules, refusal, audit entry and answer, and nobody is answered before the commit. A caller alone waits for
 * nobody; only right after a shared transaction the next one gathers for a moment. When the shared transaction fails, each tries for
 * itself, and whoever wants a fee that somebody else holds waits for it by themselves: nobody fails for another's reason.
 */
@ApplicationScoped
public class ApproveTogether {
    /** Keeps a transaction short; more who wait make several. */
    private static final int MOST = 64;

    /**
     * How long a group waits for those who were in the last one and may come back with their next approval, in milliseconds. Else the
     * first to be back goes alone, and everybody else waits a whole transaction for that one.
     */
    private static final int GATHER = 3;

    @Inject
    Idempotency idempotency;

    @Inject
    FeeRepository fees;

    @Inject
    DecideOnFees decide;

    @Inject
    ListFees listFees;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "kol.postgres.patience")
    Duration patience;

    private final Map<UUID, Queue> queues = new HashMap<>();

    /** Those of one organisation who wait; there is a queue while a transaction of theirs is under way. */
    private static final class Queue {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int lastGroup = 1;

        /** Whether those who shared the last transaction are likely to come back. After a caller alone nobody is expected. */
        boolean expectsMore() {
            return lastGroup > 1 && waiting.size() < lastGroup;
        }
    }

    private record Decision(Caller.Member caller, Part part) {}

    /** What somebody wants is held by another transaction: they wait for it by themselves. */
    private static final class FeeIsHeld extends RuntimeException {
        private static final long serialVersionUID = 1;

        FeeIsHeld() {
            super("another transaction holds the fee", null, false, false);
        }
    }

    /**
     * Somebody who asked, on whose context the answer is given.
     *
     * @param since {@link System#nanoTime} when they came
     */
    private record Waiting(
            Intention<Decision> intention, Context context, UniEmitter<? super Reply> answer, long since) {
        void answer(Result result) {
            context.runOnContext(here -> {
                switch (result) {
                    case Result.Done(Reply reply) -> answer.complete(reply);
                    case Result.Refused(RuntimeException why) -> answer.fail(why);
                }
            });
        }

        void fail(Throwable failure) {
            context.runOnContext(here -> answer.fail(failure));
        }
    }

    /**
     * Approves one part, once per key.
     *
     * @param operation what the key is for
     */
    public Uni<Reply> approve(Caller.Member caller, String key, String operation, Part part) {
        var intention = new Intention<>(key, operation, List.of(part, ""), new Decision(caller, part));
        return Uni.createFrom().emitter(answer -> {
            Waiting somebody = new Waiting(intention, vertx.getOrCreateContext(), answer, System.nanoTime());
            if (isFirst(caller.tenant(), somebody)) {
                lead(caller.tenant(), List.of(somebody));
            }
        });
    }

    private synchronized boolean isFirst(UUID tenant, Waiting somebody) {
        Queue queue = queues.get(tenant);
        if (queue == null) {
            queues.put(tenant, new Queue());
            return true;
        }
        queue.waiting.add(somebody);
        return false;
    }

    /** The next group: those who waited longest, one for each fee, because the second on a fee decides on what the first made of it. */
    private synchronized List<Waiting> next(UUID tenant) {
        Queue queue = Objects.requireNonNull(queues.get(tenant));
        List<Waiting> next = new ArrayList<>();
        Set<UUID> fees = new HashSet<>();
        for (Iterator<Waiting> all = queue.waiting.iterator(); all.hasNext() && next.size() < MOST; ) {
            Waiting somebody = all.next();
            if (fees.add(somebody.intention().what().part().feeId())) {
                next.add(somebody);
                all.remove();
            }
        }
        queue.lastGroup = next.size();
        if (next.isEmpty()) {
            queues.remove(tenant);
        }
        return next;
    }

    /** Those who have waited as long as anybody waits for PostgreSQL. */
    private synchronized List<Waiting> overdue(UUID tenant) {
        Deque<Waiting> waiting = Objects.requireNonNull(queues.get(tenant)).waiting;
        long now = System.nanoTime();
        List<Waiting> overdue = waiting.stream()
                .filter(somebody -> now - somebody.since() >= patience.toNanos())
                .toList();
        waiting.removeAll(overdue);
        return overdue;
    }

    /** Runs on the context of the first of the group, which carries the transaction. */
    private void lead(UUID tenant, List<Waiting> group) {
        together(group)
                .subscribe()
                .with(
                        results -> {
                            for (int i = 0; i < group.size(); i++) {
                                if (results.get(i) instanceof Result.Refused(FeeIsHeld held)) {
                                    alone(group.get(i));
                                } else {
                                    group.get(i).answer(results.get(i));
                                }
                            }
                            leadNext(tenant);
                        },
                        failure -> {
                            if (failure instanceof TimeoutException) {
                                // PostgreSQL is silent, or the ledger is held: trying again would only be waiting once
                                // more.
                                group.forEach(somebody -> somebody.fail(failure));
                                overdue(tenant).forEach(somebody -> somebody.fail(failure));
                            } else if (group.size() == 1) {
                                group.getFirst().fail(failure);
                            } else {
                                group.forEach(this::alone);
                            }
                            leadNext(tenant);
                        });
    }

    private void leadNext(UUID tenant) {
        if (expectsMore(tenant)) {
            vertx.setTimer(GATHER, gathered -> leadGathered(tenant));
        } else {
            leadGathered(tenant);
        }
    }

    private synchronized boolean expectsMore(UUID tenant) {
        return Objects.requireNonNull(queues.get(tenant)).expectsMore();
    }

    private void leadGathered(UUID tenant) {
        List<Waiting> next = next(tenant);
        if (!next.isEmpty()) {
            next.getFirst().context.runOnContext(here -> lead(tenant, next));
        }
    }

    private void alone(Waiting somebody) {
        somebody.context.runOnContext(here -> together(List.of(somebody))
                .subscribe()
                .with(results -> somebody.answer(results.getFirst()), somebody::fail));
    }

    private Uni<List<Result>> together(List<Waiting> group) {
        return idempotency.each(
                group.getFirst().intention().what().caller(),
                group.stream().map(Waiting::intention).toList(),
                this::decided);
    }

    /** In the transaction that is open: what a group wants is taken at once and in order; one alone waits for what is held. */
    private Uni<List<Result>> decided(List<Decision> decisions) {
        if (decisions.size() == 1) {
            return decidedOn(decisions);
        }
        return fees.lockFree(decisions.stream()
                        .map(decision -> decision.part().feeId())
                        .toList())
                .chain(free -> {
                    List<Decision> open = decisions.stream()
                            .filter(decision -> free.contains(decision.part().feeId()))
                            .toList();
                    return decidedOn(open).map(results -> {
                        Iterator<Result> next = results.iterator();
                        return decisions.stream()
                                .map(decision -> free.contains(decision.part().feeId())
                                        ? next.next()
                                        : new Result.Refused(new FeeIsHeld()))
                                .toList();
                    });
                });
    }

    /** Each caller's parts by the same use case as alone, then how the fees stand now. */
    private Uni<List<Result>> decidedOn(List<Decision> decisions) {
        Map<Caller.Member, List<Part>> byCaller = new LinkedHashMap<>();
        decisions.forEach(decision -> byCaller.computeIfAbsent(decision.caller(), caller -> new ArrayList<>())
                .add(decision.part()));
        Map<Part, Outcome> outcomes = new HashMap<>();
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (var one : byCaller.entrySet()) {
            chain = chain.chain(() -> decide.approve(one.getKey(), one.getValue()))
                    .invoke(decided -> decided.forEach(outcome -> outcomes.put(outcome.part(), outcome)))
                    .replaceWithVoid();
        }
        return chain.chain(() -> listFees.these(decisions.stream()
                        .map(decision -> decision.part().feeId())
                        .distinct()
                        .toList()))
                .map(seen -> decisions.stream()
                        .map(decision -> result(
                                Objects.requireNonNull(outcomes.get(decision.part())),
                                seen.get(decision.part().feeId())))
                        .toList());
    }

    private static Result result(Outcome outcome, @Nullable Seen fee) {
        return outcome.refusal() != null
                ? new Result.Refused(outcome.refusal())
                : new Result.Done(Reply.ok(Objects.requireNonNull(fee).version(), fee));
    }
}
