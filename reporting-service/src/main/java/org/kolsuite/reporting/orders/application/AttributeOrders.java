package org.kolsuite.reporting.orders.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.orders.model.AttributionPolicy;
import org.kolsuite.reporting.orders.model.AttributionPolicy.KnownCode;
import org.kolsuite.reporting.orders.model.OrderKey;
import org.kolsuite.reporting.orders.model.PromoCode;
import org.kolsuite.reporting.orders.persistence.OrderFacts;
import org.kolsuite.reporting.orders.persistence.OrderFacts.Decided;
import org.kolsuite.reporting.orders.persistence.OrderFacts.Newest;

/** Decides whose orders are, in the open transaction: after an import, after a code was issued, and in a rebuild. */
@ApplicationScoped
public class AttributeOrders {
    private static final int BATCH = 1_000;
    private static final int PAGE = 5_000;

    @Inject
    OrderFacts orders;

    /** Orders that were there before the code was known. */
    public Uni<Void> listing(PromoCode code) {
        return orders.lockAttribution()
                .chain(() -> orders.listing(List.of(code)))
                .chain(this::decide);
    }

    /** Nobody else attributes the organisation's orders until the open transaction ends. */
    public Uni<Void> alone() {
        return orders.lockAttribution();
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

    /**
     * Every order there is a fact of, for a rebuild: a page at a time, so that their number does not matter, and without
     * marks, because everything is folded afterwards. Whoever rebuilds is {@link #alone}.
     */
    public Uni<Void> everything() {
        return orders.knownCodes().chain(known -> everything(known));
    }

    private Uni<Void> everything(Map<PromoCode, KnownCode> known) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicReference<@Nullable OrderKey>::new,
                        at -> orders.newestAfter(at.get(), PAGE)
                                .call(newest -> orders.decideUnmarked(decided(newest, known)))
                                .invoke(newest -> {
                                    if (!newest.isEmpty()) {
                                        at.set(newest.getLast().key());
                                    }
                                }))
                .until(List::isEmpty)
                .collect()
                .last()
                .replaceWithVoid();
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
                        .transformToUniAndConcatenate(
                                batch -> orders.newest(batch).chain(newest -> orders.decide(decided(newest, known))))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static List<Decided> decided(List<Newest> newest, Map<PromoCode, KnownCode> known) {
        return newest.stream()
                .map(order ->
                        new Decided(order, AttributionPolicy.attribute(order.codes(), order.currency(), known::get)))
                .toList();
    }
}
