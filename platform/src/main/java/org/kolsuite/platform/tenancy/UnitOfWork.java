package org.kolsuite.platform.tenancy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.kolsuite.platform.caller.Caller;

/**
 * One transaction on behalf of one caller. The caller is bound to the database transaction ({@code set_config} with
 * {@code is_local}), and row-level security shows only what that caller may see; nothing bound, no rows. The binding ends
 * with the transaction, so a pooled connection never carries it to the next caller (CASES S11).
 */
@ApplicationScoped
public class UnitOfWork {
    private static final String BOUND = "kol.unit-of-work";

    /** Fired after a commit, so that the relay need not wait for its next look. */
    public record Committed() {}

    @Inject
    Event<Committed> committed;

    /**
     * Runs the work in one transaction as the caller. Nested calls join the transaction that is open: the outermost
     * caller stays bound.
     */
    public <T> Uni<T> as(Caller caller, Supplier<Uni<T>> work) {
        return inTransaction(Binding.of(caller), work).invoke(() -> committed.fire(new Committed()));
    }

    /**
     * Reads across tenants: for relays and sweeps that look for due rows, never behind an endpoint. Only {@code select}
     * is possible; the work on each row then runs as {@link Caller.System} of its tenant.
     */
    public <T> Uni<T> acrossTenants(Supplier<Uni<T>> work) {
        return inTransaction(new Binding("", "", "", "system", "system"), work);
    }

    /**
     * Binds a tenant inside the open transaction, for a KOL's or agency's command after it found the row under its own
     * visibility: from here the use case runs as it does for a member, on that one row's tenant.
     */
    public Uni<Void> enter(UUID tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select set_config('kol.tenant', :tenant, true)", String.class)
                        .setParameter("tenant", tenant.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    private <T> Uni<T> inTransaction(Binding binding, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (ContextLocals.get(BOUND, false)) {
                return work.get();
            }
            MDC.put("tenant", binding.tenant);
            return Panache.withTransaction(() -> {
                        ContextLocals.put(BOUND, true);
                        return bind(binding).chain(() -> work.get()).call(Panache::flush);
                    })
                    .eventually(() -> {
                        ContextLocals.remove(BOUND);
                    });
        });
    }

    private static Uni<Void> bind(Binding binding) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select set_config('kol.tenant', :tenant, true) || set_config('kol.subject', :subject, true)
                                    || set_config('kol.agency', :agency, true) || set_config('kol.scope', :scope, true)
                                    || set_config('kol.owner', :owner, true)""", String.class)
                        .setParameter("tenant", binding.tenant)
                        .setParameter("subject", binding.subject)
                        .setParameter("agency", binding.agency)
                        .setParameter("scope", binding.scope)
                        .setParameter("owner", binding.owner)
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
