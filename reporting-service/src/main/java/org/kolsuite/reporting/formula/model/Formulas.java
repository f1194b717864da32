package org.kolsuite.reporting.formula.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.formula.model.Figure.Computed;
import org.kolsuite.reporting.formula.model.Figure.NotComputable;
import org.kolsuite.reporting.formula.model.Figure.Reason;

/**
 * The catalogue: every metric of the reports, by name, in the order a report shows them. Costs per something keep four
 * decimals of a minor unit, ratios six; both are rounded half-even once, at the end. The definitions are those of
 * DOMAIN.md, section ROI.
 */
public final class Formulas {
    private static final int MONEY_SCALE = 4;
    private static final int RATIO_SCALE = 6;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String DOMAIN = "KOL Suite domain handbook, section ROI";

    private static final Map<String, Definition> CATALOGUE = new LinkedHashMap<>();

    public static final Formula TOTAL_COST = define(
            "TOTAL_COST",
            Unit.MONEY,
            Better.NEITHER,
            "gifts at product cost + shipping + approved fees, as far as the scope includes them",
            (totals, settings) -> Calculation.of(costInputs(totals, settings), totals.currency())
                    .value(BigDecimal.valueOf(totalCost(totals, settings.scope()))));

    public static final Formula CPM = costPer(
            "CPM",
            "total cost / (views / 1,000)",
            "views",
            Totals::views,
            views -> views.divide(THOUSAND, 10, RoundingMode.HALF_EVEN));
    public static final Formula CPR = costPer("CPR", "total cost / reads", "reads", Totals::reads, reads -> reads);
    public static final Formula CPC =
            costPer("CPC", "total cost / clicks of people on tracked links", "clicks", Totals::clicks, c -> c);
    public static final Formula CPE =
            costPer("CPE", "total cost / engagements", "engagements", Totals::engagements, e -> e);
    public static final Formula CPA =
            costPer("CPA", "total cost / attributed orders", "orders", Totals::orders, orders -> orders);

    public static final Formula ENGAGEMENT_RATE = rate(
            "ENGAGEMENT_RATE",
            "engagements / views",
            "engagements",
            Totals::engagements,
            "views",
            Totals::views);
    public static final Formula ENGAGEMENT_RATE_BY_READS = rate(
            "ENGAGEMENT_RATE_BY_READS",
            "engagements / reads; above 1 where a platform only estimates reads",
            "engagements",
            Totals::engagements,
            "reads",
            Totals::reads);
    public static final Formula ENGAGEMENT_RATE_BY_FOLLOWERS = rate(
            "ENGAGEMENT_RATE_BY_FOLLOWERS",
            "engagements / followers of the accounts",
            "engagements",
            Totals::engagements,
            "followers",
            Totals::followers);
    public static final Formula VIRAL_RATE = rate(
            "VIRAL_RATE",
            "posts with engagements over the threshold / posts",
            "viralPosts",
            Totals::viralPosts,
            "posts",
            Totals::posts);

    public static final Formula NET_REVENUE = define(
            "NET_REVENUE",
            Unit.MONEY,
            Better.HIGHER,
            "paid - refunded of attributed orders; a paid column that is already net is not netted twice",
            (totals, settings) -> revenue(totals).value(known(totals.netRevenueMinor())));

    public static final Formula CONTRIBUTION = define(
            "CONTRIBUTION",
            Unit.MONEY,
            Better.HIGHER,
            "sum over orders of net revenue x the product's margin rate on the order's day, unless the margin was imported",
            (totals, settings) -> contributionOf(totals));

    public static final Formula ROAS = define(
            "ROAS",
            Unit.RATIO,
            Better.HIGHER,
            "net attributed revenue / total cost (often called ROI in China)",
            (totals, settings) -> revenue(totals)
                    .and(costInputs(totals, settings))
                    .divide(
                            known(totals.netRevenueMinor()),
                            BigDecimal.valueOf(totalCost(totals, settings.scope())),
                            "nothing was spent"));

    public static final Formula ROI = define(
            "ROI",
            Unit.RATIO,
            Better.HIGHER,
            "(contribution margin - total cost) / total cost",
            (totals, settings) -> roi(totals, settings));

    public static final Formula EMV = define(
            "EMV",
            Unit.MONEY,
            Better.HIGHER,
            "sum of each counter x the organisation's rate for it; an estimate, never part of ROI",
            Formulas::emv);

