package org.kolsuite.registry.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.registry.audit.model.Evidence.DayPoint;
import org.kolsuite.registry.audit.model.Finding.Outcome;
import org.kolsuite.registry.kol.model.Metrics;

class ShuijunAuditTest {
    private static final LocalDate DAY = LocalDate.of(2022, 9, 1);
    private static final List<Metrics> TIER = LongStream.range(0, 60)
            .mapToObj(i -> metrics(1_000_000L + 1_117 * i, 100_003L + 97 * i, 5_011L + 53 * i, 61L + i))
            .toList();

    @Test
    void anOrdinaryAccountOfItsTierKeepsItsScore() {
        Audit audit = audit(metrics(1_003_007, 101_113, 6_117, 83), history(1_000_000, 1_001_500, 1_003_007));

        assertThat(audit.score()).isEqualTo(100);
        assertThat(audit.findings()).noneMatch(finding -> finding.outcome() == Outcome.SUSPICIOUS);
    }

    @Test
    void manyLikesForEachCommentLookBought() {
        Finding finding = finding(metrics(1_000_000, 100_000, 9_000, 9), Signal.LIKES_PER_COMMENT);

        assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding.value()).isEqualTo(1000.0);
        assertThat(finding.threshold()).isEqualTo(500.0);
        assertThat(finding.severity()).isEqualTo(0.5);
        assertThat(finding.explanation()).contains("1,000 likes for each comment");
    }

    @Test
    void moreLikesThanViewsAreAlwaysBought() {
        assertThat(finding(metrics(1_000_000, 4_000, 9_000, 100), Signal.LIKES_EXCEED_VIEWS)
                        .severity())
                .isEqualTo(1);
    }

    @Test
    void anEngagementRateFarOffTheTierIsSuspiciousOnEitherSide() {
        assertThat(finding(metrics(1_000_000, 100_000, 90_000, 900), Signal.ENGAGEMENT_RATE_OFF_TIER)
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding(metrics(1_000_000, 100_000, 90, 9), Signal.ENGAGEMENT_RATE_OFF_TIER)
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
    }

    @Test
    void aJumpInFollowersAndTheirLossAreSeenInTheHistory() {
        Audit audit = audit(metrics(1_000_000, 100_000, 6_000, 80), history(100_000, 400_000, 200_000));

        assertThat(finding(audit, Signal.FOLLOWER_STEP).outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding(audit, Signal.FOLLOWER_FALL).value()).isEqualTo(0.5);
    }

    @Test
    void missingDataLowersConfidenceAndNeverTheScore() {
        Audit audit = audit(null, List.of());

        assertThat(audit.score()).isEqualTo(100);
        assertThat(audit.confidence()).isZero();
        assertThat(audit.findings()).hasSize(Signal.values().length).allMatch(f -> f.outcome() == Outcome.MISSING);
    }

    @Test
    void sayingNothingIsHonestWhereTheTierIsTooSmallToCompareWith() {
        Audit audit =
                auditor().audit(new Evidence(metrics(1_000, 100, 50, 5), List.of(), TIER.subList(0, 5), "tiktok, koc"));

        Finding finding = finding(audit, Signal.ENGAGEMENT_RATE_OFF_TIER);
        assertThat(finding.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(finding.sampleSize()).isEqualTo(5);
        assertThat(finding.explanation()).contains("Only 5 accounts");
    }

    @Property
    void theScoreIsAHundredMinusWeightTimesSeverityWhateverTheNumbers(
            @ForAll @LongRange(max = 1_000_000_000L) long followers,
            @ForAll @LongRange(max = 1_000_000_000L) long views,
            @ForAll @LongRange(max = 1_000_000_000L) long likes,
            @ForAll @LongRange(max = 1_000_000L) long comments) {
        Audit audit = audit(metrics(followers, views, likes, comments), history(followers, views, likes));

        double penalty = audit.findings().stream()
                .mapToDouble(f -> f.weight() * f.severity())
                .sum();
        assertThat(audit.score()).isEqualTo((int) Math.max(0, Math.round(100 - penalty)));
        assertThat(audit.score()).isBetween(0, 100);
        assertThat(audit.findings()).allMatch(f -> f.severity() >= 0 && f.severity() <= 1);
        assertThat(audit.findings()).allMatch(f -> f.outcome() != Outcome.MISSING || f.severity() == 0);
    }

    private static Finding finding(Metrics metrics, Signal signal) {
        return finding(audit(metrics, history(1_000_000, 1_000_000)), signal);
    }

    private static Finding finding(Audit audit, Signal signal) {
        return audit.findings().stream()
                .filter(finding -> finding.signal() == signal)
                .findFirst()
                .orElseThrow();
    }

    private static Audit audit(@Nullable Metrics metrics, List<DayPoint> history) {
        return auditor().audit(new Evidence(metrics, history, TIER, "tiktok, top"));
    }

    private static ShuijunAudit auditor() {
        return new ShuijunAudit(
                Arrays.stream(Signal.values())
                        .collect(Collectors.toMap(Function.identity(), ShuijunAuditTest::threshold)),
                0.005);
    }

    private static Threshold threshold(Signal signal) {
        return switch (signal) {
            case LIKES_PER_COMMENT -> new Threshold(500, 1_500, 15, 1, "test");
            case LIKES_EXCEED_VIEWS -> new Threshold(1, 1.5, 20, 1, "test");
            case FOLLOWER_STEP -> new Threshold(50_000, 200_000, 15, 2, "test");
            case FOLLOWER_FALL -> new Threshold(0.1, 0.5, 10, 3, "test");
            case MASS_FOLLOWING -> new Threshold(1_500, 5_000, 10, 1, "test");
            case ROUND_NUMBERS -> new Threshold(0.5, 1, 5, 4, "test");
            default -> new Threshold(3.5, 7, 15, 30, "test");
        };
    }

    private static Metrics metrics(long followers, long views, long likes, long comments) {
        return new Metrics(followers, null, null, views, likes, comments, null, null, null, null);
    }

    /** One value a day. */
    private static List<DayPoint> history(long... followers) {
        List<DayPoint> points = new java.util.ArrayList<>();
        for (long value : followers) {
            points.add(new DayPoint(DAY.plusDays(points.size()), value));
        }
        return points;
    }
}
