package org.kolsuite.reporting.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.platform.inbox.StateProjection;

/** Reporting's copy of the campaigns, as an administrator has it rebuilt. */
@ApplicationScoped
public class CampaignDirectory implements StateProjection<CampaignState> {
    @Inject
    KeepDirectory keep;

    @Override
    public String name() {
        return "campaigns";
    }

    @Override
    public String topic() {
        return Topics.CAMPAIGN_STATE;
    }

    @Override
    public Class<CampaignState> type() {
        return CampaignState.class;
    }

    @Override
    public String table() {
        return "campaign_known";
    }

    @Override
    public String hash() {
        return """
            select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', campaign_id, version, brand_id, brand_name, name, status,
              budget_minor, currency, starts_on, ends_on, products, objectives), chr(10) order by campaign_id), ''), 'UTF8')), 'hex')
            from campaign_known""";
    }

    @Override
    public String forgetVersions() {
        return "update campaign_known set version = -1 where campaign_id = any(:ids)";
    }

    @Override
    public Uni<?> take(CampaignState state) {
        return keep.campaign(state);
    }

    /** Campaigns are never erased: their state has no tombstone. */
    @Override
    public Uni<?> erase(UUID campaignId) {
        return Uni.createFrom().voidItem();
    }
}
