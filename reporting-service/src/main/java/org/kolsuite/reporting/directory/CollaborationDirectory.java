package org.kolsuite.reporting.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.platform.inbox.StateProjection;

/** Reporting's copy of the collaborations and their links, as an administrator has it rebuilt. */
@ApplicationScoped
public class CollaborationDirectory implements StateProjection<CollaborationState> {
    @Inject
    KeepDirectory keep;

    @Override
    public String name() {
        return "collaborations";
    }

    @Override
    public String topic() {
        return Topics.COLLABORATION_STATE;
    }

    @Override
    public Class<CollaborationState> type() {
        return CollaborationState.class;
    }

    @Override
    public String table() {
        return "collaboration_known";
    }

    /** Since when a code is known is reporting's own, and so not in it. */
    @Override
    public String hash() {
        return """
            select encode(sha256(convert_to(coalesce((select string_agg(row, chr(10) order by row) from (
              select concat_ws('|', 'collaboration', collaboration_id, version, campaign_id, kol_id, account_id, agency_id, track, state,
                               escalated_from, product_id, promo_code, post_url, post, extract(epoch from published_at)) as row
              from collaboration_known
              union all
              select concat_ws('|', 'code', code, collaboration_id) from issued_code
              union all
              select concat_ws('|', 'link', slug, collaboration_id, target) from tracked_link) rows), ''), 'UTF8')), 'hex')""";
    }

    @Override
    public String forgetVersions() {
        return "update collaboration_known set version = -1 where collaboration_id = any(:ids)";
    }

    @Override
    public Uni<?> take(CollaborationState state) {
        return keep.collaboration(state);
    }

    /** Collaborations are never erased: their state has no tombstone. */
    @Override
    public Uni<?> erase(UUID collaborationId) {
        return Uni.createFrom().voidItem();
    }
}
