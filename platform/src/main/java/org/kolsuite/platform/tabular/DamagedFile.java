package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** The file looks like XLSX but its structure is broken. */
public final class DamagedFile extends Rejection {
    public DamagedFile(String name) {
        super(
                Kind.INVALID,
                "\"" + name + "\" is damaged and can't be read to its end. Save it again and upload the new file.");
    }
}
