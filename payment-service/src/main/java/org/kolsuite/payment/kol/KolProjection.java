package org.kolsuite.payment.kol;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.StateProjection;

/** Payment's copy of the registry's KOLs, as an administrator has it rebuilt. */
@ApplicationScoped
public class KolProjection implements StateProjection<KolState> {
    @Inject
    KnownKols kols;

    @Override
    public String name() {
        return "kols";
    }

    @Override
    public String topic() {
        return Topics.KOL_STATE;
    }

    @Override
    public Class<KolState> type() {
        return KolState.class;
    }

    @Override
    public String table() {
        return "kol";
    }

    @Override
    public String hash() {
        return """
            select encode(sha256(convert_to(coalesce((select string_agg(
              concat_ws('|', kol_id, version, display_name, subject, agency_id), chr(10) order by kol_id) from kol), ''), 'UTF8')), 'hex')""";
    }

    /** Who was erased has the highest version that there is, so that no state is later. */
    @Override
    public String forgetVersions() {
        return """
            update kol set version = -1, subject = null where kol_id = any(:ids) and version < 9223372036854775807""";
    }

    @Override
    public Uni<?> take(KolState state) {
        return kols.take(state);
    }

    @Override
    public Uni<?> erase(UUID kolId) {
        return kols.forget(kolId);
    }
}
