package org.kolsuite.campaign.campaign.rest;

import org.kolsuite.contracts.problem.Rejection;

/** A new campaign says what it may cost. */
public final class CampaignWithoutBudget extends Rejection {
    public CampaignWithoutBudget() {
        super(Kind.INVALID, "Give the campaign a budget; nothing can be reserved without one.");
    }

    @Override
    public String field() {
        return "budget";
    }
}
