package org.kolsuite.reporting.orders.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.platform.tabular.TargetField.Shape;

/**
 * How a shop's report is read: which column fills which field, and what its columns mean.
 *
 * @param name stable, in the API
 * @param columns column by field; empty to guess from the header
 * @param paidIsNet whether its paid column has refunds taken out already
 * @param currency of a report that names none; null to ask
 * @param zone of its times; null to ask
 */
public record OrderTemplate(
        String name,
        String title,
        Map<String, String> columns,
        boolean paidIsNet,
        @Nullable String currency,
        @Nullable String zone) {

    public static final String ORDER_NUMBER = "orderNumber";
    public static final String STATE = "state";
    public static final String PAID = "paid";
    public static final String REFUNDED = "refunded";
    public static final String OUTSTANDING = "outstanding";
    public static final String MARGIN = "margin";
    public static final String CURRENCY = "currency";
    public static final String CODES = "promoCodes";
    public static final String PAID_AT = "paidAt";
    public static final String ORDERED_AT = "orderedAt";

    /** What can be mapped, in the order in which fields choose their column. */
    public static final List<TargetField> FIELDS = List.of(
            TargetField.required(
                    ORDER_NUMBER, Shape.TEXT, "order number", "order id", "order no", "订单编号", "订单号", "name", "id"),
            TargetField.required(
                    PAID, Shape.DECIMAL, "paid", "paid amount", "total", "total price", "买家实际支付金额", "实付金额", "实付款"),
            TargetField.optional(
                    REFUNDED, Shape.DECIMAL, "refunded", "refunded amount", "refund amount", "退款金额", "已退款"),
            TargetField.optional(
                    CODES, Shape.TEXT, "promo code", "promo codes", "discount code", "coupon", "优惠码", "推广码", "达人口令"),
            TargetField.optional(
                    PAID_AT, Shape.DATE, "paid at", "payment time", "processed at", "订单付款时间", "付款时间", "支付时间"),
            TargetField.optional(ORDERED_AT, Shape.DATE, "ordered at", "created at", "order date", "订单创建时间", "下单时间"),
            TargetField.optional(STATE, Shape.TEXT, "state", "financial status", "status", "订单状态", "交易状态"),
            TargetField.optional(CURRENCY, Shape.TEXT, "currency", "币种"),
            TargetField.optional(OUTSTANDING, Shape.DECIMAL, "outstanding balance", "未付金额"),
            TargetField.optional(MARGIN, Shape.DECIMAL, "contribution margin", "margin amount", "贡献毛利", "毛利"));

    /** Any report; columns are guessed from the header. */
    public static final OrderTemplate GENERIC =
            new OrderTemplate("generic", "Any shop's report", Map.of(), false, null, null);

    /** The columns of "Export orders" in Shopify's admin. Total stays what it was when money is paid back. */
    public static final OrderTemplate SHOPIFY = new OrderTemplate(
            "shopify-admin-export",
            "Shopify: export of orders",
            Map.ofEntries(
                    Map.entry(ORDER_NUMBER, "Name"),
                    Map.entry(STATE, "Financial Status"),
                    Map.entry(PAID, "Total"),
                    Map.entry(REFUNDED, "Refunded Amount"),
                    Map.entry(OUTSTANDING, "Outstanding Balance"),
                    Map.entry(CURRENCY, "Currency"),
                    Map.entry(CODES, "Discount Code"),
                    Map.entry(PAID_AT, "Paid at"),
                    Map.entry(ORDERED_AT, "Created at")),
            false,
            null,
            "UTC");

    /** The columns of 订单报表 in the seller's back office of Taobao and Tmall. */
    public static final OrderTemplate TAOBAO = new OrderTemplate(
            "taobao-order-report",
            "淘宝 / 天猫：订单报表",
            Map.ofEntries(
                    Map.entry(ORDER_NUMBER, "订单编号"),
                    Map.entry(STATE, "订单状态"),
                    Map.entry(PAID, "买家实际支付金额"),
                    Map.entry(REFUNDED, "退款金额"),
                    Map.entry(CODES, "优惠码"),
                    Map.entry(PAID_AT, "订单付款时间"),
                    Map.entry(ORDERED_AT, "订单创建时间")),
            false,
            "CNY",
            "Asia/Shanghai");

    /** Those that the installation ships. */
    public static final List<OrderTemplate> BUILT_IN = List.of(GENERIC, SHOPIFY, TAOBAO);

    public OrderTemplate {
        columns = Map.copyOf(columns);
    }

    public static Optional<OrderTemplate> builtIn(String name) {
        return BUILT_IN.stream()
                .filter(template -> template.name().equals(name))
                .findFirst();
    }
}
