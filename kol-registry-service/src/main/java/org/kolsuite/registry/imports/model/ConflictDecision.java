package org.kolsuite.registry.imports.model;

import java.util.List;
import java.util.stream.Collectors;
import org.kolsuite.registry.kol.model.HandleRule;

/** How a person settles lines that contradict each other. */
public sealed interface ConflictDecision {
    /** One of them is right; the others are wrong. */
    record KeepLine(int line) implements ConflictDecision {}

    /** They are different accounts under one handle; from now on the display name tells them apart. */
    record SeparateAccounts() implements ConflictDecision {}

    /** None of them is to be believed. */
    record DiscardAll() implements ConflictDecision {}

    /**
     * The lines that the decision lets through.
     *
     * @throws LineNotInConflict when the kept line is none of the contradicting ones
     * @throws NothingTellsThemApart when accounts are to be separated that carry one display name
     */
    default List<ProfileLine> admit(List<ProfileLine> contradicting, HandleRule rule) {
        return switch (this) {
            case DiscardAll ignored -> List.of();
            case KeepLine keep ->
                List.of(contradicting.stream()
                        .filter(line -> line.line() == keep.line())
                        .findFirst()
                        .orElseThrow(() -> new LineNotInConflict(keep.line())));
            case SeparateAccounts ignored -> {
                long names = contradicting.stream()
                        .map(line -> rule.key(line.facts().nameOrHandle()))
                        .collect(Collectors.toSet())
                        .size();
                if (names < contradicting.size()) {
                    throw new NothingTellsThemApart();
                }
                yield contradicting;
            }
        };
    }
}
