package org.kolsuite.registry.audit.model;

import static org.kolsuite.registry.audit.model.Signal.AUTHENTIC_ENGAGEMENT_OFF_TIER;
import static org.kolsuite.registry.audit.model.Signal.ENGAGEMENT_RATE_OFF_TIER;
import static org.kolsuite.registry.audit.model.Signal.FOLLOWER_FALL;
import static org.kolsuite.registry.audit.model.Signal.FOLLOWER_STEP;
import static org.kolsuite.registry.audit.model.Signal.LIKES_EXCEED_VIEWS;
import static org.kolsuite.registry.audit.model.Signal.LIKES_PER_COMMENT;
import static org.kolsuite.registry.audit.model.Signal.MASS_FOLLOWING;
import static org.kolsuite.registry.audit.model.Signal.ROUND_NUMBERS;
import static org.kolsuite.registry.audit.model.Signal.VIEWS_PER_LIKE_OFF_TIER;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.audit.model.Evidence.DayPoint;
import org.kolsuite.registry.audit.model.Finding.Outcome;
import org.kolsuite.registry.kol.model.Metrics;

/** The signals, one method each. Every one answers with a finding, also when it can't say anything. */
public final class ShuijunAudit {
    private final Map<Signal, Threshold> thresholds;

    private final double normalGrowthPerDay;

    /**
     * @param thresholds one per signal
     * @param normalGrowthPerDay the share of its followers that an account may win in a day without remark
     */
    public ShuijunAudit(Map<Signal, Threshold> thresholds, double normalGrowthPerDay) {
        for (Signal signal : Signal.values()) {
            if (!thresholds.containsKey(signal)) {
                throw new IllegalArgumentException("no threshold for " + signal);
            }
        }
        this.thresholds = Map.copyOf(thresholds);
        this.normalGrowthPerDay = normalGrowthPerDay;
    }

    public Audit audit(Evidence evidence) {
        return Audit.of(List.of(
                engagementRate(evidence),
                likesPerComment(evidence),
                likesExceedViews(evidence),
                viewsPerLike(evidence),
                followerStep(evidence),
                followerFall(evidence),
                massFollowing(evidence),
                roundNumbers(evidence),
                authenticEngagement(evidence)));
    }

    private Finding engagementRate(Evidence evidence) {
        boolean byViews = latest(evidence).engagementRate().isPresent();
        return offTier(
                ENGAGEMENT_RATE_OFF_TIER,
                evidence,
                byViews ? Metrics::engagementRate : Metrics::engagementRateByFollowers,
                byViews ? "engagement rate" : "engagement rate by followers",
                false);
    }

    private Finding viewsPerLike(Evidence evidence) {
        return offTier(
                VIEWS_PER_LIKE_OFF_TIER,
                evidence,
                metrics -> ratio(metrics.avgViews(), metrics.avgLikes()),
                "views per like",
                false);
    }

    private Finding authenticEngagement(Evidence evidence) {
        return offTier(
                AUTHENTIC_ENGAGEMENT_OFF_TIER,
                evidence,
                metrics -> ratio(metrics.authenticEngagements(), metrics.avgEngagements()),
                "authentic share of engagement",
                true);
    }

