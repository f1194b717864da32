package org.kolsuite.reporting.report.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.campaign.CampaignState.Objective;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.directory.CampaignRow;
import org.kolsuite.reporting.formula.application.FigureSettings;
import org.kolsuite.reporting.formula.model.Better;
import org.kolsuite.reporting.formula.model.Figure;
import org.kolsuite.reporting.formula.model.Formula;
import org.kolsuite.reporting.formula.model.Formulas;
import org.kolsuite.reporting.formula.model.KpiScore;
import org.kolsuite.reporting.formula.model.Totals;
import org.kolsuite.reporting.report.model.DayResult;
import org.kolsuite.reporting.report.model.GiftToPaid;
import org.kolsuite.reporting.report.model.GiftToPaid.ChainComparison;
import org.kolsuite.reporting.report.model.GiftToPaid.Comparison;
import org.kolsuite.reporting.report.model.GroupBy;
import org.kolsuite.reporting.report.model.ReportRow;
import org.kolsuite.reporting.report.model.Scope;
import org.kolsuite.reporting.report.persistence.ReportSums;

/** Answers for executives and everybody else who may read results. */
@ApplicationScoped
public class ReadReports {
    private static final int PART = 2_500;

    private static final int CHAINS_SHOWN = 50;

    private static final List<String> COMPARED = List.of("ENGAGEMENTS", "NET_REVENUE", "ORDERS");

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ReportSums sums;

    @Inject
    FigureSettings figures;

    @Inject
    ObjectMapper json;

    /** Some of the rows, and how many there are. */
    public record Page(List<ReportRow> rows, long total) {
        private static Page of(ReportSums.Dearest found) {
            return new Page(found.rows(), found.total());
        }
    }

    /** The dearest rows from a place on; of equally dear ones, by key. */
    public Uni<Page> page(
            Caller.Member caller, GroupBy by, Scope scope, Formulas.Settings settings, int from, int limit) {
        return unitOfWork
                .atOneMoment(caller, () -> sums.dearest(by, scope, settings.scope(), from, limit))
                .map(Page::of);
    }

