package org.kolsuite.campaign.brief.model;

import java.util.Map;
import org.kolsuite.contracts.problem.Rejection;

/** Why a brief says no. */
public final class BriefRefusals {
    private BriefRefusals() {}

    /** Somebody has read it, so it stays as it is. */
    public static final class BriefAlreadySent extends Rejection {
        public BriefAlreadySent() {
            super(Kind.CONFLICT, "This brief was sent; what a KOL has read stays as it is. Copy it to change it.");
        }
    }

    /** All its places are taken. */
    public static final class NoPlaceLeft extends Rejection {
        public NoPlaceLeft(int places) {
            super(Kind.CONFLICT, "All " + places + " places of this brief are taken.", Map.of("places", places));
        }
    }

    /** Fewer than one place. */
    public static final class PlacesMustBePositive extends Rejection {
        public PlacesMustBePositive(int places) {
            super(
                    Kind.INVALID,
                    "A brief has at least one place; " + places + " is too few. Leave it out for no limit.");
        }

        @Override
        public String field() {
            return "places";
        }
    }

    /** The tracked link leads to a web page. */
    public static final class TrackingTargetNotWeb extends Rejection {
        public TrackingTargetNotWeb(String target) {
            super(Kind.INVALID, "\"" + target + "\" is no web address; a tracked link leads to https://…");
        }

        @Override
        public String field() {
            return "trackingTarget";
        }
    }

    /** A brief of another campaign. */
    public static final class BriefOfAnotherCampaign extends Rejection {
        public BriefOfAnotherCampaign() {
            super(Kind.INVALID, "That brief belongs to another campaign.");
        }

        @Override
        public String field() {
            return "briefId";
        }
    }

    /** No such brief for this caller. */
    public static final class BriefNotFound extends Rejection {
        public BriefNotFound() {
            super(Kind.NOT_FOUND, "There is no such brief.");
        }
    }
}
