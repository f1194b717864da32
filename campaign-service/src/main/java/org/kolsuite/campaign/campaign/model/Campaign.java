package org.kolsuite.campaign.campaign.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.CampaignNotInStatus;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.CampaignNotRunning;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.CollaborationsStillOpen;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.EndBeforeStart;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.MetricDoesNotFit;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.ObjectiveMissing;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.PlatformUnknown;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.TargetMustBePositive;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.TimeZoneUnknown;

/**
 * A campaign's plan and where it stands. Its money is a {@link Budget} of its own, because many collaborations draw on it
 * at once while the plan is edited by one person.
 *
 * @param startsOn first day in the campaign's time zone
 * @param endsOn last day, inclusive
 * @param timeZone in which its dates and local deadlines are read
 * @param platforms codes of the platforms it runs on
 * @param productIds what it is about
 * @param runsBeside other marketing at the same time
 */
public record Campaign(
        UUID id,
        UUID brandId,
        String name,
        Status status,
        LocalDate startsOn,
        LocalDate endsOn,
        ZoneId timeZone,
        List<String> platforms,
        List<UUID> productIds,
        List<Objective> objectives,
        List<OtherMarketing> runsBeside) {

    /** Where a campaign stands. */
    public enum Status {
        DRAFT,
        RUNNING,
        CLOSED,
        CANCELLED
    }

    public Campaign {
        platforms = List.copyOf(platforms);
        productIds = List.copyOf(productIds);
        objectives = List.copyOf(objectives);
        runsBeside = List.copyOf(runsBeside);
        if (endsOn.isBefore(startsOn)) {
            throw new EndBeforeStart(startsOn, endsOn);
        }
        for (int i = 0; i < objectives.size(); i++) {
            Objective objective = objectives.get(i);
            if (!objective.kind().metrics().contains(objective.metric())) {
                throw new MetricDoesNotFit(objective.kind(), objective.metric(), i);
            }
            if (objective.target().signum() <= 0) {
                throw new TargetMustBePositive(objective.metric(), i);
            }
        }
    }

    /** @throws PlatformUnknown when a code is not among the known ones */
    public Campaign onKnownPlatforms(Set<String> known) {
        for (int i = 0; i < platforms.size(); i++) {
            if (!known.contains(platforms.get(i))) {
                throw new PlatformUnknown(platforms.get(i), i);
            }
        }
        return this;
    }

    /** @throws TimeZoneUnknown when there is no such zone */
    public static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new TimeZoneUnknown(id);
        }
    }

    /** Draft to running; objectives with targets are set before anything is spent. */
    public Campaign launched() {
        requireStatus(Status.DRAFT);
        if (objectives.isEmpty()) {
            throw new ObjectiveMissing();
        }
        return with(Status.RUNNING);
    }

    /** Running to closed. @param open collaborations that are not at an end */
    public Campaign closed(long open) {
        requireStatus(Status.RUNNING);
        requireNothingOpen(open);
        return with(Status.CLOSED);
    }

    /** Draft or running to cancelled. @param open collaborations that are not at an end */
    public Campaign cancelled(long open) {
        if (status != Status.DRAFT && status != Status.RUNNING) {
            throw new CampaignNotInStatus(status, "DRAFT or RUNNING");
        }
        requireNothingOpen(open);
        return with(Status.CANCELLED);
    }

    /**
     * Replaces the plan. A running campaign keeps its objectives: a target moved after the result is known proves nothing.
     */
    public Campaign replannedAs(Campaign plan) {
        return switch (status) {
            case DRAFT -> plan;
            case RUNNING -> {
                if (!new HashSet<>(plan.objectives).equals(new HashSet<>(objectives))
                        || !plan.brandId.equals(brandId)) {
                    throw new CampaignNotInStatus(status, "DRAFT, because objectives and brand are fixed at launch");
                }
                yield plan;
            }
            case CLOSED, CANCELLED -> throw new CampaignNotInStatus(status, "DRAFT or RUNNING");
        };
    }

    /** @throws CampaignNotRunning unless invitations, gifts and offers may go out now */
    public void requireRunning() {
        if (status != Status.RUNNING) {
            throw new CampaignNotRunning(status);
        }
    }

    /** @throws CampaignNotInStatus unless people may be put on its short list */
    public void requirePlannable() {
        if (status != Status.DRAFT && status != Status.RUNNING) {
            throw new CampaignNotInStatus(status, "DRAFT or RUNNING");
        }
    }

    private void requireStatus(Status wanted) {
        if (status != wanted) {
            throw new CampaignNotInStatus(status, wanted.name());
        }
    }

    private static void requireNothingOpen(long open) {
        if (open > 0) {
            throw new CollaborationsStillOpen(open);
        }
    }

    private Campaign with(Status next) {
        return new Campaign(
                id, brandId, name, next, startsOn, endsOn, timeZone, platforms, productIds, objectives, runsBeside);
    }
}
