package org.kolsuite.registry.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/**
 * One hit: an account of a KOL, or a KOL without one.
 *
 * @param engagementRate engagements / views; null while either is unknown
 * @param engagementRateByFollowers engagements / followers: another metric
 * @param price the lowest current price of any format
 * @param auditScore of the latest audit
 */
public record ListingAnswer(
        UUID kolId,
        @Nullable UUID accountId,
        String displayName,
        @Nullable String handle,
        @Nullable String platform,
        @Nullable String tier,
        @Nullable Long followers,
        @Nullable Long avgViews,
        @Nullable Double engagementRate,
        @Nullable Double engagementRateByFollowers,
        @Nullable String country,
        List<String> topics,
        @Nullable Money price,
        @Nullable Integer auditScore,
        @Nullable LocalDate measuredOn,
        boolean linked,
        @Nullable UUID agencyId) {}
