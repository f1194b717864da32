package org.kolsuite.campaign.collaboration.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.contracts.money.Money;

/** Collaborations, people and moments as the field speaks of them. */
final class CollaborationFixture {
    static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    static final UUID BRIEF = UUID.fromString("0190b000-0000-7000-8000-000000000001");
    static final UUID PRODUCT = UUID.fromString("0190b000-0000-7000-8000-000000000002");
    static final UUID PAID = UUID.fromString("0190b000-0000-7000-8000-000000000003");
    static final Actor LILY = new Actor(Party.KOL, "lily", "Lily");
    static final Actor MEI = new Actor(Party.BRAND, "mei", "Mei");
    static final Actor CLOCK = new Actor(Party.SYSTEM, "timers", "timers");
    static final CollaborationPolicies POLICIES = new CollaborationPolicies(WorkflowSettings.defaults());
    static final GiftTrack GIFT_TRACK = new GiftTrack(POLICIES);
    static final PaidTrack PAID_TRACK = new PaidTrack(POLICIES);
    static final RightsClause RIGHTS = new RightsClause(List.of("tmall", "jd"), List.of("CN"), 90, true, false);

    private CollaborationFixture() {}

    static Identity someone() {
        return new Identity(new UUID(1, 1), new UUID(1, 2), BRIEF, new UUID(1, 3), new UUID(1, 4), null, null);
    }

    static Gift aGift(GiftState state) {
        return new Gift(someone(), 82, RIGHTS, state);
    }

    static Paid aPaid(PaidState state) {
        return new Paid(someone(), terms("10000.00"), Work.NONE, state);
    }

    static Terms terms(String fee) {
        return new Terms(
                cny(fee),
                List.of(new Terms.Share(Terms.Step.SIGNED, 1), new Terms.Share(Terms.Step.VERIFIED, 1)),
                List.of(new Deliverable("note with images", 1, null)),
                RIGHTS,
                "广告",
                List.of("#lumen"),
                true,
                30,
                null);
    }

    static Money cny(String major) {
        return Money.ofMajor(new java.math.BigDecimal(major), "CNY");
    }

    static Moment by(Actor actor) {
        return at(NOON, actor, null);
    }

    static Moment because(Actor actor, String reason) {
        return at(NOON, actor, reason);
    }

    static Moment at(Instant at, Actor actor, @Nullable String reason) {
        return new Moment(at, at, ZoneId.of("Asia/Shanghai"), actor, reason);
    }

    /** Whoever the step belongs to, with a reason, so that only the state can be in the way. */
    static Moment whoMay(Verb verb) {
        Actor actor = verb.isFor(Party.SYSTEM) ? CLOCK : verb.isFor(Party.KOL) ? LILY : MEI;
        return because(actor, "because");
    }

    static Instant daysAgo(long days) {
        return NOON.minus(Duration.ofDays(days));
    }

    static Instant inDays(long days) {
        return NOON.plus(Duration.ofDays(days));
    }
}
