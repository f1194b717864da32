package org.kolsuite.reporting.formula.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.formula.model.Figure.Computed;
import org.kolsuite.reporting.formula.model.Figure.NotComputable;
import org.kolsuite.reporting.formula.model.Figure.Reason;

class FormulasTest {
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final EmvRates RATES = new EmvRates(
            "default-1",
            "CNY",
            Map.of(
                    Quantity.LIKES, new BigDecimal("0.30"),
                    Quantity.COMMENTS, new BigDecimal("0.50"),
                    Quantity.SAVES, new BigDecimal("0.05")));
    private static final Formulas.Settings DEFAULTS = new Formulas.Settings(CostScope.everything(), RATES);

    @Test
    void totalCostIsGiftsAndShippingAndFees() {
        // Given
        Totals totals = spent(12_000, 1_500, 300_000);
        // When
        Figure cost = Formulas.compute(Formulas.TOTAL_COST, totals, DEFAULTS);
        // Then
        assertThat(value(cost)).isEqualByComparingTo("313500");
        assertThat(cost.inputs())
                .extracting(Input::name)
                .containsExactly("giftProductCost", "shippingCost", "approvedFees");
        assertThat(cost.inputs()).extracting(Input::source).containsOnly(Source.BOOKED);
        assertThat(cost.inputs()).extracting(Input::asOf).containsOnly(AT);
    }

    @Test
    void costScopeSaysWhatIsLeftOut() {
        // Given
        var giftsOnly =
                new Formulas.Settings(new CostScope(EnumSet.of(CostKind.GIFT_PRODUCT, CostKind.SHIPPING)), RATES);
        // When
        Figure cost = Formulas.compute(Formulas.TOTAL_COST, spent(12_000, 1_500, 300_000), giftsOnly);
        // Then
        assertThat(value(cost)).isEqualByComparingTo("13500");
        assertThat(cost.inputs()).extracting(Input::name).contains("approvedFees (left out)");
    }

    @Test
    void costsPerThing() {
        // Given
        Totals totals = spent(0, 0, 100_000)
                .adding(Quantity.VIEWS, 40_000, Source.UPLOAD, AT)
                .adding(Quantity.READS, 8_000, Source.UPLOAD, AT)
                .adding(Quantity.CLICKS, 300, Source.TRACKED, AT)
                .adding(Quantity.ENGAGEMENTS, 2_000, Source.UPLOAD, AT)
                .adding(Quantity.ORDERS, 25, Source.SHOP, AT);
        // Then
        assertThat(value(Formulas.compute(Formulas.CPM, totals, DEFAULTS))).isEqualByComparingTo("2500");
        assertThat(value(Formulas.compute(Formulas.CPR, totals, DEFAULTS))).isEqualByComparingTo("12.5");
        assertThat(value(Formulas.compute(Formulas.CPC, totals, DEFAULTS))).isEqualByComparingTo("333.3333");
        assertThat(value(Formulas.compute(Formulas.CPE, totals, DEFAULTS))).isEqualByComparingTo("50");
        assertThat(value(Formulas.compute(Formulas.CPA, totals, DEFAULTS))).isEqualByComparingTo("4000");
    }

