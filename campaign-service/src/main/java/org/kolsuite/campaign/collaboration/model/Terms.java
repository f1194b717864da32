package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.FeeMustBePositive;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.MilestonesDoNotFit;
import org.kolsuite.contracts.campaign.Milestone;
import org.kolsuite.contracts.money.Money;

/**
 * What the two sides agree on.
 *
 * @param fee the whole fee; a counter-offer changes it and the shares follow
 * @param shares how the fee falls due, by weight: 50 / 50 and 1 / 1 mean the same
 * @param disclosure the words or mark that say it is advertising, for example 广告
 * @param hashtags that must stand in the post
 * @param scriptRequired whether a script is reviewed before the draft
 * @param retentionDays how long the post must stay up
 */
public record Terms(
        Money fee,
        List<Share> shares,
        List<Deliverable> deliverables,
        @Nullable RightsClause rights,
        String disclosure,
        List<String> hashtags,
        boolean scriptRequired,
        int retentionDays,
        @Nullable Instant publishBy) {

    /** Steps of the work that can make a part of the fee due, in their order. */
    public enum Step {
        SIGNED,
        DRAFT_APPROVED,
        PUBLISHED,
        VERIFIED,
        COMPLETED
    }

    /** @param weight in proportion to the other shares */
    public record Share(Step step, int weight) {}

    public Terms {
        shares = List.copyOf(shares);
        deliverables = List.copyOf(deliverables);
        hashtags = List.copyOf(hashtags);
        if (!fee.isPositive()) {
            throw new FeeMustBePositive(fee);
        }
        Set<Step> steps = new HashSet<>();
        for (Share share : shares) {
            if (share.weight() <= 0 || !steps.add(share.step())) {
                throw new MilestonesDoNotFit();
            }
        }
        if (shares.isEmpty()) {
            throw new MilestonesDoNotFit();
        }
    }

    /** The fee in its parts, which always sum to it. */
    public List<Milestone> milestones() {
        List<Money> parts = fee.split(shares.stream().map(Share::weight).toList());
        List<Milestone> milestones = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            milestones.add(new Milestone(shares.get(i).step().name(), parts.get(i)));
        }
        return List.copyOf(milestones);
    }

    /** The parts of the fee that fall due up to that step. */
    Money dueUpTo(Step reached) {
        Money due = Money.zero(fee.currency());
        for (Milestone milestone : milestones()) {
            if (Step.valueOf(milestone.name()).compareTo(reached) <= 0) {
                due = due.plus(milestone.amount());
            }
        }
        return due;
    }

    public boolean hasShareAt(Step step) {
        return shares.stream().anyMatch(share -> share.step() == step);
    }

    public Terms at(Money newFee, @Nullable Instant newPublishBy) {
        return new Terms(
                newFee,
                shares,
                deliverables,
                rights,
                disclosure,
                hashtags,
                scriptRequired,
                retentionDays,
                newPublishBy == null ? publishBy : newPublishBy);
    }
}
