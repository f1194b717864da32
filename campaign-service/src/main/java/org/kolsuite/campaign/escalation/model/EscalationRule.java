package org.kolsuite.campaign.escalation.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.escalation.model.EscalationRefusals.NeededOutOfRange;
import org.kolsuite.campaign.escalation.model.Evidence.Verdict;
import org.kolsuite.campaign.escalation.model.Proposal.Confidence;
import org.kolsuite.campaign.escalation.model.Proposal.Recommendation;
import org.kolsuite.contracts.money.Money;

/**
 * When to propose a paid brief: so many of these conditions hold.
 *
 * @param needed how many conditions must hold
 */
public record EscalationRule(
        UUID id, long version, String name, boolean active, int needed, List<Condition> conditions) {
    public EscalationRule {
        conditions = List.copyOf(conditions);
        if (needed < 1 || needed > conditions.size()) {
            throw new NeededOutOfRange(needed, conditions.size());
        }
    }

    /** Looks at the facts and proposes. Missing data never counts against a KOL; it makes the proposal undecided. */
    public Proposal proposeFor(Facts facts) {
        List<Evidence> evidence =
                conditions.stream().map(condition -> examine(condition, facts)).toList();
        long clearly = count(evidence, Verdict.CLEARLY_MET);
        long met = clearly + count(evidence, Verdict.MET);
        long unknown = count(evidence, Verdict.UNKNOWN);
        Recommendation recommendation = met >= needed
                ? Recommendation.ESCALATE
                : met + unknown >= needed ? Recommendation.UNDECIDED : Recommendation.KEEP_AS_IT_IS;
        Confidence confidence = switch (recommendation) {
            case ESCALATE -> clearly >= needed ? Confidence.HIGH : Confidence.LOW;
            case KEEP_AS_IT_IS -> couldBeMet(evidence) < needed ? Confidence.HIGH : Confidence.LOW;
            case UNDECIDED -> Confidence.LOW;
        };
        return new Proposal(id, name, version, needed, recommendation, confidence, evidence);
    }

    private static long couldBeMet(List<Evidence> evidence) {
        return evidence.stream()
                .filter(each -> each.verdict() != Verdict.NOT_MET || betterEndHolds(each))
                .count();
    }

    private static boolean betterEndHolds(Evidence evidence) {
        Interval interval = evidence.interval();
        if (interval == null) {
            return false;
        }
        Condition condition = evidence.condition();
        return condition.holdsFor(condition.metric().lowerIsBetter() ? interval.low() : interval.high());
    }

    private static long count(List<Evidence> evidence, Verdict verdict) {
        return evidence.stream().filter(each -> each.verdict() == verdict).count();
    }

    private static Evidence examine(Condition condition, Facts facts) {
        String when = "T+" + facts.daysAfter() + ", metrics of " + facts.snapshotAt();
        return switch (condition.metric()) {
            case ORDERS ->
                evidence(
                        condition,
                        BigDecimal.valueOf(facts.orders()),
                        Interval.ofCount(facts.orders()),
                        facts.orders(),
                        "attributed orders, " + when);
            case ATTRIBUTED_GMV ->
                evidence(
                        condition,
                        BigDecimal.valueOf(facts.netRevenue().amountMinor()),
                        facts.orders() == 0
                                ? null
                                : Interval.ofCount(facts.orders())
                                        .times((double) facts.netRevenue().amountMinor() / facts.orders()),
                        facts.orders(),
                        "net revenue of attributed orders, " + when);
            case SAVES -> counted(condition, facts.saves(), "saves, " + when);
            case CPE -> costPerEngagement(condition, facts, when);
            case VIRAL_RATE -> viralRate(condition, facts);
            case AUDIT_SCORE ->
                evidence(
                        condition,
                        facts.auditScore() == null ? null : BigDecimal.valueOf(facts.auditScore()),
                        null,
                        facts.auditScore() == null ? 0 : 1,
                        "audit at qualifying");
        };
    }

    private static Evidence counted(Condition condition, @Nullable Long count, String source) {
        return count == null
                ? evidence(condition, null, null, 0, source)
                : evidence(condition, BigDecimal.valueOf(count), Interval.ofCount(count), count, source);
    }

    private static Evidence costPerEngagement(Condition condition, Facts facts, String when) {
        Money cost = facts.giftCost();
        Long engagements = facts.engagements();
        String source = "gift at cost with shipping / engagements, " + when;
        if (cost == null || engagements == null || engagements == 0) {
            return evidence(condition, null, null, 0, source);
        }
        double minor = cost.amountMinor();
        // Money is compared in whole minor units: cost <= threshold x engagements, with nothing rounded.
        boolean holds =
                condition.holdsForShare(BigDecimal.valueOf(cost.amountMinor()), BigDecimal.valueOf(engagements));
        return evidence(
                condition,
                minor / engagements,
                holds,
                Interval.ofCount(engagements).dividing(minor),
                engagements,
                source);
    }

    private static Evidence viralRate(Condition condition, Facts facts) {
        int from = condition.viralFrom() == null ? Integer.MAX_VALUE : condition.viralFrom();
        List<Long> posts = new ArrayList<>(facts.engagementsOfPosts());
        long viral = posts.stream().filter(engagements -> engagements >= from).count();
        String source = "posts of this account over " + from + " engagements";
        return posts.isEmpty()
                ? evidence(condition, null, null, 0, source)
                : evidence(
                        condition,
                        (double) viral / posts.size(),
                        condition.holdsForShare(BigDecimal.valueOf(viral), BigDecimal.valueOf(posts.size())),
                        Interval.ofShare(viral, posts.size()),
                        posts.size(),
                        source);
    }

    private static Evidence evidence(
            Condition condition,
            @Nullable BigDecimal value,
            @Nullable Interval interval,
            long sampleSize,
            String source) {
        return value == null
                ? new Evidence(condition, null, interval, sampleSize, source, Verdict.UNKNOWN)
                : evidence(condition, value.doubleValue(), condition.holdsFor(value), interval, sampleSize, source);
    }

    /** @param holds decided on exact numbers; the value is only shown */
    private static Evidence evidence(
            Condition condition,
            double value,
            boolean holds,
            @Nullable Interval interval,
            long sampleSize,
            String source) {
        Verdict verdict;
        if (!holds) {
            verdict = Verdict.NOT_MET;
        } else {
            verdict = interval == null || condition.holdsFor(interval) ? Verdict.CLEARLY_MET : Verdict.MET;
        }
        return new Evidence(condition, value, interval, sampleSize, source, verdict);
    }
}
