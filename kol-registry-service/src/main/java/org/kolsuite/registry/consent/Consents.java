package org.kolsuite.registry.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.Columns;

/** Records and withdraws. Call inside a unit of work. */
@ApplicationScoped
public class Consents {
    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** On what ground of PIPL art. 13 the data is used. */
    public enum Basis {
        CONSENT,
        CONTRACT,
        PUBLIC_INFORMATION
    }

    /** One purpose, one ground. */
    public record Consent(
            UUID id,
            String purpose,
            Basis basis,
            @Nullable String evidence,
            Instant givenAt,
            @Nullable Instant withdrawnAt) {}

    public Uni<Consent> record(
            Caller caller,
            UUID kolId,
            String purpose,
            Basis basis,
            @Nullable String evidence,
            @Nullable Instant given) {
        Instant givenAt = given == null ? clock.instant() : given;
        Consent consent = new Consent(Ids.next(), purpose, basis, evidence, givenAt, null);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into consent (id, kol_id, purpose, basis, evidence, given_at, recorded_by)
                                values (:id, :kol, :purpose, :basis, :evidence, :given, :by)""")
                        .setParameter("id", consent.id())
                        .setParameter("kol", kolId)
                        .setParameter("purpose", purpose)
                        .setParameter("basis", basis.name())
                        .setParameter("evidence", evidence)
                        .setParameter("given", givenAt)
                        .setParameter("by", caller.subject())
                        .executeUpdate())
                .chain(() -> trail.record(
                        caller, "record-consent", "kol", kolId, null, null, Map.of("purpose", purpose, "basis", basis)))
                .replaceWith(consent);
    }

    public Uni<Void> withdraw(Caller caller, UUID kolId, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update consent set withdrawn_at = coalesce(withdrawn_at, :now)
                                where tenant_id = kol_tenant() and kol_id = :kol and id = :id""")
                        .setParameter("now", clock.instant())
                        .setParameter("kol", kolId)
                        .setParameter("id", id)
                        .executeUpdate())
                .invoke(changed -> {
                    if (changed == 0) {
                        throw new UnknownId("consent", id);
                    }
                })
                .chain(() -> trail.record(caller, "withdraw-consent", "kol", kolId, null, null, Map.of("consent", id)));
    }

    public Uni<List<Consent>> of(UUID kolId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, purpose, basis, evidence, given_at, withdrawn_at from consent
                                where tenant_id = kol_tenant() and kol_id = :kol order by given_at desc""", Object[].class)
                        .setParameter("kol", kolId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Consent(
                                (UUID) row[0],
                                (String) row[1],
                                Basis.valueOf((String) row[2]),
                                (String) row[3],
                                Columns.instant(row[4]),
                                Columns.instantOrNull(row[5])))
                        .toList());
    }
}