    /** Holds a rate against the distribution of the same rate in the account's own tier. */
    private Finding offTier(
            Signal signal,
            Evidence evidence,
            Function<Metrics, Optional<Double>> rate,
            String unit,
            boolean onlyBelow) {
        Optional<Double> value = rate.apply(latest(evidence));
        if (value.isEmpty()) {
            return missing(signal, unit, 0, "The imported data has no " + unit + ".");
        }
        if (value.get() == 0) {
            // It has no place among values that spread by factors; and a count that a platform hides is exported as 0.
            return missing(signal, unit, 0, capital(unit) + " is 0, which may mean that it is hidden.");
        }
        Distribution tier = Distribution.of(evidence.cohort().stream()
                .flatMap(other -> rate.apply(other).stream())
                .toList());
        Threshold threshold = threshold(signal);
        if (tier.size() < threshold.minSample()) {
            return missing(
                    signal,
                    unit,
                    tier.size(),
                    "Only %d accounts to compare with in %s; it takes %d."
                            .formatted(tier.size(), evidence.cohortName(), threshold.minSample()));
        }
        double score = tier.score(value.get());
        double severity = onlyBelow && score > 0 ? 0 : threshold.severity(Math.abs(score));
        String sentence = "%s is %s; the median of %d accounts in %s is %s, which makes %s robust deviations."
                .formatted(
                        capital(unit),
                        number(value.get()),
                        tier.size(),
                        evidence.cohortName(),
                        number(tier.median()),
                        number(score));
        return new Finding(
                signal,
                outcome(severity),
                score,
                threshold.limit(),
                "robust deviations of " + unit,
                threshold.source(),
                tier.size(),
                severity,
                threshold.weight(),
                sentence);
    }

    private Finding likesPerComment(Evidence evidence) {
        String unit = "likes per comment";
        Metrics latest = latest(evidence);
        Optional<Double> value = ratio(latest.avgLikes(), latest.avgComments());
        if (value.isEmpty()) {
            return missing(
                    LIKES_PER_COMMENT,
                    unit,
                    0,
                    "Likes or comments are unknown, or comments are 0, which also happens where they are switched off.");
        }
        return measured(
                LIKES_PER_COMMENT, value.get(), unit, 1, "%s likes for each comment.".formatted(number(value.get())));
    }

    private Finding likesExceedViews(Evidence evidence) {
        String unit = "likes per view";
        Metrics latest = latest(evidence);
        Optional<Double> value = ratio(latest.avgLikes(), latest.avgViews());
        return value.map(likes -> measured(
                        LIKES_EXCEED_VIEWS, likes, unit, 1, "%s likes for each view.".formatted(number(likes))))
                .orElseGet(() -> missing(LIKES_EXCEED_VIEWS, unit, 0, "Likes or views are unknown."));
    }

    private Finding followerStep(Evidence evidence) {
        String unit = "followers per day, beyond what the size explains";
        List<DayPoint> history = evidence.history();
        Threshold threshold = threshold(FOLLOWER_STEP);
        if (history.size() < Math.max(2, threshold.minSample())) {
            return missing(FOLLOWER_STEP, unit, history.size(), "It takes two snapshots to see growth.");
        }
        double steepest = 0;
        DayPoint after = history.getFirst();
        for (int i = 1; i < history.size(); i++) {
            DayPoint from = history.get(i - 1);
            DayPoint to = history.get(i);
            long days = Math.max(1, ChronoUnit.DAYS.between(from.day(), to.day()));
            double perDay = (double) (to.followers() - from.followers()) / days - normalGrowthPerDay * from.followers();
            if (perDay > steepest) {
                steepest = perDay;
                after = to;
            }
        }
        return measured(
                FOLLOWER_STEP,
                steepest,
                unit,
                history.size(),
                steepest == 0
                        ? "No growth beyond %s %% a day in %d snapshots."
                                .formatted(number(100 * normalGrowthPerDay), history.size())
                        : "Up to %s: %s followers a day more than %s %% growth explains."
                                .formatted(after.day(), number(steepest), number(100 * normalGrowthPerDay)));
    }

