package org.kolsuite.registry.kol.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A platform's tiers by followers, lowest first. Sources disagree about the cuts, so an organisation may edit its table;
 * the default and its source stand in the table {@code tier_default}.
 *
 * @param tiers the first starts at 0; each next starts higher
 */
public record TierTable(List<Tier> tiers) {

    /**
     * One tier.
     *
     * @param code stable and language-free, for example {@code micro}
     * @param fromFollowers the lowest follower count that belongs to it
     */
    public record Tier(String code, long fromFollowers) {}

    /** @throws TierTableNotAscending when the table would leave a follower count without exactly one tier */
    public TierTable {
        tiers = tiers.stream()
                .sorted(Comparator.comparingLong(Tier::fromFollowers))
                .toList();
        Set<String> codes = new HashSet<>();
        Set<Long> cuts = new HashSet<>();
        for (Tier tier : tiers) {
            if (!codes.add(tier.code()) || !cuts.add(tier.fromFollowers())) {
                throw new TierTableNotAscending();
            }
        }
        if (tiers.isEmpty() || tiers.getFirst().fromFollowers() != 0) {
            throw new TierTableNotAscending();
        }
    }

    /** The tier of a follower count; none while it is unknown. */
    public Optional<String> tierOf(@Nullable Long followers) {
        if (followers == null || followers < 0) {
            return Optional.empty();
        }
        return tiers.reversed().stream()
                .filter(tier -> tier.fromFollowers() <= followers)
                .map(Tier::code)
                .findFirst();
    }
}
