package org.kolsuite.platform.tabular;

import org.kolsuite.contracts.problem.Rejection;

/** The file has more bytes than the limit. */
public final class FileTooLarge extends Rejection {
    public FileTooLarge(String name, long maxBytes) {
        super(Kind.TOO_LARGE, "\"" + name + "\" is larger than " + maxBytes / (1024 * 1024) + " MB. Split it.");
    }
}