    private Finding followerFall(Evidence evidence) {
        String unit = "share of the peak lost";
        List<DayPoint> history = evidence.history();
        if (history.size() < Math.max(3, threshold(FOLLOWER_FALL).minSample())) {
            return missing(FOLLOWER_FALL, unit, history.size(), "It takes three snapshots to see a rise and a fall.");
        }
        DayPoint peak = history.getFirst();
        DayPoint fellFrom = null;
        boolean rose = false;
        double worst = 0;
        for (DayPoint point : history) {
            if (point.followers() >= peak.followers()) {
                rose |= point.followers() > peak.followers();
                peak = point;
            } else if (rose) {
                double lost = (double) (peak.followers() - point.followers()) / peak.followers();
                if (lost > worst) {
                    worst = lost;
                    fellFrom = peak;
                }
            }
        }
        DayPoint told = Objects.requireNonNullElse(fellFrom, peak);
        return measured(
                FOLLOWER_FALL,
                worst,
                unit,
                history.size(),
                "%s %% of the peak of %s followers on %s were lost again."
                        .formatted(number(100 * worst), number((double) told.followers()), told.day()));
    }

    private Finding massFollowing(Evidence evidence) {
        String unit = "accounts followed";
        Long followings = latest(evidence).followings();
        if (followings == null) {
            return missing(MASS_FOLLOWING, unit, 0, "The imported data doesn't say how many accounts it follows.");
        }
        return measured(MASS_FOLLOWING, followings, unit, 1, "Follows %s accounts.".formatted(number(followings)));
    }

    private Finding roundNumbers(Evidence evidence) {
        String unit = "share of round counts above the tier's";
        Threshold threshold = threshold(ROUND_NUMBERS);
        List<Long> own = counts(latest(evidence));
        List<Long> others =
                evidence.cohort().stream().flatMap(m -> counts(m).stream()).toList();
        if (own.size() < threshold.minSample() || others.size() < threshold.minSample()) {
            return missing(
                    ROUND_NUMBERS,
                    unit,
                    own.size(),
                    "It takes %d counts; there are %d.".formatted(threshold.minSample(), own.size()));
        }
        double ownShare = roundShare(own);
        double tierShare = roundShare(others);
        return measured(
                ROUND_NUMBERS,
                Math.max(0, ownShare - tierShare),
                unit,
                own.size(),
                "%s %% of its counts are round, against %s %% in %s."
                        .formatted(number(100 * ownShare), number(100 * tierShare), evidence.cohortName()));
    }

    private Finding measured(Signal signal, double value, String unit, int sampleSize, String explanation) {
        Threshold threshold = threshold(signal);
        double severity = threshold.severity(value);
        return new Finding(
                signal,
                outcome(severity),
                value,
                threshold.limit(),
                unit,
                threshold.source(),
                sampleSize,
                severity,
                threshold.weight(),
                explanation);
    }

    private Finding missing(Signal signal, String unit, int sampleSize, String explanation) {
        Threshold threshold = threshold(signal);
        return new Finding(
                signal,
                Outcome.MISSING,
                null,
                threshold.limit(),
                unit,
                threshold.source(),
                sampleSize,
                0,
                threshold.weight(),
                explanation);
    }

    private Threshold threshold(Signal signal) {
        return Objects.requireNonNull(thresholds.get(signal));
    }

    private static Metrics latest(Evidence evidence) {
        return Objects.requireNonNullElse(evidence.metrics(), Metrics.UNKNOWN);
    }

    private static Outcome outcome(double severity) {
        return severity > 0 ? Outcome.SUSPICIOUS : Outcome.CLEAR;
    }

    private static Optional<Double> ratio(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null || whole <= 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    private static List<Long> counts(Metrics metrics) {
        return Stream.of(
                        metrics.followers(),
                        metrics.avgViews(),
                        metrics.avgLikes(),
                        metrics.avgComments(),
                        metrics.avgShares(),
                        metrics.avgEngagements())
                .filter(count -> count != null && count >= 1000)
                .toList();
    }

    /** Round: two leading digits, then zeros, as in 1,200 or 54,000. */
    private static double roundShare(List<Long> counts) {
        long round = counts.stream()
                .filter(count -> Long.toString(count).substring(2).matches("0+"))
                .count();
        return (double) round / counts.size();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 1 ? "%.1f" : "%.4f", value);
    }
}
