package org.kolsuite.platform.tenancy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;

/**
 * One transaction on behalf of one caller. The caller is bound to the database transaction ({@code set_config} with
 * {@code is_local}), and row-level security shows only what that caller may see; nothing bound, no rows. The binding ends
 * with the transaction, so a pooled connection never carries it to the next caller (CASES S11).
 *
 * <p>Nobody waits for a silent PostgreSQL longer than {@code kol.postgres.patience}: then the caller is told so, and what
 * they asked for is not done, also when PostgreSQL comes back. Both sides see to that: here a transaction that was given up
 * is never committed, and there {@code transaction_timeout} ends it (CASES E11). The suite's own work (events, sweeps) has
 * nobody who waits, and takes the time it takes.
 */
@ApplicationScoped
public class UnitOfWork {
    private static final String BOUND = "kol.unit-of-work";
    private static final String WAIT = "kol.unit-of-work.wait";

    /** Fired after a commit, in the context of the transaction, so that nobody need wait for their next look at what it left. */
    public record Committed() {}

    @Inject
    Event<Committed> committed;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "kol.postgres.patience")
    Duration patience;

    /**
     * Runs the work in one transaction as the caller. Nested calls join the transaction that is open: the outermost
     * caller stays bound.
     */
    public <T> Uni<T> as(Caller caller, Supplier<Uni<T>> work) {
        Duration most = caller instanceof Caller.System ? Duration.ZERO : patience;
        return inTransaction(Binding.of(caller), most, work, true);
    }

    /**
     * Asks several questions about one and the same moment: what the first showed is there for the last, also when somebody else
     * takes it away in between. Nothing can be written. What joins a transaction that is open sees what that one sees.
     */
    public <T> Uni<T> atOneMoment(Caller caller, Supplier<Uni<T>> questions) {
        return inTransaction(Binding.of(caller), patience, questions, false, """
                set transaction isolation level repeatable read, read only""");
    }

    /**
     * As {@link #inBackground}, seeing throughout what was committed before its first question. It fails, and may be tried again, if
     * somebody else has changed since then what it changes: who needs a lock for that takes it before, in another transaction.
     */
    public <T> Uni<T> fromOneMoment(Caller caller, Supplier<Uni<T>> work) {
        return inTransaction(
                Binding.of(caller), Duration.ZERO, work, true, "set transaction isolation level repeatable read");
    }

    /**
     * Runs the work beside the open transaction, with a connection of its own, so that it can open one of its own. The open one
     * goes on when the work has ended, and keeps its locks meanwhile: the work must not ask for them.
     */
    public <T> Uni<T> beside(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> {
            Context here = vertx.getOrCreateContext();
            Context apart = VertxContext.createNewDuplicatedContext(here);
            VertxContextSafetyToggle.setContextSafe(apart, true);
            apart.runOnContext(now -> Uni.createFrom()
                    .deferred(() -> work.get())
                    .subscribe()
                    .with(
                            done -> here.runOnContext(then -> answer.complete(done)),
                            failure -> here.runOnContext(then -> answer.fail(failure))));
        });
    }

    /** As {@link #as}, for work in somebody's name that nobody waits for: it takes the time it takes. */
    public <T> Uni<T> inBackground(Caller caller, Supplier<Uni<T>> work) {
        return inTransaction(Binding.of(caller), Duration.ZERO, work, true);
    }

    /**
     * Reads across tenants: for relays and sweeps that look for due rows, never behind an endpoint. Only {@code select}
     * is possible; the work on each row then runs as {@link Caller.System} of its tenant.
     */
    public <T> Uni<T> acrossTenants(Supplier<Uni<T>> work) {
        return inTransaction(new Binding("", "", "", "system", "system"), Duration.ZERO, work, false);
    }

    /**
     * Binds a tenant inside the open transaction, for a KOL's or agency's command after it found the row under its own
     * visibility: from here the use case runs as it does for a member, on that one row's tenant.
     */
    public Uni<Void> enter(UUID tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select set_config('kol.tenant', :tenant, true)")
                        .setParameter("tenant", tenant.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /**
     * Lets the open transaction take the time it takes: for an administrator's rebuild or proof, which is long by nature.
     */
    public Uni<Void> unhurried() {
        Wait wait = ContextLocals.<Wait>get(WAIT).orElse(null);
        if (wait != null) {
            vertx.cancelTimer(wait.timer);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select set_config('transaction_timeout', '0', true)
                                    || set_config('idle_in_transaction_session_timeout', '0', true)""").getSingleResult())
                .replaceWithVoid();
    }

    /** Somebody waits for the open transaction, until the timer goes off. */
    private static final class Wait {
        private long timer;
        private boolean over;
    }

    /**
     * @param most how long somebody waits for it; zero where nobody does
     * @param told whether its commit is told; what joins a transaction tells nothing, for nothing of it is committed yet
     */
    private <T> Uni<T> inTransaction(Binding binding, Duration most, Supplier<Uni<T>> work, boolean told) {
        return inTransaction(binding, most, work, told, null);
    }

    /** @param characteristics the statement that must come before every question; null for the database's usual way */
    private <T> Uni<T> inTransaction(
            Binding binding, Duration most, Supplier<Uni<T>> work, boolean told, @Nullable String characteristics) {
        return Uni.createFrom().deferred(() -> {
            if (ContextLocals.get(BOUND, false)) {
                return work.get();
            }
            MDC.put("tenant", binding.tenant);
            Wait wait = new Wait();
            Uni<T> transaction = Panache.withTransaction(() -> {
                        ContextLocals.put(BOUND, true);
                        ContextLocals.put(WAIT, wait);
                        return begin(characteristics)
                                .chain(() -> bind(binding, most))
                                .chain(() -> work.get())
                                .call(Panache::flush)
                                .invoke(() -> {
                                    if (wait.over) {
                                        throw new IllegalStateException("nobody waits for this any more");
                                    }
                                });
                    })
                    .eventually(() -> {
                        ContextLocals.remove(BOUND);
                        ContextLocals.remove(WAIT);
                    });
            Uni<T> ended = most.isZero() ? transaction : within(most, transaction, wait);
            return told ? ended.invoke(() -> committed.fire(new Committed())) : ended;
        });
    }

    /** Fails in time; the transaction itself goes on to its end, which then is a rollback. */
    private <T> Uni<T> within(Duration most, Uni<T> transaction, Wait wait) {
        return Uni.createFrom().emitter(answer -> {
            Context context = vertx.getOrCreateContext();
            wait.timer = vertx.setTimer(
                    most.toMillis(),
                    late -> context.runOnContext(now -> {
                        wait.over = true;
                        answer.fail(
                                new TimeoutException("PostgreSQL did not answer within " + most.toMillis() + " ms"));
                    }));
            transaction
                    .subscribe()
                    .with(
                            done -> {
                                vertx.cancelTimer(wait.timer);
                                answer.complete(done);
                            },
                            failure -> {
                                vertx.cancelTimer(wait.timer);
                                answer.fail(failure);
                            });
        });
    }

    private static Uni<Void> begin(@Nullable String characteristics) {
        return characteristics == null
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session ->
                                session.createNativeQuery(characteristics).executeUpdate())
                        .replaceWithVoid();
    }

    /**
     * Says who asks. Without a result class: a native query that has one is a new key in Hibernate's cache of plans each time it runs
     * (its result builder has no {@code equals}), so that what runs with every transaction would search and fill that cache for nothing.
     */
    private static Uni<Void> bind(Binding binding, Duration most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select set_config('kol.tenant', :tenant, true) || set_config('kol.subject', :subject, true)
                                    || set_config('kol.agency', :agency, true) || set_config('kol.scope', :scope, true)
                                    || set_config('kol.owner', :owner, true)
                                    || set_config('transaction_timeout', :most, true)""")
                        .setParameter("tenant", binding.tenant)
                        .setParameter("subject", binding.subject)
                        .setParameter("agency", binding.agency)
                        .setParameter("scope", binding.scope)
                        .setParameter("owner", binding.owner)
                        .setParameter("most", String.valueOf(most.toMillis()))
                        .getSingleResult())
                .replaceWithVoid();
    }

    /**
     * What is told to PostgreSQL. {@code owner} names who idempotency keys belong to, and stays when a tenant is
     * entered.
     */
    private record Binding(String tenant, String subject, String agency, String scope, String owner) {
        static Binding of(Caller caller) {
            return switch (caller) {
                case Caller.Member member ->
                    new Binding(member.tenant().toString(), "", "", "", "tenant:" + member.tenant());
                case Caller.System system ->
                    new Binding(system.tenant().toString(), "", "", "", "tenant:" + system.tenant());
                case Caller.Kol kol -> new Binding("", kol.subject(), "", "", "kol:" + kol.subject());
                case Caller.Agency agency ->
                    new Binding("", "", agency.agencyId().toString(), "", "agency:" + agency.agencyId());
            };
        }
    }
}
