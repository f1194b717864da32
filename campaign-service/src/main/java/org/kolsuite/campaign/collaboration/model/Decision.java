package org.kolsuite.campaign.collaboration.model;

import java.util.List;

/** What a track decided: the collaboration as it is now, and what else must happen with it. */
public record Decision<C extends Collaboration>(C next, List<Effect> effects) {
    public Decision {
        effects = List.copyOf(effects);
    }

    static <C extends Collaboration> Decision<C> of(C next, Effect... effects) {
        return new Decision<>(next, List.of(effects));
    }
}
