package org.kolsuite.campaign.campaign.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kolsuite.campaign.campaign.model.Budget;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.CampaignNotFound;
import org.kolsuite.campaign.campaign.model.Reservation;

/** Budgets and reservations. Whoever changes one locks the budget's row first, so a race has one winner. */
@ApplicationScoped
public class BudgetRepository {

    public Uni<Budget> find(UUID campaignId) {
        return row(campaignId, LockModeType.NONE).map(BudgetRow::toModel);
    }

    public Uni<Map<UUID, Budget>> findAll(Collection<UUID> campaignIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from BudgetRow where campaignId in (:ids)", BudgetRow.class)
                        .setParameter("ids", campaignIds)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.campaignId, BudgetRow::toModel)));
    }

    /** Changes the budget under its lock. */
    public Uni<Budget> change(UUID campaignId, UnaryOperator<Budget> change) {
        return row(campaignId, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> row.take(change.apply(row.toModel())))
                .call(Panache::flush)
                .map(BudgetRow::toModel);
    }

    /** What the collaboration holds for that purpose; an empty reservation when it holds nothing. */
    public Uni<Reservation> reservation(UUID collaborationId, Reservation.Purpose purpose, String currency) {
        return Panache.getSession()
                .chain(session ->
                        session.find(ReservationRow.class, new ReservationRow.Key(collaborationId, purpose.name())))
                .map(row -> row == null ? Reservation.none(collaborationId, purpose, currency) : row.toModel());
    }

    public Uni<Void> save(UUID campaignId, Reservation reservation) {
        ReservationRow.Key key = new ReservationRow.Key(
                reservation.collaborationId(), reservation.purpose().name());
        return Panache.getSession()
                .chain(session -> session.find(ReservationRow.class, key).chain(found -> {
                    if (found != null) {
                        found.take(reservation);
                        return session.flush();
                    }
                    ReservationRow row = new ReservationRow();
                    row.key = key;
                    row.campaignId = campaignId;
                    row.currency = reservation.held().currency();
                    row.take(reservation);
                    return session.persist(row).chain(session::flush);
                }));
    }

    private static Uni<BudgetRow> row(UUID campaignId, LockModeType lock) {
        return Panache.getSession()
                .chain(session -> session.find(BudgetRow.class, campaignId)
                        .call(row -> row == null || lock == LockModeType.NONE
                                ? Uni.createFrom().voidItem()
                                : session.refresh(row, lock)))
                .onItem()
                .ifNull()
                .failWith(CampaignNotFound::new);
    }
}
