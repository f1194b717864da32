package org.kolsuite.registry.kol.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.Metrics;

/**
 * One statement of a source about one account, with the account already identified.
 *
 * @param newKol the KOL doesn't exist yet; set on the first statement about it only
 * @param newAccount likewise for the account
 * @param ordinal later in the source, larger: of two statements about one day the larger is the day's
 * @param fingerprint equal for equal numbers; null when there are none to keep
 * @param tier by the organisation's tier table, null without followers
 */
public record ProfileWrite(
        UUID accountId,
        UUID kolId,
        boolean newKol,
        boolean newAccount,
        String platform,
        @Nullable String platformUid,
        String handle,
        String handleKey,
        String qualifier,
        String displayName,
        LocalDate takenOn,
        long ordinal,
        String source,
        Metrics metrics,
        @Nullable String fingerprint,
        @Nullable String tier,
        @Nullable String country,
        List<String> topics,
        @Nullable String url,
        @Nullable String bio) {}
