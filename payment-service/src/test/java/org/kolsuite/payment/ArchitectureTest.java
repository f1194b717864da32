package org.kolsuite.payment;

import java.util.EnumSet;
import org.kolsuite.platform.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.kolsuite.payment", EnumSet.allOf(Layer.class));
    }
}
