package org.kolsuite.reporting.orders.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/**
 * What a report's line says of an order.
 *
 * @param margin contribution, where the report has it
 * @param happenedAt paid at, or ordered at where it was not paid
 */
public record OrderLine(
        String orderNumber,
        OrderState state,
        Receipts receipts,
        @Nullable Money margin,
        List<PromoCode> codes,
        Instant happenedAt) {}
