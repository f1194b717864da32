package org.kolsuite.payment.kol;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.payment.payee.application.KeepPayees;
import org.kolsuite.payment.sql.Sql;

/** Keeps what the registry says about KOLs, and forgets the person when it says so; joins the caller's transaction. */
@ApplicationScoped
class KnownKols {
    @Inject
    KeepPayees keepPayees;

    /** The link may arrive before the state; the state then fills in the name. */
    Uni<Void> link(KolLinked event) {
        return Sql.of("""
                        insert into kol (kol_id, version, display_name, subject) values (:id, -1, '', :subject)
                        on conflict (kol_id) do update set subject = excluded.subject""")
                .with("id", event.kolId())
                .with("subject", event.subject())
                .execute()
                .replaceWithVoid();
    }

    /** A state that is not newer than the one we have changes nothing (CASES W10). */
    Uni<Void> take(KolState state) {
        return Sql.of("""
                        insert into kol (kol_id, version, display_name, subject, agency_id)
                        values (:id, :version, :name, :subject, :agency)
                        on conflict (kol_id) do update set version = excluded.version, display_name = excluded.display_name,
                          subject = coalesce(excluded.subject, kol.subject), agency_id = excluded.agency_id
                        where kol.version < excluded.version""")
                .with("id", state.kolId())
                .with("version", state.version())
                .with("name", state.displayName())
                .with("subject", state.subject())
                .with("agency", state.agencyId())
                .execute()
                .replaceWithVoid();
    }

    /** Forgets the person; what was paid stays under no name. */
    Uni<Void> forget(UUID kolId) {
        return Sql.of(
                        "update kol set display_name = 'Erased KOL', subject = null, version = 9223372036854775807 where kol_id = :id")
                .with("id", kolId)
                .execute()
                .chain(() -> keepPayees.erase(kolId));
    }
}
