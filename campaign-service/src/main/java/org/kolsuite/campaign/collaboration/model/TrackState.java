package org.kolsuite.campaign.collaboration.model;

import java.util.Locale;
import java.util.Set;

/** A state on either track. */
public sealed interface TrackState permits GiftState, PaidState {

    /** Whether nothing is expected of anybody any more; a campaign closes only when all its collaborations are. */
    boolean atAnEnd();

    /** What may be done in it, by anybody. */
    Set<Verb> legal();

    /** As others know it: {@code CONTENT_DUE}. */
    default String title() {
        return titleOf(getClass());
    }

    /** {@code ContentDue} becomes {@code CONTENT_DUE}. */
    static String titleOf(Class<?> state) {
        return state.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
