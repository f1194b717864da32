package org.kolsuite.platform.paging;

import org.jspecify.annotations.Nullable;

/** How long a page may be. */
public final class Limits {
    public static final int DEFAULT = 50;
    public static final int MOST = 200;

    private Limits() {}

    /** The page size that is used: the default for none, capped at {@link #MOST}, at least 1 (CASES S16). */
    public static int of(@Nullable Integer asked) {
        return asked == null ? DEFAULT : Math.clamp(asked, 1, MOST);
    }
}
