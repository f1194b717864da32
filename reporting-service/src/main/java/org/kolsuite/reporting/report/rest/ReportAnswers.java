package org.kolsuite.reporting.report.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.formula.model.Better;
import org.kolsuite.reporting.formula.model.CostScope;
import org.kolsuite.reporting.formula.model.Formulas;
import org.kolsuite.reporting.formula.model.Quantity;
import org.kolsuite.reporting.report.application.ReadReports.CampaignReport;
import org.kolsuite.reporting.report.application.ReadReports.GiftToPaidReport;
import org.kolsuite.reporting.report.application.ReadReports.Reached;
import org.kolsuite.reporting.report.model.DayResult;
import org.kolsuite.reporting.report.model.GiftToPaid;
import org.kolsuite.reporting.report.model.GroupBy;
import org.kolsuite.reporting.report.model.MeanDifference;
import org.kolsuite.reporting.report.model.ReportRow;

/** What reports answer. */
public final class ReportAnswers {
    private ReportAnswers() {}

    /**
     * @param key id or code of the group; null for what belongs to none, such as an ad-hoc fee without a campaign
     * @param label a name for people, or null
     * @param detail a second name: the brand of a campaign, the campaign of a chain
     * @param metrics every figure by its formula's name
     */
    public record Row(
            @Nullable String key,
            @Nullable String label,
            @Nullable String detail,
            String currency,
            long collaborations,
            Map<String, FigureAnswer> metrics) {

        static Row of(ReportRow row, Formulas.Settings settings) {
            return new Row(
                    row.key(),
                    row.label(),
                    row.detail(),
                    row.totals().currency(),
                    row.collaborations(),
                    FigureAnswer.byName(Formulas.all(row.totals(), settings)));
        }
    }

    /** @param costScope which kinds of cost are in every total */
    public record RoiAnswer(
            GroupBy by,
            @Nullable UUID campaign,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<CostScope.CostKind> costScope,
            List<Row> items,
            @Nullable String nextCursor,
            long total) {}

    /** A campaign as it is known here. */
    public record CampaignAnswer(
            UUID id,
            String name,
            String brandName,
            String status,
            Money budget,
            LocalDate startsOn,
            LocalDate endsOn) {}

    /**
     * @param target minor units for costs, a plain number otherwise
     * @param actual null when the metric is no formula of the catalogue
     * @param ratio 1 is the target reached, capped at 1.5; null when it can't be told
     */
    public record ObjectiveAnswer(
            String kind,
            String metric,
            BigDecimal target,
            @Nullable FigureAnswer actual,
            @Nullable Better better,
            @Nullable BigDecimal ratio,
            @Nullable Boolean reached) {

        static ObjectiveAnswer of(Reached reached) {
            return new ObjectiveAnswer(
                    reached.objective().kind(),
                    reached.objective().metric(),
                    reached.objective().target(),
                    reached.actual() == null ? null : FigureAnswer.of(reached.actual()),
                    reached.better(),
                    reached.ratio(),
                    reached.reached());
        }
    }

    /** @param coverage share of the objectives that have an actual value */
    public record ScoreAnswer(@Nullable BigDecimal value, BigDecimal coverage) {}

    /**
     * What one day added, for charts.
     *
     * @param engagements null on a day without a snapshot
     */
    public record DayAnswer(
            LocalDate day,
            String currency,
            Money cost,
            Money netRevenue,
            @Nullable Long views,
            @Nullable Long engagements,
            long clicks,
            long orders) {

        static DayAnswer of(DayResult day) {
            String currency = day.added().currency();
            long cost = 0;
            for (CostScope.CostKind kind : CostScope.CostKind.values()) {
                cost = Math.addExact(cost, zeroed(day, kind.quantity()));
            }
            Long net = day.added().netRevenue().value();
            return new DayAnswer(
                    day.day(),
                    currency,
                    Money.ofMinor(cost, currency),
                    Money.ofMinor(net == null ? 0 : net, currency),
                    day.added().of(Quantity.VIEWS).value(),
                    day.added().of(Quantity.ENGAGEMENTS).value(),
                    zeroed(day, Quantity.CLICKS),
                    zeroed(day, Quantity.ORDERS));
        }

        private static long zeroed(DayResult day, Quantity quantity) {
            Long value = day.added().of(quantity).value();
            return value == null ? 0 : value;
        }
    }

