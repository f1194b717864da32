package org.kolsuite.reporting.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.StateProjection;

/** Reporting's copy of the KOLs and their accounts, as an administrator has it rebuilt. */
@ApplicationScoped
public class KolDirectory implements StateProjection<KolState> {
    @Inject
    KeepDirectory keep;

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
        return "kol_known";
    }

    @Override
    public String hash() {
        return """
            select encode(sha256(convert_to(coalesce((select string_agg(row, chr(10) order by row) from (
              select concat_ws('|', 'kol', kol_id, version, display_name, country, subject, agency_id) as row from kol_known
              union all
              select concat_ws('|', 'account', account_id, kol_id, platform, handle, tier, followers) from account_known) rows), ''),
              'UTF8')), 'hex')""";
    }

    /** Of who was erased the topic has a tombstone and no state. */
    @Override
    public String forgetVersions() {
        return "update kol_known set version = -1 where kol_id = any(:ids)";
    }

    @Override
    public Uni<?> take(KolState state) {
        return keep.kol(state);
    }

    @Override
    public Uni<?> erase(UUID kolId) {
        return keep.erase(kolId);
    }
}
