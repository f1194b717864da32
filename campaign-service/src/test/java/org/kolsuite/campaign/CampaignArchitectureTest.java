package org.kolsuite.campaign;

import java.util.EnumSet;
import org.kolsuite.platform.testing.ArchitectureRules;

/** The directions of docs/architecture.md in this service. */
class CampaignArchitectureTest extends ArchitectureRules {
    CampaignArchitectureTest() {
        super("org.kolsuite.campaign", EnumSet.allOf(Layer.class));
    }
}
