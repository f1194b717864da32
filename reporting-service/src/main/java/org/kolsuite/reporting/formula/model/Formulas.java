package org.kolsuite.reporting.formula.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.formula.model.Figure.Reason;

/**
 * The catalogue: every metric of the reports by name, in the order a report shows them. Costs per something keep four
 * decimals of a minor unit, ratios six, both rounded half-even. The definitions are those of the domain handbook, section
 * ROI; changing one means a new version.
 */
public final class Formulas {
    private static final String HANDBOOK = "KOL Suite domain handbook, section ROI";
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final Map<String, Definition> CATALOGUE = new LinkedHashMap<>();

    public static final Formula TOTAL_COST = define(
            "TOTAL_COST",
            Unit.MONEY,
            Better.NEITHER,
            "gifts at product cost + shipping + approved fees, as far as the scope includes them",
            (totals, settings) -> Calculation.with(costs(totals, settings)).gives(totalCost(totals, settings)));

    public static final Formula CPM = define(
            "CPM",
            Unit.MONEY,
            Better.LOWER,
            "total cost / (views / 1,000)",
            (totals, settings) -> costPer(Quantity.VIEWS, THOUSAND, totals, settings));

    public static final Formula CPR = costPer("CPR", "total cost / reads", Quantity.READS);
    public static final Formula CPC = costPer("CPC", "total cost / clicks of people on tracked links", Quantity.CLICKS);
    public static final Formula CPE = costPer("CPE", "total cost / engagements", Quantity.ENGAGEMENTS);
    public static final Formula CPA = costPer("CPA", "total cost / attributed orders", Quantity.ORDERS);

    public static final Formula ENGAGEMENT_RATE =
            rate("ENGAGEMENT_RATE", "engagements / views", Quantity.ENGAGEMENTS, Quantity.VIEWS);
    public static final Formula ENGAGEMENT_RATE_BY_READS = rate(
            "ENGAGEMENT_RATE_BY_READS",
            "engagements / reads; may pass 1 where a platform only estimates reads",
            Quantity.ENGAGEMENTS,
            Quantity.READS);
    public static final Formula ENGAGEMENT_RATE_BY_FOLLOWERS = rate(
            "ENGAGEMENT_RATE_BY_FOLLOWERS",
            "engagements / followers of the accounts",
            Quantity.ENGAGEMENTS,
            Quantity.FOLLOWERS);
    public static final Formula VIRAL_RATE = rate(
            "VIRAL_RATE", "posts with engagements over the threshold / posts", Quantity.VIRAL_POSTS, Quantity.POSTS);

    public static final Formula NET_REVENUE = define(
            "NET_REVENUE",
            Unit.MONEY,
            Better.HIGHER,
            "paid - refunded of attributed orders; a paid column that is already net is not netted twice",
            (totals, settings) -> Calculation.with(revenue(totals)).gives(netRevenue(totals)));

    public static final Formula CONTRIBUTION = define(
            "CONTRIBUTION",
            Unit.MONEY,
            Better.HIGHER,
            "sum over orders of net revenue x the product's margin rate on the order's day, unless the margin was imported",
            (totals, settings) -> contribution(totals));

    public static final Formula ROAS = define(
            "ROAS",
            Unit.RATIO,
            Better.HIGHER,
            "net attributed revenue / total cost (in China often called ROI)",
            (totals, settings) -> Calculation.with(revenue(totals))
                    .and(costs(totals, settings))
                    .divides(netRevenue(totals), totalCost(totals, settings), "nothing was spent"));

    public static final Formula ROI =
            define("ROI", Unit.RATIO, Better.HIGHER, "(contribution margin - total cost) / total cost", Formulas::roi);

    public static final Formula EMV = define(
            "EMV",
            Unit.MONEY,
            Better.HIGHER,
            "sum of each counter x the organisation's rate for it; an estimate, never part of ROI",
            Formulas::emv);

    public static final Formula POSTS = count("POSTS", "published posts", Quantity.POSTS);
    public static final Formula VIEWS = count("VIEWS", "exposures or plays", Quantity.VIEWS);
    public static final Formula READS = count("READS", "reads, also where only estimated", Quantity.READS);
    public static final Formula ENGAGEMENTS =
            count("ENGAGEMENTS", "likes + comments + shares + saves", Quantity.ENGAGEMENTS);
    public static final Formula SAVES = count("SAVES", "saves", Quantity.SAVES);
    public static final Formula CLICKS =
            count("CLICKS", "clicks of people on tracked links, bots apart", Quantity.CLICKS);
    public static final Formula ORDERS =
            count("ORDERS", "attributed orders, paid and not wholly refunded", Quantity.ORDERS);

    /**
     * What an organisation decides about its figures.
     *
     * @param emvRates null while it has set none
     */
    public record Settings(CostScope scope, @Nullable EmvRates emvRates) {}

    private Formulas() {}

    /** All formulas in the order a report shows them. */
    public static List<Formula> catalogue() {
        return CATALOGUE.values().stream().map(Definition::formula).toList();
    }

    /** The formula with that name, whatever its case. */
    public static Optional<Formula> named(String name) {
        return Optional.ofNullable(CATALOGUE.get(name.strip().toUpperCase(Locale.ROOT)))
                .map(Definition::formula);
    }

