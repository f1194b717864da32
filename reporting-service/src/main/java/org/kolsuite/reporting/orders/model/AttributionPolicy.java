package org.kolsuite.reporting.orders.model;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.orders.model.Attribution.Attributed;
import org.kolsuite.reporting.orders.model.Attribution.Unattributed;
import org.kolsuite.reporting.orders.model.Attribution.Why;

/**
 * Whose order it is. Version 1 looks at promo codes only. The raw codes and this version are kept with the order, so that
 * history can be computed again under a later rule.
 */
public final class AttributionPolicy {
    /** Goes with every attribution. */
    public static final String VERSION = "promo-code-1";

    private AttributionPolicy() {}

    /**
     * A code that a collaboration was issued.
     *
     * @param currency of the collaboration's campaign
     */
    public record KnownCode(UUID collaborationId, String currency) {}

    /**
     * The first listed code that is known decides; a second known code of another collaboration flags the order. An order
     * in another currency than the campaign's can't be added to it, so it stays unattributed until there is a rate.
     */
    public static Attribution attribute(
            List<PromoCode> listed, String orderCurrency, Function<PromoCode, @Nullable KnownCode> known) {
        if (listed.isEmpty()) {
            return new Unattributed(Why.NO_CODE);
        }
        PromoCode first = null;
        KnownCode winner = null;
        boolean flagged = false;
        for (PromoCode code : listed) {
            KnownCode candidate = known.apply(code);
            if (candidate == null) {
                continue;
            }
            if (winner == null) {
                first = code;
                winner = candidate;
            } else if (!winner.collaborationId().equals(candidate.collaborationId())) {
                flagged = true;
            }
        }
        if (winner == null || first == null) {
            return new Unattributed(Why.UNKNOWN_CODE);
        }
        return winner.currency().equals(orderCurrency)
                ? new Attributed(winner.collaborationId(), first, flagged)
                : new Unattributed(Why.OTHER_CURRENCY);
    }
}
