package org.kolsuite.registry.kol.model;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the registered account that a line of a file, or a person's entry, is about. It never guesses: where several
 * would fit, the answer is {@link Match.Ambiguous}, and somebody decides.
 */
public final class IdentityRule {

    /** What a candidate turned out to be. */
    public sealed interface Match {
        /** Registered already. */
        record Known(KnownAccount account) implements Match {}

        /** Nobody knows it yet. */
        record New() implements Match {}

        /** Several registered accounts share the handle, and nothing says which is meant. */
        record Ambiguous(List<KnownAccount> accounts) implements Match {}
    }

    /**
     * What is known about the one to find.
     *
     * @param displayKey the display name, normalised like a handle: tells accounts apart that share a handle
     */
    public record Candidate(@Nullable String platformUid, String handleKey, String displayKey) {}

    private IdentityRule() {}

    /**
     * @param sameIdOrHandle the platform's registered accounts with the candidate's platform id or handle
     */
    public static Match match(Candidate candidate, Collection<KnownAccount> sameIdOrHandle) {
        String uid = candidate.platformUid();
        if (uid != null) {
            for (KnownAccount account : sameIdOrHandle) {
                if (uid.equals(account.platformUid())) {
                    return new Match.Known(account);
                }
            }
        }
        List<KnownAccount> sameHandle = sameIdOrHandle.stream()
                .filter(account -> account.handleKey().equals(candidate.handleKey()))
                // Somebody else's platform id: a handle that was given up and taken again.
                .filter(account -> uid == null || account.platformUid() == null)
                .toList();
        if (sameHandle.isEmpty()) {
            return new Match.New();
        }
        if (sameHandle.size() == 1) {
            return new Match.Known(sameHandle.getFirst());
        }
        List<KnownAccount> sameName = sameHandle.stream()
                .filter(account ->
                        !account.qualifier().isEmpty() && account.qualifier().equals(candidate.displayKey()))
                .toList();
        return sameName.size() == 1 ? new Match.Known(sameName.getFirst()) : new Match.Ambiguous(sameHandle);
    }
}
