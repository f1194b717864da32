package org.kolsuite.reporting.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.contracts.money.Money;

class StateWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pending | PLACED",
                "待付款 | PLACED",
                "paid | PAID",
                "Partially Paid | PAID",
                "买家已付款，等待卖家发货 | PAID",
                "卖家已发货, 等待买家确认 | PAID",
                "交易成功 | RECEIVED",
                "return-window-over | RETURN_WINDOW_OVER",
                "已退款 | REFUNDED",
                "部分退款 | PARTLY_REFUNDED",
                " CANCELED  | CLOSED",
                "交易关闭 | CLOSED"
            })
    void aShopsWordIsReadWhateverItsSpelling(String word, String state) {
        assertThat(code(word, 100, 0)).contains(state);
    }

    @Test
    void anUnknownWordIsNoState() {
        assertThat(code("on its way to the moon", 100, 0)).isEmpty();
    }

    @Test
    void withoutAWordTheMoneyTellsTheState() {
        assertThat(code(null, 0, 0)).contains("PLACED");
        assertThat(code(" ", 100, 0)).contains("PAID");
        assertThat(code(null, 100, 40)).contains("PARTLY_REFUNDED");
        assertThat(code(null, 100, 100)).contains("REFUNDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "delivered", "settled", "closed", "refunded", "partially_refunded"})
    void whatWasPaidBackMakesAnOrderRefundedInPartOrInWhole(String word) {
        assertThat(code(word, 100, 40)).contains("PARTLY_REFUNDED");
        assertThat(code(word, 100, 100)).contains("REFUNDED");
    }

    @Test
    void anOrderThatWasNeverPaidIsNotRefunded() {
        assertThat(code("unpaid", 100, 100)).contains("PLACED");
        assertThat(code("closed", 100, 0)).contains("CLOSED");
    }

    @Test
    void aNetColumnOfZeroMeansThatAllWasPaidBack() {
        Receipts wholly = new Receipts(cny(0), cny(100), true);
        Receipts partly = new Receipts(cny(60), cny(40), true);

        assertThat(StateWords.state("paid", wholly).map(OrderState::code)).contains("REFUNDED");
        assertThat(StateWords.state(null, partly).map(OrderState::code)).contains("PARTLY_REFUNDED");
    }

    private static Optional<String> code(@Nullable String word, long paid, long refunded) {
        return StateWords.state(word, new Receipts(cny(paid), cny(refunded), false))
                .map(OrderState::code);
    }

    private static Money cny(long fen) {
        return Money.ofMinor(fen, "CNY");
    }
}
