package org.kolsuite.reporting.orders.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.reporting.orders.model.AttributionPolicy;
import org.kolsuite.reporting.orders.model.AttributionPolicy.KnownCode;
import org.kolsuite.reporting.orders.model.OrderKey;
import org.kolsuite.reporting.orders.model.PromoCode;
import org.kolsuite.reporting.orders.persistence.OrderFacts;
import org.kolsuite.reporting.orders.persistence.OrderFacts.Decided;

/** Decides whose orders are, in the open transaction: after an import, after a code was issued, and in a rebuild. */
@ApplicationScoped
public class AttributeOrders {
    private static final int BATCH = 1_000;

    @Inject
    OrderFacts orders;

    /** Orders that were there before the code was known. */
    public Uni<Void> listing(PromoCode code) {
        return orders.lockAttribution()
                .chain(() -> orders.listing(List.of(code)))
                .chain(this::decide);
    }

    /** Orders of a campaign whose codes were known before the campaign itself. */
    public Uni<Void> ofCampaign(UUID campaignId) {
        return orders.lockAttribution()
                .chain(() -> orders.codesOf(campaignId))
                .chain(codes -> codes.isEmpty() ? Uni.createFrom().item(List.<OrderKey>of()) : orders.listing(codes))
                .chain(this::decide);
    }

    public Uni<Void> these(List<OrderKey> keys) {
        return orders.lockAttribution().chain(() -> decide(keys));
    }

    public Uni<Void> everything() {
        return orders.lockAttribution().chain(orders::everyOrder).chain(this::decide);
    }

    private Uni<Void> decide(List<OrderKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<List<OrderKey>> batches = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            batches.add(keys.subList(from, Math.min(keys.size(), from + BATCH)));
        }
        return orders.knownCodes()
                .chain(known -> Multi.createFrom()
                        .iterable(batches)
                        .onItem()
                        .transformToUniAndConcatenate(batch -> decide(batch, known))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> decide(List<OrderKey> batch, Map<PromoCode, KnownCode> known) {
        return orders.newest(batch)
                .map(newest -> newest.stream()
                        .map(order -> new Decided(
                                order, AttributionPolicy.attribute(order.codes(), order.currency(), known::get)))
                        .toList())
                .chain(orders::decide);
    }
}
