package org.kolsuite.campaign.collaboration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.NOON;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.cny;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.daysAgo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.campaign.brief.model.BriefRefusals;
import org.kolsuite.campaign.campaign.model.CampaignRefusals;
import org.kolsuite.campaign.escalation.model.Condition;
import org.kolsuite.campaign.escalation.model.EscalationRefusals;
import org.kolsuite.contracts.problem.Rejection;

/** A form shows a refusal at the field that has to be corrected, so each says which one it is. */
class RefusalsNameTheirFieldTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new CollaborationRefusals.ReasonMissing("somebody asks"), "reason"),
                Arguments.of(new CollaborationRefusals.RegiftNeedsReason(2), "reason"),
                Arguments.of(new CollaborationRefusals.AuditNotPassed(50, 60), "reason"),
                Arguments.of(new CollaborationRefusals.AddressMissing(), "address"),
                Arguments.of(new CollaborationRefusals.FeeMustBePositive(cny("0")), "fee.amountMinor"),
                Arguments.of(new CollaborationRefusals.ShippingCostIsNegative(), "shippingCost.amountMinor"),
                Arguments.of(new CollaborationRefusals.FeeInAnotherCurrency("CNY", "EUR"), "fee.currency"),
                Arguments.of(new CollaborationRefusals.MilestonesDoNotFit(), "milestones"),
                Arguments.of(new CollaborationRefusals.RetentionOutOfRange(1, 30, 365), "retentionDays"),
                Arguments.of(new CollaborationRefusals.RightsNeedATerm(), "rights.termDays"),
                Arguments.of(new CollaborationRefusals.ContentMissing(), "url"),
                Arguments.of(new CollaborationRefusals.NotInTheFuture("publishedAt", NOON, daysAgo(1)), "publishedAt"),
                Arguments.of(new CollaborationRefusals.BeforeTheStepItFollows(daysAgo(1), NOON), "at"),
                Arguments.of(new CollaborationRefusals.NotInThePast("publishBy", daysAgo(1)), "publishBy"),
                Arguments.of(new CollaborationRefusals.AccountUnknown(), "accountId"),
                Arguments.of(new CollaborationRefusals.PlatformNotInCampaign("weibo"), "accountId"),
                Arguments.of(new CollaborationRefusals.PromoCodeTaken("LIN20"), "promoCode"),
                Arguments.of(new CampaignRefusals.BudgetBelowCommitted(cny("1"), cny("2")), "budget.amountMinor"),
                Arguments.of(new CampaignRefusals.BudgetMustBePositive(cny("0")), "budget.amountMinor"),
                Arguments.of(new CampaignRefusals.BudgetCurrencyIsFixed("CNY", "EUR"), "budget.currency"),
                Arguments.of(
                        new CampaignRefusals.EndBeforeStart(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 1)),
                        "endsOn"),
                Arguments.of(new CampaignRefusals.ObjectiveMissing(), "objectives"),
                Arguments.of(new CampaignRefusals.TargetMustBePositive("ROAS", 1), "objectives[1].target"),
                Arguments.of(new CampaignRefusals.PlatformUnknown("myspace", 2), "platforms[2]"),
                Arguments.of(new CampaignRefusals.TimeZoneUnknown("Mars/Olympus"), "timeZone"),
                Arguments.of(
                        new EscalationRefusals.ThresholdOutOfRange(Condition.Metric.AUDIT_SCORE, new BigDecimal(101)),
                        "conditions"),
                Arguments.of(new EscalationRefusals.ViralThresholdMissing(), "conditions"),
                Arguments.of(new EscalationRefusals.NeededOutOfRange(3, 2), "needed"),
                Arguments.of(new BriefRefusals.PlacesMustBePositive(0), "places"),
                Arguments.of(new BriefRefusals.TrackingTargetNotWeb("ftp://x"), "trackingTarget"),
                Arguments.of(new BriefRefusals.BriefOfAnotherCampaign(), "briefId"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalNamesTheFieldToCorrect(Rejection refusal, String field) {
        assertThat(refusal.field()).isEqualTo(field);
    }
}
