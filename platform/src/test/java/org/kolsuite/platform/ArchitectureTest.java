package org.kolsuite.platform;

import java.util.Set;
import org.kolsuite.platform.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.kolsuite.platform", Set.of());
    }
}
