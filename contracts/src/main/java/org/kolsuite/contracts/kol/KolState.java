package org.kolsuite.contracts.kol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.State;
import org.kolsuite.contracts.event.Topics;

/**
 * The present state of a KOL: who they are, on which platforms, and which agency represents them today.
 *
 * @param subject the sign-in that confirmed "this record is me", or null
 * @param agencyId the agency whose roster the KOL is on today, or null
 */
public record KolState(
        UUID kolId,
        long version,
        String displayName,
        @Nullable String country,
        @Nullable String subject,
        @Nullable UUID agencyId,
        List<Account> accounts)
        implements State {

    /**
     * One handle on one platform.
     *
     * @param platform the platform's code, for example {@code xiaohongshu}
     * @param platformUid the platform's own id, or null where no source gave one
     * @param tier the tier's code by the organisation's tier table, or null when followers are unknown
     * @param followers latest known number, or null
     * @param auditScore 0 to 100 as the latest audience audit said, or null when there was none
     * @param auditedAt when it said so
     */
    public record Account(
            UUID accountId,
            String platform,
            String handle,
            @Nullable String platformUid,
            @Nullable String tier,
            @Nullable Long followers,
            @Nullable Integer auditScore,
            @Nullable Instant auditedAt) {}

    @Override
    public UUID aggregateId() {
        return kolId;
    }

    @Override
    public String topic() {
        return Topics.KOL_STATE;
    }
}
