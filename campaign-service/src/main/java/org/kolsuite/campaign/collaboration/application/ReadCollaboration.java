package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.application.BudgetBook;
import org.kolsuite.campaign.campaign.model.Reservation;
import org.kolsuite.campaign.campaign.model.Reservation.Purpose;
import org.kolsuite.campaign.catalogue.Catalogue;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.model.GiftState;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.collaboration.persistence.HistoryRow;
import org.kolsuite.campaign.collaboration.persistence.PayoutRow;
import org.kolsuite.campaign.collaboration.persistence.ShipmentRow;
import org.kolsuite.campaign.content.ContentRow;
import org.kolsuite.campaign.escalation.persistence.EscalationRepository;
import org.kolsuite.campaign.escalation.persistence.ResultRow;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Reads one collaboration with everything that belongs to its page. */
@ApplicationScoped
public class ReadCollaboration {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ReadCollaborations summaries;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    EscalationRepository escalations;

    @Inject
    Catalogue catalogue;

    @Inject
    BudgetBook budget;

    @Inject
    RevealAddress addresses;

    public Uni<CollaborationDetail> read(Caller.Member caller, UUID id) {
        return unitOfWork.as(caller, () -> detail(id));
    }

    /** One step after the other: a session does one thing at a time. Joins the caller's transaction. */
    public Uni<CollaborationDetail> detail(UUID id) {
        Draft draft = new Draft();
        return collaborations
                .find(id)
                .invoke(row -> draft.row = row)
                .chain(() -> summaries.summary(id))
                .invoke(summary -> draft.summary = summary)
                .chain(() -> gift(draft))
                .chain(() -> addresses.masked(id))
                .invoke(masked -> draft.address = masked)
                .chain(() ->
                        rows("from ShipmentRow where collaborationId = :id order by shippedAt", id, ShipmentRow.class))
                .invoke(rows -> draft.shipments = rows)
                .chain(() ->
                        rows("from ContentRow where collaborationId = :id order by handedInAt", id, ContentRow.class))
                .invoke(rows -> draft.contents = rows)
                .chain(() -> rows("from PayoutRow where collaborationId = :id order by at", id, PayoutRow.class))
                .invoke(rows -> draft.payouts = rows)
                .chain(() -> rows("from HistoryRow where collaborationId = :id order by seq", id, HistoryRow.class))
                .invoke(rows -> draft.history = rows)
                .chain(() -> escalations.resultsOf(id))
                .invoke(rows -> draft.results = rows)
                .chain(() -> escalations.proposalsFor(id))
                .invoke(made -> draft.proposals = made)
                .chain(() -> rows("from CollaborationRow where escalatedFrom = :id", id, CollaborationRow.class))
                .invoke(rows -> draft.escalatedTo = rows.isEmpty() ? null : rows.getFirst().id)
                .chain(() -> budget.currencyOf(draft.row().campaignId))
                .chain(currency -> budget.held(
                        id, Track.valueOf(draft.row().track) == Track.GIFT ? Purpose.GIFT : Purpose.FEE, currency))
                .map(reservation -> draft.finished(collaborations.toModel(draft.row()), reservation));
    }

    private Uni<Void> gift(Draft draft) {
        UUID productId = draft.row().productId;
        if (productId == null || Track.valueOf(draft.row().track) != Track.GIFT) {
            return Uni.createFrom().voidItem();
        }
        return catalogue
                .product(productId)
                .invoke(product -> draft.product = product)
                .replaceWithVoid();
    }

    static <T> Uni<List<T>> rows(String query, UUID id, Class<T> type) {
        return Panache.getSession()
                .chain(session ->
                        session.createQuery(query, type).setParameter("id", id).getResultList());
    }

    /** The page while it is being put together. */
    private static final class Draft {
        @Nullable
        CollaborationRow row;

        @Nullable
        CollaborationSummary summary;

        Catalogue.@Nullable Product product;

        @Nullable
        String address;

        List<ShipmentRow> shipments = List.of();
        List<ContentRow> contents = List.of();
        List<PayoutRow> payouts = List.of();
        List<HistoryRow> history = List.of();
        List<ResultRow> results = List.of();
        List<EscalationRepository.Made> proposals = List.of();

        @Nullable
        UUID escalatedTo;

        CollaborationRow row() {
            return Objects.requireNonNull(row);
        }

        CollaborationDetail finished(Collaboration collaboration, Reservation reservation) {
            return new CollaborationDetail(
                    Objects.requireNonNull(summary),
                    collaboration instanceof Paid paid ? paid.terms() : null,
                    collaboration instanceof Paid paid ? paid.terms().milestones() : List.of(),
                    collaboration instanceof Paid paid ? paid.work() : null,
                    collaboration instanceof Gift gift
                            ? gift.rights()
                            : ((Paid) collaboration).terms().rights(),
                    chosen(collaboration),
                    address,
                    shipments.stream().map(ReadCollaboration::parcel).toList(),
                    contents.stream().map(ReadCollaboration::handedIn).toList(),
                    results.stream()
                            .map(each -> new CollaborationDetail.Result(
                                    each.key.daysAfter(),
                                    each.views,
                                    each.engagements,
                                    each.saves,
                                    each.orders,
                                    each.netRevenue(),
                                    each.snapshotAt))
                            .toList(),
                    proposals.stream()
                            .map(made -> new CollaborationDetail.Proposed(made.daysAfter(), made.at(), made.proposal()))
                            .toList(),
                    payouts.stream().map(ReadCollaboration::payout).toList(),
                    reservation.held(),
                    reservation.spent(),
                    escalatedTo,
                    history.stream().map(ReadCollaboration::entry).toList());
        }

        /** As planned while it waits, as spent once it left. */
        private CollaborationDetail.@Nullable Gift chosen(Collaboration collaboration) {
            Catalogue.Product gift = product;
            if (gift == null) {
                return null;
            }
            if (collaboration.state() instanceof GiftState.AwaitingShipment waiting) {
                return new CollaborationDetail.Gift(
                        gift.id(), gift.name(), waiting.productCost(), waiting.shippingCost());
            }
            if (shipments.isEmpty()) {
                return new CollaborationDetail.Gift(
                        gift.id(),
                        gift.name(),
                        gift.cost(),
                        Money.zero(gift.cost().currency()));
            }
            CollaborationDetail.Parcel sent = parcel(shipments.getLast());
            return new CollaborationDetail.Gift(gift.id(), gift.name(), sent.productCost(), sent.shippingCost());
        }
    }

    static CollaborationDetail.Parcel parcel(ShipmentRow row) {
        return new CollaborationDetail.Parcel(
                row.carrier,
                row.trackingNumber,
                Money.ofMinor(row.productCostMinor, row.currency),
                Money.ofMinor(row.shippingCostMinor, row.currency),
                row.shippedAt);
    }

    static CollaborationDetail.HandedIn handedIn(ContentRow row) {
        return new CollaborationDetail.HandedIn(
                row.id, row.kind, row.round, row.url, row.words, row.handedInAt, row.late, row.verdict, row.comment);
    }

    static CollaborationDetail.Payout payout(PayoutRow row) {
        return new CollaborationDetail.Payout(
                row.payoutId,
                row.state,
                Money.ofMinor(row.amountMinor, row.currency),
                row.endToEndId,
                row.detail,
                row.at);
    }

    static CollaborationDetail.HistoryEntry entry(HistoryRow row) {
        return new CollaborationDetail.HistoryEntry(
                row.verb, row.fromState, row.toState, row.party, row.actorName, row.reason, row.at, row.recordedAt);
    }
}
