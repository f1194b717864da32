package org.kolsuite.registry.kol.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.audit.application.AuditAccounts.AuditRecord;
import org.kolsuite.registry.consent.Consents.Consent;
import org.kolsuite.registry.kol.application.ShowKol.AccountDossier;
import org.kolsuite.registry.kol.application.ShowKol.Dossier;
import org.kolsuite.registry.kol.model.HistoryPoint;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.model.NameSeen;
import org.kolsuite.registry.kol.persistence.AccountRow;
import org.kolsuite.registry.ratecard.RateCards.Price;
import org.kolsuite.registry.result.PastResults.PastResult;

/**
 * A KOL as their organisation sees them.
 *
 * @param linked whether a person confirmed "this record is me"
 * @param erasedAt when the personal data was erased on request; nothing but numbers remains
 */
public record KolAnswer(
        UUID id,
        long version,
        String displayName,
        @Nullable String country,
        List<String> topics,
        @Nullable String bio,
        @Nullable String notes,
        boolean linked,
        @Nullable Instant linkedAt,
        @Nullable UUID agencyId,
        @Nullable Instant erasedAt,
        Instant createdAt,
        Instant updatedAt,
        List<Account> accounts,
        List<PastResult> pastResults,
        List<Consent> consents) {

    /**
     * One account.
     *
     * @param engagementRate engagements / views; null while either is unknown
     * @param engagementRateByFollowers engagements / followers: another metric
     * @param measuredOn the day the numbers are of
     * @param history one point per day, oldest first
     * @param names every handle and name it was seen under
     * @param audit the latest one
     */
    public record Account(
            UUID id,
            String platform,
            @Nullable String platformUid,
            String handle,
            String displayName,
            @Nullable String url,
            @Nullable String country,
            List<String> topics,
            @Nullable String tier,
            Numbers numbers,
            @Nullable Double engagementRate,
            @Nullable Double engagementRateByFollowers,
            @Nullable LocalDate measuredOn,
            List<History> history,
            List<NameSeen> names,
            List<Price> rateCards,
            @Nullable AuditRecord audit) {}

    /** Averages are per post; null is unknown. */
    public record Numbers(
            @Nullable Long followers,
            @Nullable Long followings,
            @Nullable Long posts,
            @Nullable Long avgViews,
            @Nullable Long avgLikes,
            @Nullable Long avgComments,
            @Nullable Long avgShares,
            @Nullable Long avgSaves,
            @Nullable Long avgEngagements,
            @Nullable Long authenticEngagements) {
        static Numbers of(Metrics metrics) {
            return new Numbers(
                    metrics.followers(),
                    metrics.followings(),
                    metrics.posts(),
                    metrics.avgViews(),
                    metrics.avgLikes(),
                    metrics.avgComments(),
                    metrics.avgShares(),
                    metrics.avgSaves(),
                    metrics.engagements().orElse(null),
                    metrics.authenticEngagements());
        }
    }

    /**
     * What was known on one day.
     *
     * @param valuesThatDay how many different statements there are of that day; the last one is shown
     */
    public record History(
            LocalDate day,
            Numbers numbers,
            @Nullable Double engagementRate,
            @Nullable Double engagementRateByFollowers,
            long valuesThatDay) {
        static History of(HistoryPoint point) {
            return new History(
                    point.day(),
                    Numbers.of(point.metrics()),
                    point.metrics().engagementRate().orElse(null),
                    point.metrics().engagementRateByFollowers().orElse(null),
                    point.valuesThatDay());
        }
    }

    static KolAnswer of(Dossier dossier) {
        var kol = dossier.kol();
        return new KolAnswer(
                kol.id,
                kol.version,
                kol.displayName,
                kol.country,
                List.of(kol.topics),
                kol.bio,
                kol.notes,
                kol.subject != null,
                kol.linkedAt,
                kol.agencyId,
                kol.erasedAt,
                kol.createdAt,
                kol.updatedAt,
                dossier.accounts().stream().map(KolAnswer::account).toList(),
                dossier.results(),
                dossier.consents());
    }

    private static Account account(AccountDossier dossier) {
        AccountRow account = dossier.account();
        Metrics metrics = account.metrics();
        return new Account(
                account.id,
                account.platform,
                account.platformUid,
                account.handle,
                account.displayName,
                account.url,
                account.country,
                List.of(account.topics),
                account.tier,
                Numbers.of(metrics),
                metrics.engagementRate().orElse(null),
                metrics.engagementRateByFollowers().orElse(null),
                account.measuredOn,
                dossier.history().stream().map(History::of).toList(),
                dossier.names(),
                dossier.prices(),
                dossier.audit());
    }
}
