package org.kolsuite.campaign;

import java.util.EnumSet;
import org.kolsuite.platform.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.kolsuite.campaign", EnumSet.allOf(Layer.class));
    }
}
