package org.kolsuite.campaign.task;

import java.util.List;
import org.kolsuite.platform.caller.Roles;

/** A kind of work that waits for a person: which collaborations it is about, and whose it is. */
public enum TaskKind {
    QUALIFY_CANDIDATES("c.state = 'CANDIDATE'"),
    SEND_INVITATIONS("c.state = 'QUALIFIED'"),
    PREPARE_SHIPMENTS("c.state = 'ACCEPTED'"),
    SHIP_GIFTS("c.state = 'AWAITING_SHIPMENT'"),
    ANSWER_COUNTER_OFFERS("c.state = 'COUNTERED'"),
    REVIEW_SCRIPTS("c.state = 'SCRIPT_REVIEW'"),
    REVIEW_DRAFTS("c.state = 'DRAFT_REVIEW' and exists (select 1 from ContentRow d where d.collaborationId = c.id"
            + " and d.kind = 'DRAFT' and d.verdict = 'WAITING')"),
    VERIFY_POSTS("c.track = 'PAID' and c.state = 'PUBLISHED'"),
    DECIDE_ON_ESCALATION("c.track = 'GIFT' and c.state = 'MEASURED'"),
    COMPLETE_WORK("c.track = 'PAID' and c.state = 'MEASURED'"),
    RESOLVE_DISPUTES("c.state = 'DISPUTED'"),
    UNBLOCK_FEES("c.blockedCode is not null and c.atEnd = false", Roles.BRAND_MANAGER, Roles.FINANCE),
    FOLLOW_RETURNED_PAYOUTS(
            "exists (select 1 from PayoutRow o where o.collaborationId = c.id and o.state = 'RETURNED')",
            Roles.BRAND_MANAGER,
            Roles.FINANCE),
    RENEW_RIGHTS("exists (select 1 from RightRow r where r.collaborationId = c.id"
            + " and r.untilOn >= :today and r.untilOn <= :warnUntil)");

    private final String condition;
    private final List<String> roles;

    TaskKind(String condition, String... roles) {
        this.condition = condition;
        this.roles = roles.length == 0 ? List.of(Roles.BRAND_MANAGER) : List.of(roles);
    }

    String condition() {
        return condition;
    }

    List<String> roles() {
        return roles;
    }
}
