package org.kolsuite.payment.fee.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kolsuite.contracts.money.Money;

/** What an agreement says about money, before anybody has checked it. */
public record FeeTerms(Money total, List<Part> parts) {

    /** A part as agreed. */
    public record Part(String name, Money amount) {}

    public FeeTerms {
        parts = List.copyOf(parts);
    }

    /** What is wrong with the terms, as one sentence; empty when they can be paid. */
    public Optional<String> fault() {
        if (!total.isPositive()) {
            return Optional.of("The fee must be more than zero, not " + total + ".");
        }
        if (parts.isEmpty()) {
            return Optional.of("The fee has no milestones.");
        }
        Set<String> names = new HashSet<>();
        Money sum = Money.zero(total.currency());
        for (Part part : parts) {
            if (!names.add(part.name())) {
                return Optional.of("The milestone " + part.name() + " stands twice.");
            }
            if (!part.amount().currency().equals(total.currency())) {
                return Optional.of("The milestone " + part.name() + " is in "
                        + part.amount().currency() + ", the fee in " + total.currency() + ".");
            }
            if (!part.amount().isPositive()) {
                return Optional.of("The milestone " + part.name() + " must be more than zero.");
            }
            sum = sum.plus(part.amount());
        }
        return sum.equals(total)
                ? Optional.empty()
                : Optional.of("The milestones sum to " + sum + ", the fee is " + total + ".");
    }
}
