package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** An XLSX archive that unpacks to far too much, names files outside itself, or declares XML entities. */
public final class UnsafeArchive extends Rejection {
    public UnsafeArchive(String name, String why) {
        super(Kind.INVALID, "\"" + name + "\" is refused: " + why + ".");
    }
}