    @Test
    void nothingToDivideByIsNotComputableWithItsReason() {
        // When
        Figure cpc = Formulas.compute(Formulas.CPC, spent(0, 0, 100), DEFAULTS);
        Figure roas = Formulas.compute(Formulas.ROAS, Totals.none("CNY"), DEFAULTS);
        // Then
        assertThat(cpc).isInstanceOfSatisfying(NotComputable.class, none -> {
            assertThat(none.reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
            assertThat(none.because()).isEqualTo("there are no clicks");
        });
        assertThat(roas)
                .isInstanceOfSatisfying(
                        NotComputable.class, none -> assertThat(none.because()).isEqualTo("nothing was spent"));
    }

    @Test
    void unknownIsNotZero() {
        // Given
        Totals withoutViews = spent(0, 0, 100).adding(Quantity.ENGAGEMENTS, 10, Source.UPLOAD, AT);
        // When
        Figure rate = Formulas.compute(Formulas.ENGAGEMENT_RATE, withoutViews, DEFAULTS);
        // Then
        assertThat(rate).isInstanceOfSatisfying(NotComputable.class, none -> {
            assertThat(none.reason()).isEqualTo(Reason.INPUT_UNKNOWN);
            assertThat(none.because()).isEqualTo("no source has given views");
        });
    }

    @Test
    void roasIsNetRevenueAndRoiIsContribution() {
        // Given: cost 1,000.00; paid 5,000.00, refunded 1,000.00; contribution 1,400.00
        Totals totals = spent(0, 0, 100_000)
                .adding(Quantity.PAID, 500_000, Source.SHOP, AT)
                .adding(Quantity.REFUNDED, 100_000, Source.SHOP, AT)
                .adding(Quantity.CONTRIBUTION, 140_000, Source.SHOP, AT);
        // Then
        assertThat(value(Formulas.compute(Formulas.NET_REVENUE, totals, DEFAULTS)))
                .isEqualByComparingTo("400000");
        assertThat(value(Formulas.compute(Formulas.ROAS, totals, DEFAULTS))).isEqualByComparingTo("4");
        assertThat(value(Formulas.compute(Formulas.ROI, totals, DEFAULTS))).isEqualByComparingTo("0.4");
    }

    @Test
    void roiWithoutAMarginRateIsNotComputable() {
        // Given
        Totals totals = spent(0, 0, 100_000)
                .adding(Quantity.PAID, 500_000, Source.SHOP, AT)
                .adding(Quantity.ORDERS_WITHOUT_MARGIN, 3, Source.SHOP, AT);
        // When
        Figure roi = Formulas.compute(Formulas.ROI, totals, DEFAULTS);
        // Then
        assertThat(roi).isInstanceOfSatisfying(NotComputable.class, none -> {
            assertThat(none.reason()).isEqualTo(Reason.NO_MARGIN_RATE);
            assertThat(none.because()).startsWith("3 attributed orders");
        });
    }

    @Test
    void earnedMediaValueOfTheHandbook() {
        // Given: 5,000 x 0.30 + 500 x 0.50 + 50 x 0.05
        Totals totals = Totals.none("CNY")
                .adding(Quantity.LIKES, 5_000, Source.UPLOAD, AT)
                .adding(Quantity.COMMENTS, 500, Source.UPLOAD, AT)
                .adding(Quantity.SAVES, 50, Source.UPLOAD, AT);
        // When
        Figure emv = Formulas.compute(Formulas.EMV, totals, DEFAULTS);
        // Then
        assertThat(value(emv)).isEqualByComparingTo("175250");
        assertThat(emv.inputs()).extracting(Input::name).contains("likes", "rate of likes (default-1)");
    }

    @Test
    void earnedMediaValueNeedsRatesInTheCurrencyAndIsNeverPartOfRoi() {
        // Given
        Totals euros = Totals.none("EUR").adding(Quantity.LIKES, 5_000, Source.UPLOAD, AT);
        Totals yuan = spent(0, 0, 1_000).adding(Quantity.LIKES, 5_000, Source.UPLOAD, AT);
        // Then
        assertThat(Formulas.compute(Formulas.EMV, euros, DEFAULTS))
                .isInstanceOfSatisfying(
                        NotComputable.class, none -> assertThat(none.reason()).isEqualTo(Reason.NOT_CONFIGURED));
        assertThat(value(Formulas.compute(Formulas.ROI, yuan, DEFAULTS))).isEqualByComparingTo("-1");
    }

    @Test
    void viralRateIsPostsOverTheThreshold() {
        // Given
        Totals totals = Totals.none("CNY")
                .adding(Quantity.POSTS, 8, Source.BOOKED, AT)
                .adding(Quantity.VIRAL_POSTS, 3, Source.UPLOAD, AT);
        // Then
        assertThat(value(Formulas.compute(Formulas.VIRAL_RATE, totals, DEFAULTS)))
                .isEqualByComparingTo("0.375");
    }

    @Test
    void everyFigureNamesFormulaVersionAndInputs() {
        assertThat(Formulas.all(Totals.none("CNY"), DEFAULTS))
                .hasSameSizeAs(Formulas.catalogue())
                .allSatisfy(figure -> {
                    assertThat(figure.formula().name()).matches("[A-Z_]+");
                    assertThat(figure.formula().version()).isNotBlank();
                    assertThat(figure.formula().expression()).isNotBlank();
                    assertThat(figure.inputs()).isNotEmpty();
                });
    }

    @Test
    void inputsFromFileAndPartnerAreMixed() {
        // Given
        Totals totals = Totals.none("CNY")
                .adding(Quantity.VIEWS, 10, Source.UPLOAD, AT)
                .adding(Quantity.VIEWS, 5, Source.PARTNER, AT.plusSeconds(60));
        // Then
        assertThat(totals.of(Quantity.VIEWS)).isEqualTo(new Measured(15L, Source.MIXED, AT.plusSeconds(60)));
    }

    @Property
    void noInputDividesByZero(
            @ForAll @LongRange(max = 3) long cost,
            @ForAll @LongRange(max = 2) long things,
            @ForAll @LongRange(max = 2) long paid) {
        // Given
        Totals totals = Totals.none("CNY")
                .adding(Quantity.APPROVED_FEES, cost, Source.BOOKED, AT)
                .adding(Quantity.PAID, paid, Source.SHOP, AT);
        for (Quantity quantity : Quantity.values()) {
            if (quantity.unit() == Unit.COUNT) {
                totals = totals.adding(quantity, things, Source.UPLOAD, AT);
            }
        }
        // Then: every figure has a value or a reason
        assertThat(Formulas.all(totals, DEFAULTS)).allSatisfy(figure -> {
            if (figure instanceof NotComputable none) {
                assertThat(none.because()).isNotBlank();
            } else {
                assertThat(((Computed) figure).value()).isNotNull();
            }
        });
    }

    @Test
    void emvRatesCountOnlyWhatIsKnown() {
        // Given
        var rates = new EmvRates("1", "CNY", Map.of(Quantity.LIKES, new BigDecimal("0.3")));
        // Then
        assertThat(rates.valueOf(Totals.none("CNY"))).isNull();
    }

    @Test
    void aFormulaIsFoundByItsNameWhateverItsCase() {
        assertThat(Formulas.named(" cpe ")).contains(Formulas.CPE);
        assertThat(Formulas.named("HAPPINESS")).isEmpty();
        assertThat(Formulas.catalogue()).contains(Formulas.CPE, Formulas.ROI).doesNotHaveDuplicates();
    }

    @Test
    void largeNumbersAreWrittenOutInFull() {
        Totals totals = Totals.none("CNY").adding(Quantity.VIEWS, 1_000_000, Source.UPLOAD, AT);

        assertThat(value(Formulas.compute(Formulas.VIEWS, totals, DEFAULTS)).toString())
                .isEqualTo("1000000");
    }

    @Test
    void anInputSaysWhatItCounts() {
        Totals totals = spent(0, 0, 100).adding(Quantity.ORDERS, 1, Source.SHOP, AT);

        assertThat(Formulas.compute(Formulas.CPA, totals, DEFAULTS).inputs())
                .filteredOn(
                        input -> input.name().equals("orders") || input.name().equals("approvedFees"))
                .extracting(Input::unit)
                .containsExactly(Unit.MONEY, Unit.COUNT);
    }

    @Test
    void everythingIsInTheWidestScopeAndNothingInAnEmptyOne() {
        assertThat(CostScope.everything().includes()).containsExactlyInAnyOrder(CostKind.values());
        assertThat(new CostScope(java.util.Set.of()).includes()).isEmpty();
    }

    @Test
    void ofTwoSourcesTheOneThatKnowsSomethingIsNamed() {
        Measured nothing = new Measured(null, Source.UPLOAD, null);
        Measured reported = Measured.of(5, Source.PARTNER, AT);

        assertThat(nothing.plus(reported)).isEqualTo(reported);
        assertThat(reported.plus(nothing)).isEqualTo(reported);
        assertThat(nothing.plus(nothing)).isEqualTo(nothing);
        assertThat(nothing.negated()).isEqualTo(nothing);
        assertThat(reported.plus(Measured.of(2, Source.PARTNER, AT.minusSeconds(60))))
                .isEqualTo(Measured.of(7, Source.PARTNER, AT));
    }

    private static Totals spent(long gifts, long shipping, long fees) {
        return Totals.none("CNY")
                .adding(Quantity.GIFT_PRODUCT_COST, gifts, Source.BOOKED, AT)
                .adding(Quantity.SHIPPING_COST, shipping, Source.BOOKED, AT)
                .adding(Quantity.APPROVED_FEES, fees, Source.BOOKED, AT);
    }

    private static BigDecimal value(Figure figure) {
        return ((Computed) figure).value();
    }
}