    public static final Formula POSTS = count("POSTS", "published posts", "posts", Totals::posts);
    public static final Formula VIEWS = count("VIEWS", "exposures or plays", "views", Totals::views);
    public static final Formula READS = count("READS", "reads, also where only estimated", "reads", Totals::reads);
    public static final Formula ENGAGEMENTS =
            count("ENGAGEMENTS", "likes + comments + shares + saves", "engagements", Totals::engagements);
    public static final Formula SAVES = count("SAVES", "saves (收藏)", "saves", Totals::saves);
    public static final Formula CLICKS =
            count("CLICKS", "clicks of people on tracked links, bots apart", "clicks", Totals::clicks);
    public static final Formula ORDERS =
            count("ORDERS", "attributed orders, paid and not wholly refunded", "orders", Totals::orders);

    /** What an organisation decides about its figures. */
    public record Settings(CostScope scope, @Nullable EmvRates emvRates) {
        public static Settings defaults() {
            return new Settings(CostScope.everything(), EmvRates.defaults());
        }
    }

    private Formulas() {}

    /** All formulas in the order a report shows them. */
    public static List<Formula> catalogue() {
        return CATALOGUE.values().stream().map(Definition::formula).toList();
    }

    /** The formula with that name, whatever its case. */
    public static Optional<Formula> named(String name) {
        return Optional.ofNullable(CATALOGUE.get(name.strip().toUpperCase(java.util.Locale.ROOT)))
                .map(Definition::formula);
    }

    /** Computes one formula of the catalogue. */
    public static Figure compute(Formula formula, Totals totals, Settings settings) {
        Definition definition = CATALOGUE.get(formula.name());
        if (definition == null) {
            throw new IllegalArgumentException("not in the catalogue: " + formula.name());
        }
        return definition.calculation().apply(totals, settings).figure(formula);
    }

    /** Computes every formula of the catalogue, in its order. */
    public static List<Figure> all(Totals totals, Settings settings) {
        List<Figure> figures = new ArrayList<>();
        catalogue().forEach(formula -> figures.add(compute(formula, totals, settings)));
        return figures;
    }

    private record Definition(Formula formula, BiFunction<Totals, Settings, Calculation> calculation) {}

    private static Formula define(
            String name,
            Unit unit,
            Better better,
            String expression,
            BiFunction<Totals, Settings, Calculation> calculation) {
        Formula formula = new Formula(name, "1", unit, better, expression, DOMAIN);
        CATALOGUE.put(name, new Definition(formula, calculation));
        return formula;
    }

    private static Formula costPer(
            String name,
            String expression,
            String divisorName,
            Function<Totals, Measured> divisor,
            Function<BigDecimal, BigDecimal> scaled) {
        return define(name, Unit.MONEY, Better.LOWER, expression, (totals, settings) -> {
            BigDecimal count = known(divisor.apply(totals));
            return Calculation.of(costInputs(totals, settings), totals.currency())
                    .and(List.of(input(divisorName, Unit.COUNT, divisor.apply(totals))))
                    .divide(
                            BigDecimal.valueOf(totalCost(totals, settings.scope())),
                            count == null ? null : scaled.apply(count),
                            "there are no " + divisorName);
        });
    }

    private static Formula rate(
            String name,
            String expression,
            String upName,
            Function<Totals, Measured> up,
            String downName,
            Function<Totals, Measured> down) {
        return define(name, Unit.RATIO, Better.HIGHER, expression, (totals, settings) -> Calculation.of(
                        List.of(
                                input(upName, Unit.COUNT, up.apply(totals)),
                                input(downName, Unit.COUNT, down.apply(totals))),
                        totals.currency())
                .divide(known(up.apply(totals)), known(down.apply(totals)), "there are no " + downName));
    }

    private static Formula count(String name, String expression, String inputName, Function<Totals, Measured> of) {
        return define(name, Unit.COUNT, Better.HIGHER, expression, (totals, settings) -> Calculation.of(
                        List.of(input(inputName, Unit.COUNT, of.apply(totals))), totals.currency())
                .value(known(of.apply(totals))));
    }

    private static Calculation revenue(Totals totals) {
        return Calculation.of(
                List.of(
                        input("paid", Unit.MONEY, totals.paidMinor()),
                        input("refunded", Unit.MONEY, totals.refundedMinor())),
                totals.currency());
    }

    private static Calculation contributionOf(Totals totals) {
        Calculation calculation = revenue(totals)
                .and(List.of(
                        input("contribution", Unit.MONEY, totals.contributionMinor()),
                        new Input(
                                "ordersWithoutMarginRate",
                                BigDecimal.valueOf(totals.ordersWithoutMargin()),
                                Unit.COUNT,
                                Source.CONFIGURED,
                                totals.contributionMinor().asOf())));
        return totals.ordersWithoutMargin() > 0
                ? calculation.notComputable(
                        Reason.NO_MARGIN_RATE,
                        totals.ordersWithoutMargin() + " attributed orders have no margin rate on their day")
                : calculation.value(known(totals.contributionMinor()));
    }

