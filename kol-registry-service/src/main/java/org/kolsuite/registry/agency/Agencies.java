package org.kolsuite.registry.agency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.registry.kol.application.Country;
import org.kolsuite.registry.kol.application.KolStates;
import org.kolsuite.registry.kol.model.KolErasedAlready;
import org.kolsuite.registry.kol.persistence.Kols;

/** Agencies and their rosters. Call inside a unit of work. */
@ApplicationScoped
public class Agencies {
    @Inject
    Kols kols;

    @Inject
    KolStates states;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** Someone on a roster, now or once. */
    public record RosterEntry(
            UUID kolId,
            String displayName,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}

    public Uni<List<AgencyRow>> list() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from AgencyRow order by name, id", AgencyRow.class)
                        .getResultList());
    }

    public Uni<AgencyRow> require(UUID id) {
        return find(id).onItem().ifNull().failWith(() -> new UnknownId("agency", id));
    }

    /** @param id the agency's in the identity provider, where it signs in itself; null for a new one */
    public Uni<AgencyRow> create(
            Caller.Member caller, @Nullable UUID id, String name, @Nullable String country, @Nullable String notes) {
        AgencyRow agency = new AgencyRow();
        agency.tenant = caller.tenant();
        agency.id = Objects.requireNonNullElseGet(id, Ids::next);
        agency.name = name;
        agency.country = Country.code(country);
        agency.notes = notes;
        agency.createdAt = clock.instant();
        return find(agency.id)
                .invoke(present -> {
                    if (present != null) {
                        throw new AgencyRegisteredAlready();
                    }
                })
                .chain(() -> Panache.getSession())
                .chain(session -> session.persist(agency))
                .chain(() ->
                        trail.record(caller, "create-agency", "agency", agency.id, null, null, Map.of("name", name)))
                .replaceWith(agency);
    }

    /** @param ifMatch the version that the caller has seen */
    public Uni<AgencyRow> change(
            Caller caller,
            UUID id,
            @Nullable String ifMatch,
            String name,
            @Nullable String country,
            @Nullable String notes) {
        return require(id).call(agency -> {
            IfMatch.require(ifMatch, agency.version);
            Words before = Words.of(agency);
            agency.name = name;
            agency.country = Country.code(country);
            agency.notes = notes;
            return Panache.flush()
                    .chain(() -> trail.record(caller, "change-agency", "agency", id, null, before, Words.of(agency)));
        });
    }

    /** What the organisation says about an agency, for the trail. */
    private record Words(
            String name, @Nullable String country, @Nullable String notes) {
        static Words of(AgencyRow agency) {
            return new Words(agency.name, agency.country, agency.notes);
        }
    }

    /** From today on the agency speaks for the KOL. */
    public Uni<Void> sign(Caller caller, UUID agencyId, UUID kolId) {
        return require(agencyId).chain(() -> kols.require(kolId)).chain(kol -> {
            if (kol.erasedAt != null) {
                throw new KolErasedAlready();
            }
            if (agencyId.equals(kol.agencyId)) {
                return Uni.createFrom().voidItem();
            }
            if (kol.agencyId != null) {
                throw new RepresentedElsewhere();
            }
            kol.agencyId = agencyId;
            kol.updatedAt = clock.instant();
            return Panache.flush()
                    .chain(() -> change("""
                            insert into roster_entry (agency_id, kol_id, joined_on) values (:agency, :kol, :today)
                            on conflict (tenant_id, agency_id, kol_id, joined_on) do update set left_on = null""", agencyId, kolId))
                    .chain(() -> states.publish(List.of(kolId)))
                    .chain(() ->
                            trail.record(caller, "join-roster", "kol", kolId, null, null, Map.of("agency", agencyId)));
        });
    }

    /** From today on the agency no longer speaks for the KOL. */
    public Uni<Void> release(Caller caller, UUID agencyId, UUID kolId) {
        return require(agencyId).chain(() -> kols.require(kolId)).chain(kol -> {
            if (!agencyId.equals(kol.agencyId)) {
                throw new UnknownId("roster entry", kolId);
            }
            kol.agencyId = null;
            kol.updatedAt = clock.instant();
            return Panache.flush()
                    .chain(() -> change("""
                            update roster_entry set left_on = greatest(joined_on, :today)
                            where tenant_id = kol_tenant() and agency_id = :agency and kol_id = :kol and left_on is null""", agencyId, kolId))
                    .chain(() -> states.publish(List.of(kolId)))
                    .chain(() ->
                            trail.record(caller, "leave-roster", "kol", kolId, null, null, Map.of("agency", agencyId)));
        });
    }

    /** Who is or was on the roster, present ones first. */
    public Uni<List<RosterEntry>> roster(UUID agencyId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select r.kol_id, k.display_name, r.joined_on, r.left_on from roster_entry r
                                join kol k on k.tenant_id = r.tenant_id and k.id = r.kol_id
                                where r.tenant_id = kol_tenant() and r.agency_id = :agency
                                order by r.left_on is not null, k.display_name, r.kol_id, r.joined_on desc""", Object[].class)
                        .setParameter("agency", agencyId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new RosterEntry((UUID) row[0], (String) row[1], (LocalDate) row[2], (LocalDate) row[3]))
                        .toList());
    }

    private static Uni<AgencyRow> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from AgencyRow where id = :id", AgencyRow.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }

    private Uni<Void> change(String statement, UUID agencyId, UUID kolId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter("agency", agencyId)
                        .setParameter("kol", kolId)
                        .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
