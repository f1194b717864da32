package org.kolsuite.registry.ratecard;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.Columns;

/** Keeps and finds prices. Call inside a unit of work. */
@ApplicationScoped
public class RateCards {
    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * What an account asks.
     *
     * @param format for example {@code douyin-21-60s} or {@code note-video}
     * @param platformFeeRate what the platform takes on top, of the price
     * @param rebateRate what the agency gives back (返点), of the price
     * @param current the latest word for its account, format and month
     */
    public record Price(
            UUID id,
            UUID accountId,
            String format,
            YearMonth month,
            Money price,
            @Nullable BigDecimal platformFeeRate,
            @Nullable BigDecimal rebateRate,
            @Nullable String source,
            String recordedByName,
            Instant recordedAt,
            boolean current) {}

    /** A price to be recorded. */
    public record NewPrice(
            String format,
            YearMonth month,
            Money price,
            @Nullable BigDecimal platformFeeRate,
            @Nullable BigDecimal rebateRate,
            @Nullable String source) {}

    public Uni<Price> record(Caller caller, UUID accountId, NewPrice price) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into rate_card (id, account_id, format, month, amount_minor, currency, platform_fee_rate,
                                                       rebate_rate, source, recorded_by, recorded_by_name, recorded_at)
                                values (:id, :account, :format, :month, :amount, :currency, cast(cast(:fee as text) as numeric),
                                        cast(cast(:rebate as text) as numeric), :source, :by, :name, :now)""")
                        .setParameter("id", id)
                        .setParameter("account", accountId)
                        .setParameter("format", price.format())
                        .setParameter("month", price.month().atDay(1))
                        .setParameter("amount", price.price().amountMinor())
                        .setParameter("currency", price.price().currency())
                        .setParameter("fee", text(price.platformFeeRate()))
                        .setParameter("rebate", text(price.rebateRate()))
                        .setParameter("source", price.source())
                        .setParameter("by", caller.subject())
                        .setParameter("name", caller.name())
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(() -> trail.record(
                        caller, "record-price", "account", accountId, null, null, Map.of("format", price.format())))
                .replaceWith(new Price(
                        id,
                        accountId,
                        price.format(),
                        price.month(),
                        price.price(),
                        price.platformFeeRate(),
                        price.rebateRate(),
                        price.source(),
                        caller.name(),
                        now,
                        true));
    }

    /** Every price of the accounts, the latest word first. */
    public Uni<List<Price>> of(Collection<UUID> accountIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, account_id, format, month, amount_minor, currency, platform_fee_rate, rebate_rate,
                                       source, recorded_by_name, recorded_at,
                                       row_number() over (partition by account_id, format, month order by recorded_at desc, id desc) = 1
                                from rate_card
                                where tenant_id = kol_tenant() and account_id = any(:accounts)
                                order by month desc, format, recorded_at desc, id desc""", Object[].class)
                        .setParameter("accounts", accountIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Price(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                YearMonth.from((LocalDate) row[3]),
                                Money.ofMinor(((Number) row[4]).longValue(), (String) row[5]),
                                (BigDecimal) row[6],
                                (BigDecimal) row[7],
                                (String) row[8],
                                (String) row[9],
                                Columns.instant(row[10]),
                                (Boolean) row[11]))
                        .toList());
    }

    private static @Nullable String text(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.toPlainString();
    }
}
