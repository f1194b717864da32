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

    @Test
    void whereViewsAreUnknownTheRateIsTakenByFollowersAndSaysSo() {
        Metrics withoutViews = new Metrics(1_000_000L, null, null, null, 9_000L, 90L, null, null, null, null);

        Finding byViews = finding(metrics(1_003_007, 101_113, 6_117, 83), Signal.ENGAGEMENT_RATE_OFF_TIER);
        Finding byFollowers = finding(withoutViews, Signal.ENGAGEMENT_RATE_OFF_TIER);

        assertThat(byViews.unit()).isEqualTo("robust deviations of engagement rate");
        assertThat(byFollowers.unit()).isEqualTo("robust deviations of engagement rate by followers");
        assertThat(byFollowers.explanation())
                .startsWith("Engagement rate by followers is 0.0091; the median of 60 accounts in tiktok, top is");
        assertThat(finding(withoutViews, Signal.VIEWS_PER_LIKE_OFF_TIER).unit()).isEqualTo("views per like");
        assertThat(finding(withoutViews, Signal.VIEWS_PER_LIKE_OFF_TIER).explanation())
                .isNotBlank();
    }

    @Test
    void engagementThatTheSourceBelievesGenuineIsOnlySuspiciousWhenItIsLittle() {
        List<Metrics> tier = LongStream.range(0, 60)
                .mapToObj(i -> new Metrics(null, null, null, null, null, null, null, null, 10_000L, 6_000L + 10 * i))
                .toList();
        Metrics little = new Metrics(null, null, null, null, null, null, null, null, 10_000L, 100L);
        Metrics all = new Metrics(null, null, null, null, null, null, null, null, 10_000L, 10_000L);

        Finding bought = finding(
                auditor().audit(new Evidence(little, List.of(), tier, "weibo, kol")),
                Signal.AUTHENTIC_ENGAGEMENT_OFF_TIER);
        Finding genuine = finding(
                auditor().audit(new Evidence(all, List.of(), tier, "weibo, kol")),
                Signal.AUTHENTIC_ENGAGEMENT_OFF_TIER);

        assertThat(bought.outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(bought.unit()).isEqualTo("robust deviations of authentic share of engagement");
        assertThat(genuine.outcome()).isEqualTo(Outcome.CLEAR);
        assertThat(genuine.value()).isPositive();
    }

    @Test
    void growthIsCountedPerDayAndBeyondWhatTheSizeExplains() {
        List<DayPoint> history = List.of(
                new DayPoint(DAY, 1_000_000),
                new DayPoint(DAY.plusDays(10), 1_600_000),
                new DayPoint(DAY.plusDays(11), 1_610_000));

        Finding step = finding(audit(metrics(1_610_000, 100_000, 6_000, 80), history), Signal.FOLLOWER_STEP);
        Finding calm = finding(
                audit(metrics(1_000_000, 100_000, 6_000, 80), history(1_000_000, 1_005_000, 1_001_000)),
                Signal.FOLLOWER_STEP);

        assertThat(step.value()).isEqualTo(55_000.0);
        assertThat(step.explanation())
                .isEqualTo("Up to 2022-09-11: 55,000 followers a day more than 0.5000 % growth explains.");
        assertThat(calm.value()).isZero();
        assertThat(calm.explanation()).isEqualTo("No growth beyond 0.5000 % a day in 3 snapshots.");
    }

    @Test
    void onlyARiseBeforeItMakesAFallSuspicious() {
        Finding onlyFell =
                finding(audit(metrics(1, 1, 1, 1), history(400_000, 300_000, 200_000)), Signal.FOLLOWER_FALL);
        Finding roseAndFell = finding(
                audit(metrics(1, 1, 1, 1), history(400_000, 500_000, 500_000, 400_000, 450_000)), Signal.FOLLOWER_FALL);
        Finding tooShort = finding(audit(metrics(1, 1, 1, 1), history(100_000, 500_000)), Signal.FOLLOWER_FALL);

        assertThat(onlyFell.value()).isZero();
        assertThat(roseAndFell.value()).isEqualTo(0.2);
        assertThat(roseAndFell.explanation())
                .isEqualTo("20.0 % of the peak of 500,000 followers on 2022-09-03 were lost again.");
        assertThat(tooShort.outcome()).isEqualTo(Outcome.MISSING);
    }

    @Test
    void theLossIsToldOfThePeakItFellFromAlsoWhenALaterPeakIsHigher() {
        Finding fall = finding(
                audit(metrics(1, 1, 1, 1), history(100_000, 400_000, 200_000, 500_000, 450_000)), Signal.FOLLOWER_FALL);

        assertThat(fall.value()).isEqualTo(0.5);
        assertThat(fall.explanation())
                .isEqualTo("50.0 % of the peak of 400,000 followers on 2022-09-02 were lost again.");
    }

    @Test
    void followingThousandsIsLookedAt() {
        Metrics follows = new Metrics(1_000L, 5_000L, null, null, null, null, null, null, null, null);

        assertThat(finding(follows, Signal.MASS_FOLLOWING).severity()).isEqualTo(1);
        assertThat(finding(follows, Signal.MASS_FOLLOWING).explanation()).isEqualTo("Follows 5,000 accounts.");
        assertThat(finding(metrics(1, 1, 1, 1), Signal.MASS_FOLLOWING).outcome())
                .isEqualTo(Outcome.MISSING);
    }

    @Test
    void roundCountsAreHeldAgainstThoseOfTheTier() {
        Metrics round = new Metrics(1_200_000L, null, null, 54_000L, 1_000L, 2_345L, 999L, null, 7_000L, null);
        Metrics few = new Metrics(1_200_000L, null, null, 54_000L, 1_000L, 999L, 500L, null, null, null);

        Finding finding = finding(round, Signal.ROUND_NUMBERS);

        assertThat(finding.sampleSize()).isEqualTo(5);
        assertThat(finding.value()).isEqualTo(0.8 - 2.0 / 180);
        assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICIOUS);
        assertThat(finding.explanation()).isEqualTo("80.0 % of its counts are round, against 1.1 % in tiktok, top.");
        assertThat(finding(few, Signal.ROUND_NUMBERS).outcome()).isEqualTo(Outcome.MISSING);
    }

    @Test
    void viewsPerLikeFarOffTheTierAreSuspiciousOnEitherSide() {
        for (long likes : List.of(50L, 90_000L)) {
            Finding finding = finding(metrics(1_000_000, 100_000, likes, 80), Signal.VIEWS_PER_LIKE_OFF_TIER);

            assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICIOUS);
            assertThat(finding.unit()).isEqualTo("robust deviations of views per like");
            assertThat(finding.sampleSize()).isEqualTo(60);
        }
    }

    @Test
    void aSignalSpeaksFromTheLeastSampleOn() {
        Metrics fourCounts = new Metrics(1_200_000L, null, null, 54_321L, 1_234L, 2_345L, null, null, null, null);
        Audit audit = auditor()
                .audit(new Evidence(
                        fourCounts, history(1_000_000, 1_001_000, 1_002_000), TIER.subList(0, 30), "tiktok, top"));
        Audit twoDays = audit(fourCounts, history(1_000_000, 1_001_000));

        assertThat(finding(audit, Signal.ENGAGEMENT_RATE_OFF_TIER).outcome()).isNotEqualTo(Outcome.MISSING);
        assertThat(finding(audit, Signal.ROUND_NUMBERS).outcome()).isNotEqualTo(Outcome.MISSING);
        assertThat(finding(audit, Signal.FOLLOWER_FALL).outcome()).isNotEqualTo(Outcome.MISSING);
        assertThat(finding(twoDays, Signal.FOLLOWER_STEP).outcome()).isNotEqualTo(Outcome.MISSING);
        assertThat(finding(twoDays, Signal.FOLLOWER_FALL).outcome()).isEqualTo(Outcome.MISSING);
    }

    @Test
    void noCommentsMayBeSwitchedOffOnesAndSayNothing() {
        assertThat(finding(metrics(1_000_000, 100_000, 9_000, 0), Signal.LIKES_PER_COMMENT)
                        .outcome())
                .isEqualTo(Outcome.MISSING);
    }

    @Test
    void noEngagementMayBeHiddenAndSaysNothing() {
        assertThat(finding(metrics(1_000_000, 100_000, 0, 0), Signal.ENGAGEMENT_RATE_OFF_TIER))
                .extracting(Finding::outcome, Finding::explanation)
                .containsExactly(Outcome.MISSING, "Engagement rate is 0, which may mean that it is hidden.");
    }

    @Test
    void numbersAreToldAsExactlyAsTheirSizeNeeds() {
        assertThat(finding(metrics(1, 1, 10_000, 100), Signal.LIKES_PER_COMMENT).explanation())
                .isEqualTo("100 likes for each comment.");
        assertThat(finding(metrics(1, 1, 100, 100), Signal.LIKES_PER_COMMENT).explanation())
                .isEqualTo("1.0 likes for each comment.");
        assertThat(finding(metrics(1, 1, 25, 100), Signal.LIKES_PER_COMMENT).explanation())
                .isEqualTo("0.2500 likes for each comment.");
    }

    @Test
    void confidenceIsTheShareOfTheWeightThatDataWasThereFor() {
        // Likes per comment (15 of the 120 points) is all that these numbers say.
        Audit audit = auditor()
                .audit(new Evidence(
                        new Metrics(null, null, null, null, 900L, 90L, null, null, null, null),
                        List.of(),
                        List.of(),
                        "tiktok, top"));

        assertThat(audit.confidence()).isEqualTo(15 / 120.0);
    }

    @Test
    void whereNoSignalWeighsAnythingThereIsNoConfidence() {
        assertThat(Audit.of(List.of()).confidence()).isZero();
        assertThat(Audit.of(List.of()).score()).isEqualTo(100);
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