    private static Calculation roi(Totals totals, Settings settings) {
        Calculation contribution = contributionOf(totals).and(costInputs(totals, settings));
        BigDecimal margin = contribution.value();
        if (margin == null) {
            return contribution;
        }
        BigDecimal cost = BigDecimal.valueOf(totalCost(totals, settings.scope()));
        return contribution.divide(margin.subtract(cost), cost, "nothing was spent");
    }

    private static Calculation emv(Totals totals, Settings settings) {
        EmvRates rates = settings.emvRates();
        Calculation calculation = Calculation.of(
                List.of(
                        input("views", Unit.COUNT, totals.views()),
                        input("likes", Unit.COUNT, totals.likes()),
                        input("comments", Unit.COUNT, totals.comments()),
                        input("shares", Unit.COUNT, totals.shares()),
                        input("saves", Unit.COUNT, totals.saves())),
                totals.currency());
        if (rates == null || !rates.currency().equals(totals.currency())) {
            return calculation.notComputable(
                    Reason.NOT_CONFIGURED, "there are no EMV rates in " + totals.currency());
        }
        return calculation.and(rates.inputs()).value(rates.valueOf(totals));
    }

    private static long totalCost(Totals totals, CostScope scope) {
        long sum = 0;
        for (CostKind kind : scope.includes()) {
            Long part = costOf(kind, totals).value();
            sum = Math.addExact(sum, part == null ? 0 : part);
        }
        return sum;
    }

    private static Measured costOf(CostKind kind, Totals totals) {
        return switch (kind) {
            case GIFT_PRODUCT -> totals.giftCostMinor();
            case SHIPPING -> totals.shippingMinor();
            case FEE -> totals.feesMinor();
        };
    }

    private static List<Input> costInputs(Totals totals, Settings settings) {
        List<Input> inputs = new ArrayList<>();
        for (CostKind kind : CostKind.values()) {
            String name =
                    switch (kind) {
                        case GIFT_PRODUCT -> "giftProductCost";
                        case SHIPPING -> "shippingCost";
                        case FEE -> "approvedFees";
                    };
            boolean included = settings.scope().includes(kind);
            inputs.add(input(included ? name : name + " (out of scope)", Unit.MONEY, costOf(kind, totals)));
        }
        return inputs;
    }

    private static Input input(String name, Unit unit, Measured measured) {
        return new Input(name, known(measured), unit, measured.source(), measured.asOf());
    }

    private static @Nullable BigDecimal known(Measured measured) {
        return measured.value() == null ? null : BigDecimal.valueOf(measured.value());
    }

    /** A calculation under way: its inputs, and then either a value or the reason why there is none. */
    private record Calculation(
            List<Input> inputs,
            String currency,
            @Nullable BigDecimal value,
            @Nullable Reason reason,
            String because) {

        static Calculation of(List<Input> inputs, String currency) {
            return new Calculation(List.copyOf(inputs), currency, null, Reason.INPUT_UNKNOWN, "");
        }

        Calculation and(List<Input> more) {
            List<Input> all = new ArrayList<>(inputs);
            all.addAll(more);
            return new Calculation(List.copyOf(all), currency, value, reason, because);
        }

        Calculation value(@Nullable BigDecimal result) {
            return result == null
                    ? notComputable(Reason.INPUT_UNKNOWN, unknownInputs())
                    : new Calculation(inputs, currency, result, null, "");
        }

        Calculation divide(@Nullable BigDecimal up, @Nullable BigDecimal down, String whenZero) {
            if (up == null || down == null) {
                return notComputable(Reason.INPUT_UNKNOWN, unknownInputs());
            }
            return down.signum() == 0
                    ? notComputable(Reason.NOTHING_TO_DIVIDE_BY, whenZero)
                    : value(up.divide(down, 10, RoundingMode.HALF_EVEN));
        }

        Calculation notComputable(Reason why, String words) {
            return new Calculation(inputs, currency, null, why, words);
        }

        Figure figure(Formula formula) {
            if (value == null) {
                return new NotComputable(
                        formula, reason == null ? Reason.INPUT_UNKNOWN : reason, because, inputs);
            }
            return switch (formula.unit()) {
                case MONEY -> new Computed(formula, rounded(value, MONEY_SCALE), currency, inputs);
                case RATIO -> new Computed(formula, rounded(value, RATIO_SCALE), null, inputs);
                case COUNT -> new Computed(formula, rounded(value, 0), null, inputs);
            };
        }

        private String unknownInputs() {
            List<String> unknown = inputs.stream()
                    .filter(input -> input.value() == null)
                    .map(Input::name)
                    .toList();
            return "no source has given " + String.join(", ", unknown);
        }

        private static BigDecimal rounded(BigDecimal value, int scale) {
            BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_EVEN).stripTrailingZeros();
            return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        }
    }
}
