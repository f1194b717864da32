package org.kolsuite.registry.kol.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As much of a registered account as identity needs.
 *
 * @param platformUid null while no source gave one
 * @param handleKey see {@link HandleRule#key}
 * @param qualifier empty, or what tells this account from another one with the same handle, by a person's decision: the
 *     normalised display name
 */
public record KnownAccount(UUID id, UUID kolId, @Nullable String platformUid, String handleKey, String qualifier) {}
