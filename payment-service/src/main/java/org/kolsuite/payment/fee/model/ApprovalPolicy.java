package org.kolsuite.payment.fee.model;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

/**
 * Who may approve a part of a fee. All rules together, each a sentence; the first that is broken is the answer.
 *
 * @param accountEditedBy who last entered the payee's bank details; null when nobody has
 */
public record ApprovalPolicy(
        ApprovalLimits limits, @Nullable String accountEditedBy) {

    /** Who wants to approve. */
    public record Approver(String subject, Collection<String> roles) {}

    /** The part as it would be approved by this person, or a refusal. */
    public void requireMayApprove(Approver approver, Milestone part) {
        requesterIsSomebodyElse(approver, part)
                .or(() -> bankDetailsComeFromSomebodyElse(approver))
                .or(() -> amountIsWithinTheLimit(approver, part))
                .ifPresent(broken -> {
                    throw broken;
                });
    }

    private static Optional<Rejection> requesterIsSomebodyElse(Approver approver, Milestone part) {
        return part.state() instanceof MilestoneState.Requested requested
                        && requested.by().equals(approver.subject())
                ? Optional.of(new FeeRejection.ApproverIsRequester())
                : Optional.empty();
    }

    private Optional<Rejection> bankDetailsComeFromSomebodyElse(Approver approver) {
        return approver.subject().equals(accountEditedBy)
                ? Optional.of(new FeeRejection.ApproverEditedTheAccount())
                : Optional.empty();
    }

    private Optional<Rejection> amountIsWithinTheLimit(Approver approver, Milestone part) {
        Money limit = limits.highestFor(approver.roles(), part.amount().currency());
        return part.amount().isMoreThan(limit)
                ? Optional.of(new FeeRejection.AboveApprovalLimit(part.amount(), limit))
                : Optional.empty();
    }
}
