package org.kolsuite.reporting.orders.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.reporting.orders.model.ListedOrder;
import org.kolsuite.reporting.orders.model.PromoCode;

/**
 * An order, its money apart, and whose it is by which rule.
 *
 * @param paid before refunds
 * @param paidIsNet whether the report's own paid column had refunds taken out
 * @param attributedTo null: it stands in the list of unattributed orders, for {@code unattributedWhy}
 * @param flagged another known code was listed too
 */
public record OrderAnswer(
        String shop,
        String orderNumber,
        String state,
        Money paid,
        Money refunded,
        Money net,
        boolean paidIsNet,
        List<String> promoCodes,
        Instant happenedAt,
        Instant asOf,
        @Nullable AttributedTo attributedTo,
        boolean flagged,
        @Nullable String unattributedWhy,
        String attributionRule) {

    /** @param kolName null once the person was erased */
    public record AttributedTo(
            UUID collaborationId,
            @Nullable UUID campaignId,
            @Nullable String campaignName,
            @Nullable UUID kolId,
            @Nullable String kolName,
            @Nullable String byCode) {}

    static OrderAnswer of(ListedOrder order) {
        return new OrderAnswer(
                order.key().shop(),
                order.key().orderNumber(),
                order.state().code(),
                order.receipts().gross(),
                order.receipts().refunded(),
                order.receipts().net(),
                order.receipts().paidIsNet(),
                order.codes().stream().map(PromoCode::value).toList(),
                order.happenedAt(),
                order.asOf(),
                order.collaborationId() == null
                        ? null
                        : new AttributedTo(
                                order.collaborationId(),
                                order.campaignId(),
                                order.campaignName(),
                                order.kolId(),
                                order.kolName(),
                                order.attributedBy()),
                order.flagged(),
                order.unattributedWhy(),
                order.ruleVersion());
    }
}