    /** Takes all rows in the same order, part by part: there may be more than fit into memory. */
    public Uni<Void> everyRow(
            Caller.Member caller,
            GroupBy by,
            Scope scope,
            Formulas.Settings settings,
            Function<List<ReportRow>, Uni<Void>> part) {
        return unitOfWork.atOneMoment(
                caller,
                () -> unitOfWork
                        .unhurried()
                        .chain(() -> sums.ranked(by, scope, settings.scope(), 0, Integer.MAX_VALUE))
                        .chain(ranked -> Multi.createFrom()
                                .iterable(ranked.groups())
                                .group()
                                .intoLists()
                                .of(PART)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        groups -> sums.rows(by, scope, groups).chain(rows -> part.apply(rows)))
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }

    /**
     * An objective beside what was reached.
     *
     * @param actual null when its metric is no formula of the catalogue
     * @param reached null when there is no actual value
     */
    public record Reached(
            Objective objective,
            @Nullable Figure actual,
            @Nullable Better better,
            @Nullable BigDecimal ratio,
            @Nullable Boolean reached) {}

    /** Everything one page about a campaign shows. */
    public record CampaignReport(
            CampaignRow campaign,
            Totals totals,
            List<Reached> objectives,
            KpiScore score,
            List<DayResult> days,
            List<ReportRow> tracks) {}

    public Uni<CampaignReport> campaign(Caller.Member caller, UUID id, Scope scope, Formulas.Settings settings) {
        return unitOfWork.atOneMoment(
                caller,
                () -> Panache.getSession()
                        .chain(session -> session.find(CampaignRow.class, id))
                        .onItem()
                        .ifNull()
                        .failWith(() -> new UnknownId("campaign", id))
                        .chain(campaign -> rows(GroupBy.CAMPAIGN, scope, settings)
                                .chain(rows -> sums.days(scope)
                                        .chain(days -> rows(GroupBy.TRACK, scope, settings)
                                                .map(tracks -> report(campaign, rows, days, tracks, settings))))));
    }

    /** Of a campaign, or of its tracks: there is one for each currency, and no more. */
    private Uni<List<ReportRow>> rows(GroupBy by, Scope scope, Formulas.Settings settings) {
        return sums.ranked(by, scope, settings.scope(), 0, Integer.MAX_VALUE)
                .chain(ranked -> sums.rows(by, scope, ranked.groups()));
    }

    private CampaignReport report(
            CampaignRow campaign,
            List<ReportRow> rows,
            List<DayResult> days,
            List<ReportRow> tracks,
            Formulas.Settings settings) {
        Totals totals = rows.stream()
                .map(ReportRow::totals)
                .filter(one -> one.currency().equals(campaign.currency))
                .findFirst()
                .orElse(Totals.none(campaign.currency));
        List<Reached> objectives = objectives(campaign).stream()
                .map(objective -> reached(objective, totals, settings))
                .toList();
        List<KpiScore.Term> terms = objectives.stream()
                .filter(one -> one.better() != null && one.objective().target().signum() > 0)
                .map(ReadReports::term)
                .toList();
        return new CampaignReport(campaign, totals, objectives, KpiScore.of(terms, figures.kpiCap()), days, tracks);
    }

    private Reached reached(Objective objective, Totals totals, Formulas.Settings settings) {
        Formula formula = Formulas.named(objective.metric()).orElse(null);
        if (formula == null) {
            return new Reached(objective, null, null, null, null);
        }
        Figure actual = Formulas.compute(formula, totals, settings);
        BigDecimal value = actual.valueOrNull();
        if (value == null || objective.target().signum() <= 0) {
            return new Reached(objective, actual, formula.better(), null, null);
        }
        BigDecimal ratio = KpiScore.ratioOf(
                new KpiScore.Term(objective.metric(), value, objective.target(), BigDecimal.ONE, formula.better()),
                figures.kpiCap());
        boolean reached = formula.better() == Better.LOWER
                ? value.compareTo(objective.target()) <= 0
                : value.compareTo(objective.target()) >= 0;
        return new Reached(objective, actual, formula.better(), ratio, reached);
    }

    private static KpiScore.Term term(Reached reached) {
        Better better = reached.better() == null ? Better.HIGHER : reached.better();
        Figure actual = reached.actual();
        return new KpiScore.Term(
                reached.objective().metric(),
                actual == null ? null : actual.valueOrNull(),
                reached.objective().target(),
                BigDecimal.ONE,
                better);
    }

    /**
     * Paid against gift-only, and chains.
     *
     * @param rows the dearest chains, with how many there are; all of them are a report of their own
     */
    public record GiftToPaidReport(List<Comparison> comparable, List<ChainComparison> chains, Page rows) {}

    public Uni<GiftToPaidReport> giftToPaid(Caller.Member caller, Scope scope, Formulas.Settings settings) {
        return unitOfWork.atOneMoment(
                caller,
                () -> sums.compared(scope)
                        .chain(compared -> sums.dearest(GroupBy.CHAIN, scope, settings.scope(), 0, CHAINS_SHOWN)
                                .map(chains -> {
                                    List<GiftToPaid.Result> results = compared.stream()
                                            .map(ReadReports::result)
                                            .toList();
                                    return new GiftToPaidReport(
                                            GiftToPaid.comparable(results, COMPARED),
                                            GiftToPaid.chains(results, COMPARED),
                                            Page.of(chains));
                                })));
    }

    private static GiftToPaid.Result result(ReportSums.Compared row) {
        Map<String, BigDecimal> values = new HashMap<>();
        values.put("NET_REVENUE", BigDecimal.valueOf(row.netRevenueMinor()));
        values.put("ORDERS", BigDecimal.valueOf(row.orders()));
        if (row.engagements() != null) {
            values.put("ENGAGEMENTS", BigDecimal.valueOf(row.engagements()));
        }
        return new GiftToPaid.Result(
                row.collaboration(),
                row.escalatedFrom(),
                row.track().equals("PAID"),
                row.platform(),
                row.tier() == null ? "unknown" : row.tier(),
                row.currency(),
                Map.copyOf(values));
    }

    private List<Objective> objectives(CampaignRow campaign) {
        try {
            return json.readValue(campaign.objectives, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("objectives were written by this service", impossible);
        }
    }
}
