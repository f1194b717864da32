package org.kolsuite.campaign.kol;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.inbox.StateProjection;

/** Campaign's copy of the registry's KOLs and their accounts, as an administrator has it rebuilt. */
@ApplicationScoped
public class KolProjection implements StateProjection<KolState> {
    @Inject
    Kols kols;

    @Inject
    Clock clock;

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
            select encode(sha256(convert_to(coalesce((select string_agg(row, chr(10) order by row) from (
              select concat_ws('|', 'kol', kol_id, version, display_name, subject, agency_id, erased_at is null) as row from kol
              union all
              select concat_ws('|', 'account', account_id, kol_id, platform, handle, tier, followers, audit_score,
                               extract(epoch from audited_at)) from kol_account) rows), ''), 'UTF8')), 'hex')""";
    }

    @Override
    public String forgetVersions() {
        return "update kol set version = -1 where kol_id = any(:ids) and erased_at is null";
    }

    @Override
    public Uni<?> expect(List<UUID> kolIds) {
        return kols.hold(kolIds);
    }

    @Override
    public Uni<?> take(KolState state) {
        return kols.take(state);
    }

    @Override
    public Uni<?> erase(UUID kolId) {
        return kols.erase(kolId, clock.instant());
    }
}
