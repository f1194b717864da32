package org.kolsuite.reporting.orders.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shops call the state of an order: Shopify's financial status, Taobao's and Tmall's 订单状态, Douyin's, and plain
 * words of both languages. Money decides the rest: what was paid back makes a paid order refunded.
 */
public final class StateWords {
    private static final OrderState PLACED = new OrderState.Placed();
    private static final OrderState PAID = new OrderState.Paid();
    private static final OrderState RECEIVED = new OrderState.Received();
    private static final OrderState OVER = new OrderState.ReturnWindowOver();
    private static final OrderState CLOSED = new OrderState.Closed();
    private static final OrderState PARTLY = new OrderState.Refunded(false);
    private static final OrderState WHOLLY = new OrderState.Refunded(true);

    private static final Map<String, OrderState> WORDS = new HashMap<>();

    static {
        say(PLACED, "placed", "pending", "authorized", "unpaid", "awaiting payment", "等待买家付款", "待付款", "待支付", "未付款");
        say(PAID, "paid", "partially_paid", "shipped", "fulfilled", "processing", "已付款", "已支付", "待发货", "已发货");
        say(PAID, "买家已付款,等待卖家发货", "卖家已发货,等待买家确认", "等待卖家发货", "等待买家确认收货", "备货中", "已揽件");
        say(RECEIVED, "received", "delivered", "completed", "交易成功", "已收货", "已签收", "已完成", "确认收货");
        say(OVER, "return_window_over", "settled", "售后期已过", "已结算");
        say(PARTLY, "partially_refunded", "partly_refunded", "部分退款");
        say(WHOLLY, "refunded", "已退款", "退款成功", "全额退款");
        say(CLOSED, "voided", "expired", "cancelled", "canceled", "closed", "交易关闭", "已关闭", "已取消");
    }

    private StateWords() {}

    /**
     * The state that the word and the money tell together; empty when the word is not known.
     *
     * @param word as the report has it; null or blank when it has none
     */
    public static Optional<OrderState> state(@Nullable String word, Receipts receipts) {
        if (word == null || word.isBlank()) {
            return Optional.of(byMoney(receipts.gross().isPositive() ? PAID : PLACED, receipts));
        }
        return Optional.ofNullable(WORDS.get(normal(word))).map(state -> byMoney(state, receipts));
    }

    private static OrderState byMoney(OrderState said, Receipts receipts) {
        boolean refunded = receipts.refunded().isPositive();
        boolean inWhole = receipts.net().isZero();
        return switch (said) {
            case OrderState.Placed placed -> placed;
            // "Closed" after a refund: money came in and went back.
            case OrderState.Closed closed -> refunded ? new OrderState.Refunded(inWhole) : closed;
            case OrderState.Refunded back -> refunded ? new OrderState.Refunded(inWhole) : back;
            case OrderState.Paid paid -> refunded ? new OrderState.Refunded(inWhole) : paid;
            case OrderState.Received received -> refunded ? new OrderState.Refunded(inWhole) : received;
            case OrderState.ReturnWindowOver over -> refunded ? new OrderState.Refunded(inWhole) : over;
        };
    }

    private static void say(OrderState state, String... words) {
        for (String word : words) {
            WORDS.put(normal(word), state);
        }
    }

    private static String normal(String word) {
        return word.strip()
                .toLowerCase(Locale.ROOT)
                .replace('，', ',')
                .replaceAll("[\\s_-]+", "_")
                .replace(",_", ",");
    }
}