    /** Computes one formula of the catalogue. */
    public static Figure compute(Formula formula, Totals totals, Settings settings) {
        Definition definition = CATALOGUE.get(formula.name());
        if (definition == null) {
            throw new IllegalArgumentException("not in the catalogue: " + formula.name());
        }
        return definition.calculation().apply(totals, settings).figure(formula, totals.currency());
    }

    /** Computes every formula of the catalogue, in its order. */
    public static List<Figure> all(Totals totals, Settings settings) {
        return catalogue().stream()
                .map(formula -> compute(formula, totals, settings))
                .toList();
    }

    private record Definition(Formula formula, BiFunction<Totals, Settings, Calculation> calculation) {}

    private static Formula define(
            String name,
            Unit unit,
            Better better,
            String expression,
            BiFunction<Totals, Settings, Calculation> calculation) {
        Formula formula = new Formula(name, "1", unit, better, expression, HANDBOOK);
        CATALOGUE.put(name, new Definition(formula, calculation));
        return formula;
    }

    private static Formula costPer(String name, String expression, Quantity divisor) {
        return define(
                name,
                Unit.MONEY,
                Better.LOWER,
                expression,
                (totals, settings) -> costPer(divisor, BigDecimal.ONE, totals, settings));
    }

    private static Calculation costPer(Quantity divisor, BigDecimal each, Totals totals, Settings settings) {
        return Calculation.with(costs(totals, settings))
                .and(List.of(input(divisor, totals)))
                .divides(
                        totalCost(totals, settings).multiply(each),
                        known(totals.of(divisor)),
                        "there are no " + divisor.label());
    }

    private static Formula rate(String name, String expression, Quantity part, Quantity whole) {
        return define(
                name,
                Unit.RATIO,
                Better.HIGHER,
                expression,
                (totals, settings) -> Calculation.with(List.of(input(part, totals), input(whole, totals)))
                        .divides(known(totals.of(part)), known(totals.of(whole)), "there are no " + whole.label()));
    }

    private static Formula count(String name, String expression, Quantity counted) {
        return define(
                name,
                Unit.COUNT,
                Better.HIGHER,
                expression,
                (totals, settings) ->
                        Calculation.with(List.of(input(counted, totals))).gives(known(totals.of(counted))));
    }

    private static Calculation contribution(Totals totals) {
        BigDecimal withoutRate = known(totals.of(Quantity.ORDERS_WITHOUT_MARGIN));
        Calculation calculation = Calculation.with(revenue(totals))
                .and(List.of(input(Quantity.CONTRIBUTION, totals), input(Quantity.ORDERS_WITHOUT_MARGIN, totals)));
        return withoutRate != null && withoutRate.signum() > 0
                ? calculation.givesNothing(
                        Reason.NO_MARGIN_RATE, withoutRate + " attributed orders have no margin rate on their day")
                : calculation.gives(known(totals.of(Quantity.CONTRIBUTION)));
    }

    private static Calculation roi(Totals totals, Settings settings) {
        Calculation contribution = contribution(totals).and(costs(totals, settings));
        BigDecimal margin = contribution.value();
        if (margin == null) {
            return contribution;
        }
        BigDecimal cost = totalCost(totals, settings);
        return contribution.divides(margin.subtract(cost), cost, "nothing was spent");
    }

    private static Calculation emv(Totals totals, Settings settings) {
        EmvRates rates = settings.emvRates();
        if (rates == null || !rates.currency().equals(totals.currency())) {
            return Calculation.with(List.of())
                    .givesNothing(Reason.NOT_CONFIGURED, "there are no EMV rates in " + totals.currency());
        }
        return Calculation.with(rates.inputs(totals)).gives(rates.valueOf(totals));
    }

    private static List<Input> revenue(Totals totals) {
        return List.of(input(Quantity.PAID, totals), input(Quantity.REFUNDED, totals));
    }

    private static @Nullable BigDecimal netRevenue(Totals totals) {
        return known(totals.netRevenue());
    }

    private static BigDecimal totalCost(Totals totals, Settings settings) {
        BigDecimal sum = BigDecimal.ZERO;
        for (CostKind kind : settings.scope().includes()) {
            BigDecimal part = known(totals.of(kind.quantity()));
            sum = part == null ? sum : sum.add(part);
        }
        return sum;
    }

    private static List<Input> costs(Totals totals, Settings settings) {
        List<Input> inputs = new ArrayList<>();
        for (CostKind kind : CostKind.values()) {
            Input input = input(kind.quantity(), totals);
            inputs.add(
                    settings.scope().includes(kind)
                            ? input
                            : new Input(
                                    input.name() + " (left out)",
                                    input.value(),
                                    input.unit(),
                                    input.source(),
                                    input.asOf()));
        }
        return inputs;
    }

    static Input input(Quantity quantity, Totals totals) {
        Measured measured = totals.of(quantity);
        return new Input(quantity.label(), known(measured), quantity.unit(), measured.source(), measured.asOf());
    }

    private static @Nullable BigDecimal known(Measured measured) {
        return measured.value() == null ? null : BigDecimal.valueOf(measured.value());
    }
}
