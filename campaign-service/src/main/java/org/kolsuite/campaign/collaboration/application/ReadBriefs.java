package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CollaborationNotFound;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * What a KOL or an agency sees: the briefs that were shared with them, across organisations. Which rows those are is
 * decided by row-level security; here only the words are chosen. A KOL may be taken from a partner at any time, and their campaigns
 * with them, so a brief is put together as of one moment.
 */
@ApplicationScoped
public class ReadBriefs {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    AssembleBriefs assemble;

    /** Newest first. */
    public Uni<Page<PartnerBrief>> list(
            Caller partner, @Nullable Boolean open, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        Filter filter = ofTheirKols(partner).andIf("atEnd = :ended", "ended", open == null ? null : !open);
        if (cursor != null) {
            filter.and("(createdAt < :at or createdAt = :at and id < :id)")
                    .with("at", cursor.instant(0))
                    .with("id", cursor.uuid(1));
        }
        return unitOfWork.atOneMoment(
                partner,
                () -> Panache.getSession()
                        .chain(session -> filter.query(
                                        session, "", " order by createdAt desc, id desc", CollaborationRow.class)
                                .setMaxResults(limit + 1)
                                .getResultList())
                        .chain(rows -> assemble.of(rows.subList(0, Math.min(limit, rows.size())))
                                .map(seen -> new Page<>(
                                        seen,
                                        rows.size() > limit
                                                ? Cursor.of(rows.get(limit - 1).createdAt, rows.get(limit - 1).id)
                                                        .encode()
                                                : null,
                                        null))));
    }

    /** Row-level security says which of these they may see; by itself it would look at everybody's to find them. */
    private static Filter ofTheirKols(Caller partner) {
        Filter all = Filter.of("from CollaborationRow");
        return switch (partner) {
            case Caller.Kol kol ->
                all.and("kolId in (select k.kolId from KolRow k where k.subject = :subject)", "subject", kol.subject());
            case Caller.Agency agency ->
                all.and(
                        "kolId in (select k.kolId from KolRow k where k.agencyId = :agency)",
                        "agency",
                        agency.agencyId());
            case Caller.Member member -> all;
            case Caller.System system -> all;
        };
    }

    /** @throws CollaborationNotFound when it was not shared with this partner */
    public Uni<PartnerBrief> read(Caller partner, UUID id) {
        return unitOfWork.atOneMoment(
                partner,
                () -> collaborations
                        .find(id)
                        .chain(row -> assemble.of(List.of(row)))
                        .map(List::getFirst));
    }
}
