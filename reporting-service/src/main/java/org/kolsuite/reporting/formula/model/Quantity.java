package org.kolsuite.reporting.formula.model;

import org.jspecify.annotations.Nullable;

/** What results count: each quantity has a name for readers, a unit, and says whether nothing known means zero. */
public enum Quantity {
    /** Gifts at what the goods cost the brand, not their price. */
    GIFT_PRODUCT_COST("giftProductCost", Unit.MONEY, Source.BOOKED, 0L),
    SHIPPING_COST("shippingCost", Unit.MONEY, Source.BOOKED, 0L),
    /** Approved parts of fees. */
    APPROVED_FEES("approvedFees", Unit.MONEY, Source.BOOKED, 0L),
    /** What the bank's statements show as paid, returns taken off; cash, no part of cost. */
    CASH_PAID("cashPaid", Unit.MONEY, Source.BOOKED, 0L),
    POSTS("posts", Unit.COUNT, Source.BOOKED, 0L),
    /** Posts whose engagements passed the organisation's threshold. */
    VIRAL_POSTS("viralPosts", Unit.COUNT, Source.UPLOAD, 0L),
    /** Exposures or plays. */
    VIEWS("views", Unit.COUNT, Source.UPLOAD, null),
    /** Readers, on platforms that count them; often estimated. */
    READS("reads", Unit.COUNT, Source.UPLOAD, null),
    LIKES("likes", Unit.COUNT, Source.UPLOAD, null),
    COMMENTS("comments", Unit.COUNT, Source.UPLOAD, null),
    SHARES("shares", Unit.COUNT, Source.UPLOAD, null),
    SAVES("saves", Unit.COUNT, Source.UPLOAD, null),
    /** Likes + comments + shares + saves, or the platform's own total where none of the four is known. */
    ENGAGEMENTS("engagements", Unit.COUNT, Source.UPLOAD, null),
    /** Of the accounts, latest known. */
    FOLLOWERS("followers", Unit.COUNT, Source.REGISTRY, null),
    /** Clicks of people on tracked links. */
    CLICKS("clicks", Unit.COUNT, Source.TRACKED, 0L),
    /** Bots, prefetches and link checkers, apart. */
    BOT_CLICKS("botClicks", Unit.COUNT, Source.TRACKED, 0L),
    /** Attributed, paid and not wholly refunded. */
    ORDERS("orders", Unit.COUNT, Source.SHOP, 0L),
    /** Before refunds. */
    PAID("paid", Unit.MONEY, Source.SHOP, 0L),
    REFUNDED("refunded", Unit.MONEY, Source.SHOP, 0L),
    /** Net revenue x margin rate of the orders that have a rate. */
    CONTRIBUTION("contribution", Unit.MONEY, Source.SHOP, 0L),
    /** Attributed orders whose product has no margin rate on their day. */
    ORDERS_WITHOUT_MARGIN("ordersWithoutMarginRate", Unit.COUNT, Source.SHOP, 0L);

    private final String label;
    private final Unit unit;
    private final Measured none;

    Quantity(String label, Unit unit, Source source, @Nullable Long withoutFacts) {
        this.label = label;
        this.unit = unit;
        this.none = new Measured(withoutFacts, source, null);
    }

    /** The name in answers. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** What is known of it without any fact: zero, or unknown. */
    public Measured none() {
        return none;
    }
}
