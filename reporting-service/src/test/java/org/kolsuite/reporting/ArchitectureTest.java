package org.kolsuite.reporting;

import java.util.EnumSet;
import org.kolsuite.platform.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.kolsuite.reporting", EnumSet.allOf(Layer.class));
    }
}
