package org.kolsuite.registry;

import java.util.EnumSet;
import org.kolsuite.platform.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.kolsuite.registry", EnumSet.allOf(Layer.class));
    }
}
