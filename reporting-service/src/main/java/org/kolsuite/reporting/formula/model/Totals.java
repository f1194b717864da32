package org.kolsuite.reporting.formula.model;

import org.kolsuite.contracts.money.Money;

/**
 * Everything that formulas read, summed over a campaign, a KOL, a platform or whatever a report groups by.
 *
 * @param currency of every amount; rows of two currencies are never summed
 * @param giftCostMinor gifts at product cost
 * @param feesMinor approved fees
 * @param posts how many posts were published
 * @param viralPosts posts whose engagements passed the threshold
 * @param views exposures or plays
 * @param engagements likes + comments + shares + saves, or the platform's own total where the parts are unknown
 * @param followers of the accounts, latest known
 * @param clicks of people on tracked links, bots apart
 * @param orders attributed orders that were paid and not wholly refunded
 * @param paidMinor before refunds
 * @param contributionMinor net revenue x margin rate of those orders that have a rate
 * @param ordersWithoutMargin attributed orders whose product has no margin rate on their day
 */
public record Totals(
        String currency,
        Measured giftCostMinor,
        Measured shippingMinor,
        Measured feesMinor,
        Measured posts,
        Measured viralPosts,
        Measured views,
        Measured reads,
        Measured likes,
        Measured comments,
        Measured shares,
        Measured saves,
        Measured engagements,
        Measured followers,
        Measured clicks,
        Measured botClicks,
        Measured orders,
        Measured paidMinor,
        Measured refundedMinor,
        Measured contributionMinor,
        long ordersWithoutMargin) {

    public static Totals none(String currency) {
        Measured booked = Measured.of(0, Source.BOOKED, null);
        Measured tracked = Measured.of(0, Source.TRACKED, null);
        Measured shop = Measured.of(0, Source.SHOP, null);
        Measured unknown = Measured.unknown(Source.UPLOAD);
        return new Totals(
                currency,
                booked,
                booked,
                booked,
                booked,
                Measured.of(0, Source.UPLOAD, null),
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                Measured.unknown(Source.REGISTRY),
                tracked,
                tracked,
                shop,
                shop,
                shop,
                shop,
                0);
    }

    /** @throws org.kolsuite.contracts.money.CurrencyMismatch when the currencies differ */
    public Totals plus(Totals other) {
        Money.zero(currency).compareTo(Money.zero(other.currency));
        return new Totals(
                currency,
                giftCostMinor.plus(other.giftCostMinor),
                shippingMinor.plus(other.shippingMinor),
                feesMinor.plus(other.feesMinor),
                posts.plus(other.posts),
                viralPosts.plus(other.viralPosts),
                views.plus(other.views),
                reads.plus(other.reads),
                likes.plus(other.likes),
                comments.plus(other.comments),
                shares.plus(other.shares),
                saves.plus(other.saves),
                engagements.plus(other.engagements),
                followers.plus(other.followers),
                clicks.plus(other.clicks),
                botClicks.plus(other.botClicks),
                orders.plus(other.orders),
                paidMinor.plus(other.paidMinor),
                refundedMinor.plus(other.refundedMinor),
                contributionMinor.plus(other.contributionMinor),
                ordersWithoutMargin + other.ordersWithoutMargin);
    }

    /** Paid minus refunded. Paid is before refunds: a column that was already net was grossed up when it was read. */
    public Measured netRevenueMinor() {
        Measured refunds = refundedMinor.value() == null
                ? refundedMinor
                : new Measured(Math.negateExact(refundedMinor.value()), refundedMinor.source(), refundedMinor.asOf());
        return paidMinor.plus(refunds);
    }
}
