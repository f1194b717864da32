package org.kolsuite.reporting.formula.model;

import java.util.EnumSet;
import java.util.Set;

/** Which kinds of cost a total includes. The flags are explicit: every cost figure lists what is in and what is out. */
public record CostScope(Set<CostKind> includes) {

    /** The kinds of cost that the suite books today. */
    public enum CostKind {
        /** Gifts at what the goods cost the brand, not their price. */
        GIFT_PRODUCT(Quantity.GIFT_PRODUCT_COST),
        /** Carriage of gifts. */
        SHIPPING(Quantity.SHIPPING_COST),
        /** Approved parts of fees. */
        FEE(Quantity.APPROVED_FEES);

        private final Quantity quantity;

        CostKind(Quantity quantity) {
            this.quantity = quantity;
        }

        public Quantity quantity() {
            return quantity;
        }
    }

    public CostScope {
        includes = includes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(includes));
    }

    public static CostScope everything() {
        return new CostScope(EnumSet.allOf(CostKind.class));
    }

    public boolean includes(CostKind kind) {
        return includes.contains(kind);
    }
}
