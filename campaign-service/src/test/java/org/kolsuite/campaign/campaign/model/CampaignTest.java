package org.kolsuite.campaign.campaign.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Refused;
import org.kolsuite.campaign.campaign.model.Campaign.Status;

class CampaignTest {
    private static final Objective ROAS = new Objective(Objective.Kind.SALES, "ROAS", new BigDecimal("2.5"));

    @Test
    void launchesOnceAnObjectiveIsSet() {
        assertThat(aCampaign(List.of(ROAS)).launched().status()).isEqualTo(Status.RUNNING);
        assertThatThrownBy(() -> aCampaign(List.of()).launched()).satisfies(Refused.with("OBJECTIVE_MISSING"));
        assertThatThrownBy(() -> aCampaign(List.of(ROAS)).launched().launched())
                .satisfies(Refused.with("CAMPAIGN_NOT_IN_STATUS"));
    }

    @Test
    void w08_theEndIsNotBeforeTheStart() {
        assertThatThrownBy(() -> aCampaign(LocalDate.of(2026, 11, 11), LocalDate.of(2026, 11, 10), List.of()))
                .satisfies(Refused.with("END_BEFORE_START"));
    }

    @Test
    void aRunningCampaignKeepsItsObjectives() {
        Campaign running = aCampaign(List.of(ROAS)).launched();
        Campaign softer = aCampaign(List.of(new Objective(Objective.Kind.SALES, "ROAS", BigDecimal.ONE)));
        assertThatThrownBy(() -> running.replannedAs(softer)).satisfies(Refused.with("CAMPAIGN_NOT_IN_STATUS"));
        assertThat(running.replannedAs(aCampaign(List.of(ROAS)).launched()).objectives())
                .containsExactly(ROAS);
    }

    @Test
    void closesOnlyWhenNothingIsOpen() {
        Campaign running = aCampaign(List.of(ROAS)).launched();
        assertThatThrownBy(() -> running.closed(1)).satisfies(Refused.with("COLLABORATIONS_STILL_OPEN"));
        assertThat(running.closed(0).status()).isEqualTo(Status.CLOSED);
        assertThatThrownBy(() -> running.closed(0).cancelled(0)).satisfies(Refused.with("CAMPAIGN_NOT_IN_STATUS"));
    }

    @Test
    void aMetricFitsItsObjective() {
        assertThatThrownBy(
                        () -> aCampaign(List.of(ROAS, new Objective(Objective.Kind.AWARENESS, "ROAS", BigDecimal.ONE))))
                .satisfies(Refused.with("METRIC_DOES_NOT_FIT"))
                .satisfies(refusal -> assertThat(((org.kolsuite.contracts.problem.Rejection) refusal).field())
                        .isEqualTo("objectives[1].metric"));
    }

    @Test
    void platformsAreKnownOnes() {
        assertThatThrownBy(() -> aCampaign(List.of(ROAS)).onKnownPlatforms(Set.of("weibo")))
                .satisfies(Refused.with("PLATFORM_UNKNOWN"));
    }

    @Test
    void aTargetOfNothingIsNoTarget() {
        assertThatThrownBy(() -> aCampaign(List.of(new Objective(Objective.Kind.SALES, "ROAS", BigDecimal.ZERO))))
                .satisfies(Refused.with("TARGET_MUST_BE_POSITIVE"));
    }

    @Test
    void cancelsADraftOrARunningCampaignWhenNothingIsOpen() {
        Campaign draft = aCampaign(List.of(ROAS));
        assertThat(draft.cancelled(0).status()).isEqualTo(Status.CANCELLED);
        assertThat(draft.launched().cancelled(0).status()).isEqualTo(Status.CANCELLED);
        assertThatThrownBy(() -> draft.launched().cancelled(1)).satisfies(Refused.with("COLLABORATIONS_STILL_OPEN"));
        assertThatThrownBy(() -> draft.cancelled(0).cancelled(0)).satisfies(Refused.with("CAMPAIGN_NOT_IN_STATUS"));
        assertThatThrownBy(() -> draft.closed(0)).satisfies(Refused.with("CAMPAIGN_NOT_IN_STATUS"));
    }

    @Test
    void giftsAndOffersGoOutWhileItRunsAndPeopleAreListedFromTheDraftOn() {
        Campaign draft = aCampaign(List.of(ROAS));
        draft.requirePlannable();
        draft.launched().requirePlannable();
        draft.launched().requireRunning();
        assertThatThrownBy(draft::requireRunning).satisfies(Refused.with("CAMPAIGN_NOT_RUNNING"));
        assertThatThrownBy(() -> draft.cancelled(0).requirePlannable())
                .satisfies(Refused.with("CAMPAIGN_NOT_IN_STATUS"));
    }

    @Test
    void knownPlatformsAndZonesAreTaken() {
        Campaign campaign = aCampaign(List.of(ROAS));
        assertThat(campaign.onKnownPlatforms(Set.of("weibo", "xiaohongshu"))).isEqualTo(campaign);
        assertThat(Campaign.zone("Asia/Shanghai")).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThatThrownBy(() -> Campaign.zone("Mars/Olympus")).satisfies(Refused.with("TIME_ZONE_UNKNOWN"));
    }

    private static Campaign aCampaign(List<Objective> objectives) {
        return aCampaign(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), objectives);
    }

    private static Campaign aCampaign(LocalDate from, LocalDate to, List<Objective> objectives) {
        return new Campaign(
                new UUID(0, 1),
                new UUID(0, 2),
                "Double 11",
                Status.DRAFT,
                from,
                to,
                ZoneId.of("Asia/Shanghai"),
                List.of("xiaohongshu"),
                List.of(),
                objectives,
                List.of());
    }
}
