package org.kolsuite.campaign.collaboration.model;

/**
 * How much the KOL has already done, counted.
 *
 * @param scripts handed in
 * @param drafts handed in
 * @param draftRevisions asked for by the brand
 * @param measuredDaysAfter the latest measuring that arrived, 0 for none: results may come before the post is verified
 */
public record Work(int scripts, int drafts, int draftRevisions, int measuredDaysAfter) {
    public static final Work NONE = new Work(0, 0, 0, 0);

    public Work scriptHandedIn() {
        return new Work(scripts + 1, drafts, draftRevisions, measuredDaysAfter);
    }

    public Work draftHandedIn() {
        return new Work(scripts, drafts + 1, draftRevisions, measuredDaysAfter);
    }

    public Work draftSentBack() {
        return new Work(scripts, drafts, draftRevisions + 1, measuredDaysAfter);
    }

    public Work measured(int daysAfter) {
        return new Work(scripts, drafts, draftRevisions, Math.max(measuredDaysAfter, daysAfter));
    }
}
