package org.kolsuite.registry.kol.model;

import org.jspecify.annotations.Nullable;

/**
 * What makes two records the same platform account: the platform's own id where a source has one, else platform and
 * normalised handle, never the display name (in 63 days of real data 65 of 7,310 creators changed theirs).
 */
public sealed interface AccountIdentity {
    String platform();

    /** The platform's own id. */
    record ByPlatformId(String platform, String platformUid) implements AccountIdentity {}

    /**
     * Platform and normalised handle.
     *
     * @param handleKey see {@link HandleRule#key}
     */
    record ByHandle(String platform, String handleKey) implements AccountIdentity {}

    /** The strongest identity that a source allows. */
    static AccountIdentity of(String platform, @Nullable String platformUid, String handle, HandleRule rule) {
        if (platformUid != null && !platformUid.isBlank()) {
            return new ByPlatformId(platform, platformUid.strip());
        }
        return new ByHandle(platform, rule.key(handle));
    }
}
