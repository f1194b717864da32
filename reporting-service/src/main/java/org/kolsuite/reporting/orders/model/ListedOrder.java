package org.kolsuite.reporting.orders.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as a list shows it. */
public record ListedOrder(
        OrderKey key,
        OrderState state,
        Receipts receipts,
        List<PromoCode> codes,
        Instant happenedAt,
        Instant asOf,
        @Nullable UUID collaborationId,
        @Nullable UUID campaignId,
        @Nullable String campaignName,
        @Nullable UUID kolId,
        @Nullable String kolName,
        @Nullable String attributedBy,
        boolean flagged,
        @Nullable String unattributedWhy,
        String ruleVersion) {}
