package org.kolsuite.campaign.collaboration.model;

import org.jspecify.annotations.Nullable;

/**
 * A script or a draft as the KOL handed it in: a link to it, its words, or both.
 */
public record HandedIn(@Nullable String url, @Nullable String text) {
    public HandedIn {
        if (url == null && text == null) {
            throw new CollaborationRefusals.ContentMissing();
        }
    }
}
