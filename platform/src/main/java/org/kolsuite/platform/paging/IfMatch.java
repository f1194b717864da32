package org.kolsuite.platform.paging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that an update says it edits (CASES W4). */
public final class IfMatch {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private IfMatch() {}

    /**
     * Reads the header.
     *
     * @throws VersionRequired without the header
     * @throws StaleVersion when it is not an ETag that we gave out
     */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new VersionRequired();
        }
        Matcher etag = ETAG.matcher(header.trim());
        if (!etag.matches()) {
            throw new StaleVersion(-1);
        }
        return Long.parseLong(etag.group(1));
    }

    /** @throws StaleVersion when the header names another version than the present one */
    public static void require(@Nullable String header, long present) {
        if (version(header) != present) {
            throw new StaleVersion(present);
        }
    }
}