    /** Everything one page about a campaign shows. */
    public record CampaignReportAnswer(
            CampaignAnswer campaign,
            Map<String, FigureAnswer> metrics,
            List<ObjectiveAnswer> objectives,
            ScoreAnswer score,
            List<DayAnswer> days,
            List<Row> tracks) {

        static CampaignReportAnswer of(CampaignReport report, Formulas.Settings settings) {
            var campaign = report.campaign();
            return new CampaignReportAnswer(
                    new CampaignAnswer(
                            campaign.id,
                            campaign.name,
                            campaign.brandName,
                            campaign.status,
                            Money.ofMinor(campaign.budgetMinor, campaign.currency),
                            campaign.startsOn,
                            campaign.endsOn),
                    FigureAnswer.byName(Formulas.all(report.totals(), settings)),
                    report.objectives().stream().map(ObjectiveAnswer::of).toList(),
                    new ScoreAnswer(report.score().value(), report.score().coverage()),
                    report.days().stream().map(DayAnswer::of).toList(),
                    report.tracks().stream().map(row -> Row.of(row, settings)).toList());
        }
    }

    /** How many collaborations of one track were measured, and their mean; none without any. */
    public record TrackMean(int count, @Nullable BigDecimal mean) {}

    /**
     * Paid against gift-only. Means, difference and interval of {@code NET_REVENUE} are in minor units.
     *
     * @param platform null for chains: an account is compared with itself
     * @param difference paid minus gift; null when a side is empty
     * @param low of the 95 % interval of the difference; null when a side has fewer than two
     */
    public record UpliftAnswer(
            String metric,
            @Nullable String platform,
            @Nullable String tier,
            String currency,
            TrackMean gift,
            TrackMean paid,
            @Nullable BigDecimal difference,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            MeanDifference.Verdict verdict) {

        static UpliftAnswer of(GiftToPaid.Comparison one) {
            return of(one.metric(), one.platform(), one.tier(), one.currency(), one.difference());
        }

        static UpliftAnswer of(GiftToPaid.ChainComparison one) {
            return of(one.metric(), null, null, one.currency(), one.difference());
        }

        private static UpliftAnswer of(
                String metric,
                @Nullable String platform,
                @Nullable String tier,
                String currency,
                MeanDifference paidAgainstGift) {
            return new UpliftAnswer(
                    metric,
                    platform,
                    tier,
                    currency,
                    new TrackMean(paidAgainstGift.baseCount(), paidAgainstGift.baseMean()),
                    new TrackMean(paidAgainstGift.comparedCount(), paidAgainstGift.comparedMean()),
                    paidAgainstGift.difference(),
                    paidAgainstGift.low(),
                    paidAgainstGift.high(),
                    paidAgainstGift.verdict());
        }
    }

    /**
     * @param chains gift and paid of one account read as one, each a row: the dearest 50
     * @param chainsTotal how many there are; the report by chain has them all
     */
    public record GiftToPaidAnswer(
            List<UpliftAnswer> comparable, List<UpliftAnswer> sameAccount, List<Row> chains, long chainsTotal) {

        static GiftToPaidAnswer of(GiftToPaidReport report, Formulas.Settings settings) {
            return new GiftToPaidAnswer(
                    report.comparable().stream().map(UpliftAnswer::of).toList(),
                    report.chains().stream().map(UpliftAnswer::of).toList(),
                    report.rows().rows().stream()
                            .map(row -> Row.of(row, settings))
                            .toList(),
                    report.rows().total());
        }
    }
}
