package org.kolsuite.campaign.collaboration.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AlreadyInCampaign;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CollaborationNotFound;
import org.kolsuite.campaign.collaboration.model.GiftState;
import org.kolsuite.campaign.collaboration.model.Identity;
import org.kolsuite.campaign.collaboration.model.PaidState;
import org.kolsuite.campaign.collaboration.model.RightsClause;
import org.kolsuite.campaign.collaboration.model.Terms;
import org.kolsuite.campaign.collaboration.model.Work;

/** Stores collaborations and turns rows into the model; every method joins the caller's transaction. */
@ApplicationScoped
public class CollaborationRepository {
    @Inject
    StoredJson json;

    @Inject
    StateJson states;

    /** @throws CollaborationNotFound when there is none that this caller may see */
    public Uni<CollaborationRow> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(CollaborationRow.class, id))
                .onItem()
                .ifNull()
                .failWith(CollaborationNotFound::new);
    }

    /** Holds a row that was found until the transaction ends, and reads it again: what is decided is decided on it. */
    public Uni<CollaborationRow> lock(CollaborationRow row) {
        return Panache.getSession()
                .chain(session -> session.refresh(row, LockModeType.PESSIMISTIC_WRITE))
                .replaceWith(row);
    }

    /**
     * A collaboration in the column of its track and state.
     *
     * @param together how many stand in that column
     */
    public record Place(UUID id, long together) {}

    /** Of each column of a campaign's board those that have stood in it longest, the longest first. */
    public Uni<List<Place>> longestWaiting(UUID campaignId, int ofEach) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, together from (
                                  select id, state_since, count(*) over (partition by track, state) as together,
                                         row_number() over (partition by track, state order by state_since, id) as place
                                  from collaboration where campaign_id = :campaign) ranked
                                where place <= :most order by state_since, id""", Object[].class)
                        .setParameter("campaign", campaignId)
                        .setParameter("most", ofEach)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Place((UUID) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }

    /** @throws AlreadyInCampaign when the account stands in the campaign on that track */
    public Uni<Void> requireFree(UUID campaignId, UUID accountId, Track track) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from CollaborationRow where campaignId = :campaign and accountId = :account and track = :track",
                                Long.class)
                        .setParameter("campaign", campaignId)
                        .setParameter("account", accountId)
                        .setParameter("track", track.name())
                        .getSingleResult())
                .invoke(count -> {
                    if (count > 0) {
                        throw new AlreadyInCampaign(track);
                    }
                })
                .replaceWithVoid();
    }

    /** A row for a collaboration that begins; the caller persists it after adding what it knows beside the model. */
    public CollaborationRow newRow(Collaboration collaboration, Instant at) {
        CollaborationRow row = new CollaborationRow();
        Identity identity = collaboration.identity();
        row.id = identity.id();
        row.campaignId = identity.campaignId();
        row.kolId = identity.kolId();
        row.accountId = identity.accountId();
        row.agencyId = identity.agencyId();
        row.escalatedFrom = identity.escalatedFrom();
        row.track = collaboration.track().name();
        row.createdAt = at;
        write(row, collaboration, at);
        return row;
    }

    /** Takes the model's state over into the row. */
    public void write(CollaborationRow row, Collaboration collaboration, Instant at) {
        row.briefId = collaboration.identity().briefId();
        row.state = collaboration.state().title();
        row.stateData = states.write(collaboration.state());
        row.stateSince = at;
        row.atEnd = collaboration.state().atAnEnd();
        switch (collaboration) {
            case Gift gift -> {
                row.auditScore = gift.auditScore();
                row.rights = gift.rights() == null ? null : json.write(gift.rights());
            }
            case Paid paid -> {
                row.terms = json.write(paid.terms());
                row.work = json.write(paid.work());
            }
        }
    }

    public Collaboration toModel(CollaborationRow row) {
        return Track.valueOf(row.track) == Track.GIFT ? toGift(row) : toPaid(row);
    }

    public Gift toGift(CollaborationRow row) {
        return new Gift(
                identity(row),
                row.auditScore,
                row.rights == null ? null : json.read(row.rights, RightsClause.class),
                states.read(row.stateData, GiftState.class));
    }

    public Paid toPaid(CollaborationRow row) {
        return new Paid(
                identity(row),
                json.read(Objects.requireNonNull(row.terms), Terms.class),
                json.read(Objects.requireNonNull(row.work), Work.class),
                states.read(row.stateData, PaidState.class));
    }

    private static Identity identity(CollaborationRow row) {
        return new Identity(
                row.id, row.campaignId, row.briefId, row.kolId, row.accountId, row.agencyId, row.escalatedFrom);
    }

    /** Gifts of this organisation to that KOL that nothing came of, in any campaign. */
    public Uni<Long> openNoContent(UUID kolId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from CollaborationRow where kolId = :kol and state = 'NO_CONTENT'",
                                Long.class)
                        .setParameter("kol", kolId)
                        .getSingleResult());
    }

    /** Ids and tenants of rows whose time has come; read across tenants. */
    public Uni<List<CollaborationRow>> due(Instant now, int most) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from CollaborationRow where dueAt <= :now order by dueAt, id", CollaborationRow.class)
                        .setParameter("now", now)
                        .setMaxResults(most)
                        .getResultList());
    }

    /** Takes a due row for this replica; null when another replica has it, or its time has changed. */
    public Uni<CollaborationRow> takeDue(UUID id, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select * from collaboration where id = :id and due_at <= :now for update skip locked",
                                CollaborationRow.class)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .getSingleResultOrNull());
    }

    public <T> Uni<Void> add(T row) {
        return Panache.getSession().chain(session -> session.persist(row).chain(session::flush));
    }
}
