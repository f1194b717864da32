package org.kolsuite.campaign.escalation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Refused;
import org.kolsuite.campaign.escalation.model.Condition.Metric;
import org.kolsuite.campaign.escalation.model.Evidence.Verdict;
import org.kolsuite.campaign.escalation.model.Proposal.Confidence;
import org.kolsuite.campaign.escalation.model.Proposal.Recommendation;
import org.kolsuite.contracts.money.Money;

class EscalationRuleTest {

    @Test
    void proposesToEscalateWhenEnoughConditionsAreClearlyMet() {
        // Given
        EscalationRule rule = needing(2, over(Metric.ORDERS, 5), over(Metric.SAVES, 100), over(Metric.AUDIT_SCORE, 70));

        // When
        Proposal proposal = rule.proposeFor(facts(40, 800L, 82));

        // Then
        assertThat(proposal.recommendation()).isEqualTo(Recommendation.ESCALATE);
        assertThat(proposal.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(proposal.evidence()).extracting(Evidence::verdict).containsOnly(Verdict.CLEARLY_MET);
    }

    @Test
    void saysThatItIsNotSureWhenChanceAloneCouldHaveDoneIt() {
        Proposal proposal = needing(1, over(Metric.ORDERS, 5)).proposeFor(facts(6, null, null));
        assertThat(proposal.recommendation()).isEqualTo(Recommendation.ESCALATE);
        assertThat(proposal.confidence()).isEqualTo(Confidence.LOW);
        assertThat(proposal.evidence().getFirst().sampleSize()).isEqualTo(6);
    }

    @Test
    void missingDataIsNoVerdictAgainstTheKol() {
        Proposal proposal = needing(1, over(Metric.SAVES, 100)).proposeFor(facts(0, null, null));
        assertThat(proposal.recommendation()).isEqualTo(Recommendation.UNDECIDED);
        assertThat(proposal.evidence().getFirst().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void keepsAGiftThatClearlyDidNotSell() {
        Proposal proposal = needing(1, over(Metric.ORDERS, 50)).proposeFor(facts(3, null, null));
        assertThat(proposal.recommendation()).isEqualTo(Recommendation.KEEP_AS_IT_IS);
        assertThat(proposal.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void aCheapEngagementSpeaksForPaying() {
        // 92.00 CNY of gift for 1,000 engagements are 9.2 fen each
        Proposal cheap = needing(1, over(Metric.CPE, 15)).proposeFor(facts(0, null, null));
        Proposal dear = needing(1, over(Metric.CPE, 5)).proposeFor(facts(0, null, null));
        assertThat(cheap.evidence().getFirst().value()).isCloseTo(9.2, within(1e-9));
        assertThat(cheap.recommendation()).isEqualTo(Recommendation.ESCALATE);
        assertThat(cheap.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(dear.recommendation()).isEqualTo(Recommendation.KEEP_AS_IT_IS);
    }

    @Test
    void moneyIsComparedToTheLastMinorUnit() {
        // Given: as doubles these two amounts are one
        long threshold = 9_007_199_254_740_993L;
        EscalationRule rule = needing(1, over(Metric.ATTRIBUTED_GMV, threshold));

        // When / Then
        assertThat(verdict(rule, sold(threshold - 1))).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(rule, sold(threshold))).isNotEqualTo(Verdict.NOT_MET);
        // 0.30 CNY for 3 engagements is 10 fen each, not 10.000000000000002
        assertThat(verdict(needing(1, over(Metric.CPE, 10)), costing(30, 3))).isNotEqualTo(Verdict.NOT_MET);
        assertThat(verdict(needing(1, over(Metric.CPE, 10)), costing(31, 3))).isEqualTo(Verdict.NOT_MET);
    }

    private static Verdict verdict(EscalationRule rule, Facts facts) {
        return rule.proposeFor(facts).evidence().getFirst().verdict();
    }

    private static Facts sold(long revenueMinor) {
        return new Facts(7, null, null, 40, Money.ofMinor(revenueMinor, "CNY"), null, null, List.of(), Instant.EPOCH);
    }

    private static Facts costing(long giftMinor, long engagements) {
        return new Facts(
                7,
                engagements,
                null,
                0,
                Money.ofMinor(0, "CNY"),
                Money.ofMinor(giftMinor, "CNY"),
                null,
                List.of(),
                Instant.EPOCH);
    }

    @Test
    void viralIsAShareOfTheAccountsPosts() {
        Evidence evidence = needing(1, new Condition(Metric.VIRAL_RATE, new BigDecimal("0.2"), 1_000))
                .proposeFor(facts(0, null, null))
                .evidence()
                .getFirst();
        assertThat(evidence.value()).isEqualTo(0.5);
        assertThat(evidence.sampleSize()).isEqualTo(4);
        assertThat(evidence.verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aPostWithAsManyEngagementsAsAskedForIsViral() {
        Condition fromTwelveThousand = new Condition(Metric.VIRAL_RATE, new BigDecimal("0.2"), 12_000);
        Evidence evidence = needing(1, fromTwelveThousand)
                .proposeFor(facts(0, null, null))
                .evidence()
                .getFirst();
        assertThat(evidence.value()).isEqualTo(0.25);
    }

    @Test
    void aGiftThatMissedByAsLittleAsChanceIsKeptWithLowConfidence() {
        assertThat(confidence(over(Metric.ORDERS, 5), facts(4, null, null))).isEqualTo(Confidence.LOW);
        assertThat(confidence(over(Metric.SAVES, 100), facts(0, 95L, null))).isEqualTo(Confidence.LOW);
        assertThat(confidence(over(Metric.CPE, 9), facts(0, null, null))).isEqualTo(Confidence.LOW);
        assertThat(confidence(over(Metric.CPE, 5), facts(0, null, null))).isEqualTo(Confidence.HIGH);
    }

    @Test
    void anAuditIsNoSampleSoItsVerdictIsClear() {
        Evidence failed = evidence(over(Metric.AUDIT_SCORE, 70), facts(0, null, 69));
        assertThat(failed.interval()).isNull();
        assertThat(failed.sampleSize()).isEqualTo(1);
        assertThat(confidence(over(Metric.AUDIT_SCORE, 70), facts(0, null, 69))).isEqualTo(Confidence.HIGH);
        assertThat(evidence(over(Metric.AUDIT_SCORE, 70), facts(0, null, 70)).verdict())
                .isEqualTo(Verdict.CLEARLY_MET);
        assertThat(evidence(over(Metric.AUDIT_SCORE, 70), facts(0, null, null)).sampleSize())
                .isZero();
    }

    @Test
    void asManyConditionsAsNeededAreEnough() {
        Condition clearly = over(Metric.AUDIT_SCORE, 70);
        Condition byChance = over(Metric.ORDERS, 5);
        Facts facts = facts(6, null, 82);
        assertThat(needing(1, clearly, byChance).proposeFor(facts).confidence()).isEqualTo(Confidence.HIGH);
        assertThat(needing(2, clearly, byChance).proposeFor(facts).confidence()).isEqualTo(Confidence.LOW);
        assertThat(needing(2, clearly, byChance).proposeFor(facts).recommendation())
                .isEqualTo(Recommendation.ESCALATE);
    }

    @Test
    void revenueIsAsSureAsTheNumberOfItsOrders() {
        // 40 orders of 100.00 CNY; exact Poisson limits for 40 events: 28.58 to 54.47 (Ulm, 1990)
        Interval interval = java.util.Objects.requireNonNull(
                evidence(over(Metric.ATTRIBUTED_GMV, 1), facts(40, null, null)).interval());
        assertThat(interval.low()).isCloseTo(285_800, within(1_000.0));
        assertThat(interval.high()).isCloseTo(544_700, within(1_000.0));
        assertThat(evidence(over(Metric.ATTRIBUTED_GMV, 1), facts(0, null, null))
                        .interval())
                .isNull();
    }

    @Test
    void aCostPerEngagementIsDearestWhereTheEngagementsAreFewest() {
        // 9,200 fen over 1,000 engagements, which are 939 to 1,064 within chance
        Interval interval = java.util.Objects.requireNonNull(
                evidence(over(Metric.CPE, 9), facts(0, null, null)).interval());
        assertThat(interval.low()).isCloseTo(9_200 / 1_064.0, within(0.01));
        assertThat(interval.high()).isCloseTo(9_200 / 939.0, within(0.01));
    }

    @Test
    void withoutAGiftOrEngagementsThereIsNoCostPerEngagement() {
        Facts noGift = new Facts(7, 1_000L, null, 0, Money.ofMinor(0, "CNY"), null, null, List.of(), Instant.EPOCH);
        for (Facts facts : List.of(noGift, costing(9_200, 0))) {
            Evidence evidence = evidence(over(Metric.CPE, 15), facts);
            assertThat(evidence.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(evidence.value()).isNull();
            assertThat(evidence.sampleSize()).isZero();
        }
    }

    @Test
    void nothingTriedSaysNothingAboutAShare() {
        assertThat(Interval.ofShare(0, 0).low()).isZero();
        assertThat(Interval.ofShare(0, 0).high()).isEqualTo(1);
    }

    @Test
    void aThresholdMayBeAnythingThatTheMetricCanBe() {
        assertThat(over(Metric.ORDERS, 0).threshold()).isZero();
        assertThat(over(Metric.AUDIT_SCORE, 100).threshold()).isEqualByComparingTo("100");
        assertThat(new Condition(Metric.VIRAL_RATE, BigDecimal.ONE, 1).viralFrom())
                .isEqualTo(1);
        assertThatThrownBy(() -> over(Metric.ORDERS, -1)).satisfies(Refused.with("THRESHOLD_OUT_OF_RANGE"));
        assertThatThrownBy(() -> new Condition(Metric.VIRAL_RATE, new BigDecimal("1.01"), 1_000))
                .satisfies(Refused.with("THRESHOLD_OUT_OF_RANGE"));
        assertThatThrownBy(() -> new Condition(Metric.VIRAL_RATE, BigDecimal.ONE, 0))
                .satisfies(Refused.with("VIRAL_THRESHOLD_MISSING"));
    }

    @Test
    void intervalsAgreeWithPublishedTables() {
        // Exact Poisson limits for 10 events: 4.80 to 18.39 (Ulm, 1990). Wilson for 15 of 20: 0.531 to 0.888.
        assertThat(Interval.ofCount(10).low()).isCloseTo(4.80, within(0.05));
        assertThat(Interval.ofCount(10).high()).isCloseTo(18.39, within(0.05));
        assertThat(Interval.ofShare(15, 20).low()).isCloseTo(0.531, within(0.001));
        assertThat(Interval.ofShare(15, 20).high()).isCloseTo(0.888, within(0.001));
        assertThat(Interval.ofCount(0).low()).isZero();
    }

    @Test
    void aRuleMakesSense() {
        assertThatThrownBy(() -> needing(2, over(Metric.ORDERS, 1))).satisfies(Refused.with("NEEDED_OUT_OF_RANGE"));
        assertThatThrownBy(() -> over(Metric.AUDIT_SCORE, 101)).satisfies(Refused.with("THRESHOLD_OUT_OF_RANGE"));
        assertThatThrownBy(() -> new Condition(Metric.VIRAL_RATE, new BigDecimal("0.1"), null))
                .satisfies(Refused.with("VIRAL_THRESHOLD_MISSING"));
    }

    private static Evidence evidence(Condition condition, Facts facts) {
        return needing(1, condition).proposeFor(facts).evidence().getFirst();
    }

    private static Confidence confidence(Condition condition, Facts facts) {
        Proposal proposal = needing(1, condition).proposeFor(facts);
        assertThat(proposal.recommendation()).isEqualTo(Recommendation.KEEP_AS_IT_IS);
        return proposal.confidence();
    }

    private static EscalationRule needing(int needed, Condition... conditions) {
        return new EscalationRule(new UUID(0, 1), 3, "Proven sellers", true, needed, List.of(conditions));
    }

    private static Condition over(Metric metric, long threshold) {
        return new Condition(metric, BigDecimal.valueOf(threshold), null);
    }

    private static Facts facts(long orders, @Nullable Long saves, @Nullable Integer auditScore) {
        return new Facts(
                7,
                1_000L,
                saves,
                orders,
                Money.ofMinor(orders * 10_000, "CNY"),
                Money.ofMinor(9_200, "CNY"),
                auditScore,
                List.of(1_000L, 300L, 12_000L, 40L),
                Instant.parse("2026-11-20T00:00:00Z"));
    }
}
