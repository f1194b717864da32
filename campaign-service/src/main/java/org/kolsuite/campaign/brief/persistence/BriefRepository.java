package org.kolsuite.campaign.brief.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.brief.model.BriefRefusals.BriefNotFound;
import org.kolsuite.campaign.collaboration.model.RightsClause;

/** Stores briefs and finds them again; every method joins the caller's transaction. */
@ApplicationScoped
public class BriefRepository {
    @Inject
    StoredJson json;

    /** A brief with its version. */
    public record Stored(Brief brief, long version, Instant createdAt) {}

    /** The part of a brief that stands in one JSON text. */
    record Words(
            String keyMessage,
            List<Brief.Wanted> deliverables,
            List<String> dos,
            List<String> donts,
            String disclosure,
            List<String> hashtags,
            @Nullable String trackingTarget,
            @Nullable String promoCodePrefix,
            @Nullable RightsClause rights,
            boolean scriptRequired,
            int retentionDays) {}

    public Uni<Stored> add(Brief brief, Instant now) {
        BriefRow row = new BriefRow();
        row.id = brief.id();
        row.campaignId = brief.campaignId();
        row.createdAt = now;
        write(row, brief);
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
                .map(done -> toStored(row));
    }

    /** @throws BriefNotFound when there is none for this caller */
    public Uni<Stored> find(UUID id) {
        return row(id, false).map(this::toStored);
    }

    /** As {@link #find}, holding the row until the transaction ends. */
    public Uni<Stored> lock(UUID id) {
        return row(id, true).map(this::toStored);
    }

    public Uni<Stored> save(Brief brief) {
        return row(brief.id(), false)
                .invoke(row -> write(row, brief))
                .call(Panache::flush)
                .map(this::toStored);
    }

    /** Newest first; of one campaign when given. */
    public Uni<List<Stored>> list(@Nullable UUID campaignId) {
        return Panache.getSession()
                .chain(session -> Filter.of("from BriefRow")
                        .andIf("campaignId = :campaign", "campaign", campaignId)
                        .query(session, "", " order by createdAt desc, id desc", BriefRow.class)
                        .setMaxResults(500)
                        .getResultList())
                .map(rows -> rows.stream().map(this::toStored).toList());
    }

    private static Uni<BriefRow> row(UUID id, boolean lock) {
        return Panache.getSession()
                .chain(session -> session.find(BriefRow.class, id)
                        .call(row -> row == null || !lock
                                ? Uni.createFrom().voidItem()
                                : session.refresh(row, LockModeType.PESSIMISTIC_WRITE)))
                .onItem()
                .ifNull()
                .failWith(BriefNotFound::new);
    }

    private void write(BriefRow row, Brief brief) {
        row.title = brief.title();
        row.places = brief.places();
        row.placesTaken = brief.placesTaken();
        row.sentAt = brief.sentAt();
        row.words = json.write(new Words(
                brief.keyMessage(),
                brief.deliverables(),
                brief.dos(),
                brief.donts(),
                brief.disclosure(),
                brief.hashtags(),
                brief.trackingTarget(),
                brief.promoCodePrefix(),
                brief.rights(),
                brief.scriptRequired(),
                brief.retentionDays()));
    }

    public Stored toStored(BriefRow row) {
        Words words = json.read(row.words, Words.class);
        return new Stored(
                new Brief(
                        row.id,
                        row.campaignId,
                        row.title,
                        words.keyMessage(),
                        words.deliverables(),
                        words.dos(),
                        words.donts(),
                        words.disclosure(),
                        words.hashtags(),
                        words.trackingTarget(),
                        words.promoCodePrefix(),
                        words.rights(),
                        words.scriptRequired(),
                        words.retentionDays(),
                        row.places,
                        row.placesTaken,
                        row.sentAt),
                row.version,
                row.createdAt);
    }
}
