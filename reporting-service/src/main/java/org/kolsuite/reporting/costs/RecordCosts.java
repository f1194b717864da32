package org.kolsuite.reporting.costs;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.payment.FeeApproved;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.projection.Marks;

/** Appends costs, payments and budgets as facts, once per event whatever happens. */
@ApplicationScoped
public class RecordCosts {
    @Inject
    Marks marks;

    @Inject
    Clock clock;

    /** What a cost belongs to, as far as the event says. */
    record Owner(
            @Nullable UUID collaborationId,
            @Nullable UUID campaignId,
            @Nullable UUID kolId) {
        UUID subject() {
            if (collaborationId != null) {
                return collaborationId;
            }
            return campaignId == null ? Marks.NOBODY : campaignId;
        }
    }

    public Uni<Void> gift(UUID eventId, GiftShipped gift) {
        Owner owner = new Owner(gift.collaborationId(), gift.campaignId(), gift.kolId());
        return cost(eventId, CostKind.GIFT_PRODUCT, owner, gift.productCost(), null, null, gift.happenedAt())
                .chain(() ->
                        cost(eventId, CostKind.SHIPPING, owner, gift.shippingCost(), null, null, gift.happenedAt()))
                .chain(() -> marks.subjects(List.of(owner.subject())));
    }

    public Uni<Void> fee(UUID eventId, FeeApproved fee) {
        Owner owner = new Owner(fee.collaborationId(), fee.campaignId(), fee.kolId());
        return cost(eventId, CostKind.FEE, owner, fee.amount(), fee.feeId(), fee.milestone(), fee.happenedAt())
                .chain(() -> marks.subjects(List.of(owner.subject())));
    }

    private Uni<Void> cost(
            UUID eventId,
            CostKind kind,
            Owner owner,
            Money amount,
            @Nullable UUID feeId,
            @Nullable String milestone,
            Instant happenedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into cost_fact (event_id, kind, collaboration_id, campaign_id, kol_id, fee_id, milestone,
                                                       amount_minor, currency, happened_at, recorded_at)
                                values (:event, :kind, cast(:collaboration as uuid), cast(:campaign as uuid), cast(:kol as uuid),
                                        cast(:fee as uuid), :milestone, :amount, :currency, :happened, :recorded)
                                on conflict do nothing""")
                        .setParameter("event", eventId)
                        .setParameter("kind", kind.name())
                        .setParameter("collaboration", text(owner.collaborationId()))
                        .setParameter("campaign", text(owner.campaignId()))
                        .setParameter("kol", text(owner.kolId()))
                        .setParameter("fee", text(feeId))
                        .setParameter("milestone", milestone)
                        .setParameter("amount", amount.amountMinor())
                        .setParameter("currency", amount.currency())
                        .setParameter("happened", happenedAt)
                        .setParameter("recorded", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** @param kind {@code SENT}, {@code SETTLED} or {@code RETURNED} */
    public record Payment(
            String kind,
            UUID payoutId,
            UUID feeId,
            @Nullable UUID collaborationId,
            @Nullable UUID kolId,
            Money amount,
            Instant happenedAt) {}

    public Uni<Void> payment(UUID eventId, Payment payment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into payment_fact (event_id, kind, payout_id, fee_id, collaboration_id, kol_id,
                                                          amount_minor, currency, happened_at, recorded_at)
                                values (:event, :kind, :payout, :fee, cast(:collaboration as uuid), cast(:kol as uuid),
                                        :amount, :currency, :happened, :recorded)
                                on conflict do nothing""")
                        .setParameter("event", eventId)
                        .setParameter("kind", payment.kind())
                        .setParameter("payout", payment.payoutId())
                        .setParameter("fee", payment.feeId())
                        .setParameter("collaboration", text(payment.collaborationId()))
                        .setParameter("kol", text(payment.kolId()))
                        .setParameter("amount", payment.amount().amountMinor())
                        .setParameter("currency", payment.amount().currency())
                        .setParameter("happened", payment.happenedAt())
                        .setParameter("recorded", clock.instant())
                        .executeUpdate())
                .chain(() -> payment.collaborationId() == null
                        ? Uni.createFrom().voidItem()
                        : marks.subjects(List.of(payment.collaborationId())));
    }

    public Uni<Void> budget(UUID eventId, UUID campaignId, Money budget, Instant happenedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into budget_fact (event_id, campaign_id, amount_minor, currency, happened_at, recorded_at)
                                values (:event, :campaign, :amount, :currency, :happened, :recorded)
                                on conflict do nothing""")
                        .setParameter("event", eventId)
                        .setParameter("campaign", campaignId)
                        .setParameter("amount", budget.amountMinor())
                        .setParameter("currency", budget.currency())
                        .setParameter("happened", happenedAt)
                        .setParameter("recorded", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
