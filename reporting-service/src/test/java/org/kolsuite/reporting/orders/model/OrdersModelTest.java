package org.kolsuite.reporting.orders.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.money.CurrencyMismatch;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.orders.model.Attribution.Attributed;
import org.kolsuite.reporting.orders.model.Attribution.Unattributed;
import org.kolsuite.reporting.orders.model.Attribution.Why;
import org.kolsuite.reporting.orders.model.AttributionPolicy.KnownCode;
import org.kolsuite.reporting.orders.model.MarginPolicy.DatedRate;

class OrdersModelTest {
    private static final UUID LI = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID WANG = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final Map<PromoCode, KnownCode> KNOWN = Map.of(
            new PromoCode("LI10"), new KnownCode(LI, "CNY"),
            new PromoCode("LI20"), new KnownCode(LI, "CNY"),
            new PromoCode("WANG10"), new KnownCode(WANG, "CNY"));

    @Test
    void theFirstListedKnownCodeWinsAndTheOrderIsFlagged() {
        // When
        Attribution attribution = attribute("summer, wang10, li10");
        // Then
        assertThat(attribution).isEqualTo(new Attributed(WANG, new PromoCode("WANG10"), true));
    }

    @Test
    void twoCodesOfOneCollaborationAreNoReasonToFlag() {
        assertThat(attribute("LI20;LI10")).isEqualTo(new Attributed(LI, new PromoCode("LI20"), false));
    }

    @Test
    void codesAreComparedWithoutCaseAndSpaces() {
        assertThat(attribute("  li10 ")).isEqualTo(new Attributed(LI, new PromoCode("LI10"), false));
    }

    @Test
    void withoutAKnownCodeTheOrderIsNobodysAndSaysWhy() {
        assertThat(attribute("")).isEqualTo(new Unattributed(Why.NO_CODE));
        assertThat(attribute("SUMMER")).isEqualTo(new Unattributed(Why.UNKNOWN_CODE));
    }

    @Test
    void m15_anOrderInAnotherCurrencyStaysUnattributed() {
        assertThat(AttributionPolicy.attribute(PromoCode.listedIn("LI10"), "USD", KNOWN::get))
                .isEqualTo(new Unattributed(Why.OTHER_CURRENCY));
    }

    @Test
    void shopsSeparateCodesInManyWays() {
        assertThat(PromoCode.listedIn("A1、b2；C3,d4 E5|a1"))
                .extracting(PromoCode::value)
                .containsExactly("A1", "B2", "C3", "D4", "E5");
    }

    @Test
    void aPaidColumnThatIsNetIsNotNettedTwice() {
        // Given: 100 paid, 30 refunded; one shop reports 100, the other 70
        var gross = new Receipts(cny(10_000), cny(3_000), false);
        var net = new Receipts(cny(7_000), cny(3_000), true);
        // Then
        assertThat(gross.net()).isEqualTo(net.net()).isEqualTo(cny(7_000));
        assertThat(gross.gross()).isEqualTo(net.gross()).isEqualTo(cny(10_000));
    }

    @Test
    void refusesMoreRefundedThanPaidUnlessPaidIsNet() {
        assertThatThrownBy(() -> new Receipts(cny(1_000), cny(1_001), false)).isInstanceOf(RefundExceedsPaid.class);
        assertThat(new Receipts(cny(0), cny(1_001), true).net()).isEqualTo(cny(0));
    }

    @Test
    void m11_m15_refusesNegativeAmountsAndMixedCurrencies() {
        assertThatThrownBy(() -> new Receipts(cny(-1), cny(0), false)).isInstanceOf(NegativeAmount.class);
        assertThatThrownBy(() -> new Receipts(cny(0), cny(-1), true)).isInstanceOf(NegativeAmount.class);
        assertThatThrownBy(() -> new Receipts(cny(1), Money.ofMinor(1, "USD"), false))
                .isInstanceOf(CurrencyMismatch.class);
    }

    static Stream<OrderState> states() {
        return Stream.of(
                new OrderState.Placed(),
                new OrderState.Paid(),
                new OrderState.Received(),
                new OrderState.ReturnWindowOver(),
                new OrderState.Refunded(true),
                new OrderState.Refunded(false),
                new OrderState.Closed());
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateIsReadBackFromItsCode(OrderState state) {
        assertThat(OrderState.ofCode(state.code())).isEqualTo(state);
    }

    @Test
    void onlyPaidOrdersThatWereNotWhollyRefundedCount() {
        assertThat(states().filter(OrderState::counts))
                .extracting(OrderState::code)
                .containsExactly("PAID", "RECEIVED", "RETURN_WINDOW_OVER", "PARTLY_REFUNDED");
        assertThat(states().filter(state -> !state.wasPaid()))
                .extracting(OrderState::code)
                .containsExactly("PLACED", "CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01,0.30", "2026-02-28,0.30", "2026-03-01,0.35", "2027-01-01,0.35"})
    void theMarginRateOfTheOrdersDayApplies(LocalDate day, BigDecimal rate) {
        // Given
        List<DatedRate> rates = List.of(
                new DatedRate(LocalDate.parse("2026-03-01"), new BigDecimal("0.35")),
                new DatedRate(LocalDate.parse("2026-01-01"), new BigDecimal("0.30")));
        // Then
        assertThat(MarginPolicy.contribution(cny(10_000), null, day, rates))
                .contains(cny(10_000).times(rate));
    }

    @Test
    void anImportedMarginCountsAndBeforeTheFirstRateThereIsNone() {
        // Given
        LocalDate day = LocalDate.parse("2025-12-31");
        List<DatedRate> rates = List.of(new DatedRate(LocalDate.parse("2026-01-01"), new BigDecimal("0.30")));
        // Then
        assertThat(MarginPolicy.contribution(cny(10_000), cny(1_234), day, rates))
                .contains(cny(1_234));
        assertThat(MarginPolicy.contribution(cny(10_000), null, day, rates)).isEmpty();
    }

    private static Attribution attribute(String cell) {
        return AttributionPolicy.attribute(PromoCode.listedIn(cell), "CNY", KNOWN::get);
    }

    private static Money cny(long fen) {
        return Money.ofMinor(fen, "CNY");
    }
}
