package org.kolsuite.campaign.catalogue;

import org.kolsuite.contracts.problem.Rejection;

/** Why the catalogue says no. */
public final class CatalogueRefusals {
    private CatalogueRefusals() {}

    /** Two brands of one organisation have different names. */
    public static final class BrandNameTaken extends Rejection {
        public BrandNameTaken(String name) {
            super(Kind.CONFLICT, "There is a brand named " + name + " already.");
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** No such brand for this caller. */
    public static final class BrandUnknown extends Rejection {
        public BrandUnknown() {
            super(Kind.INVALID, "There is no such brand.");
        }

        @Override
        public String field() {
            return "brandId";
        }
    }

    /** No such product for this caller, or one of another brand. */
    public static final class ProductUnknown extends Rejection {
        public ProductUnknown() {
            super(Kind.INVALID, "There is no such product of this brand.");
        }

        @Override
        public String field() {
            return "productId";
        }
    }

    /** What a product costs is not negative. */
    public static final class CostIsNegative extends Rejection {
        public CostIsNegative() {
            super(Kind.INVALID, "A product costs nothing or more.");
        }

        @Override
        public String field() {
            return "cost.amountMinor";
        }
    }

    /** Two margin rates from the same day. */
    public static final class MarginDatedTwice extends Rejection {
        public MarginDatedTwice() {
            super(Kind.INVALID, "Two margin rates begin on the same day.");
        }

        @Override
        public String field() {
            return "marginRates";
        }
    }
}
