package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRow;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.Collaboration.Track;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CollaborationNotFound;
import org.kolsuite.campaign.collaboration.model.GiftState;
import org.kolsuite.campaign.collaboration.model.PaidState;
import org.kolsuite.campaign.collaboration.model.Party;
import org.kolsuite.campaign.collaboration.model.TrackState;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.kol.KolAccountRow;
import org.kolsuite.campaign.kol.KolRow;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Lists collaborations, and puts a campaign's on its board. */
@ApplicationScoped
public class ReadCollaborations {
    private static final String FROM = "from CollaborationRow c join KolRow k on k.kolId = c.kolId"
            + " join KolAccountRow a on a.accountId = c.accountId join CampaignRow p on p.id = c.campaignId";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    CampaignRepository campaigns;

    /**
     * What to list; null means any.
     *
     * @param text in the KOL's name or handle
     */
    public record Wanted(
            @Nullable UUID campaignId,
            @Nullable UUID kolId,
            @Nullable Track track,
            List<String> states,
            @Nullable Boolean open,
            @Nullable String text) {}

    /**
     * One column of the board.
     *
     * @param count how many stand in it
     * @param items those of them that have waited longest
     */
    public record Column(Track track, String state, long count, List<CollaborationSummary> items) {}

    /** A campaign's collaborations by state, in the order of the tracks; columns without any are left out. */
    public record Board(UUID campaignId, List<Column> columns) {}

    /** The short list of a campaign: who is a candidate or qualified, and not invited yet. Unknown campaigns have none. */
    public Uni<Page<CollaborationSummary>> shortList(
            Caller.Member caller, UUID campaignId, @Nullable String cursorText, @Nullable Integer asked) {
        Wanted wanted = new Wanted(campaignId, null, Track.GIFT, List.of("CANDIDATE", "QUALIFIED"), null, null);
        return unitOfWork.as(
                caller, () -> campaigns.find(campaignId).chain(known -> list(caller, wanted, cursorText, asked)));
    }

    /** Newest first. */
    public Uni<Page<CollaborationSummary>> list(
            Caller.Member caller, Wanted wanted, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Panache.getSession()
                        .chain(session -> filter(caller, wanted)
                                .query(session, "select count(*) ", "", Long.class)
                                .getSingleResult())
                        .chain(total -> Panache.getSession().chain(session -> {
                            Filter filter = filter(caller, wanted);
                            if (cursor != null) {
                                filter.and("(c.createdAt < :at or c.createdAt = :at and c.id < :id)")
                                        .with("at", cursor.instant(0))
                                        .with("id", cursor.uuid(1));
                            }
                            return filter.query(
                                            session,
                                            "select c, k, a, p ",
                                            " order by c.createdAt desc, c.id desc",
                                            Object[].class)
                                    .setMaxResults(limit + 1)
                                    .getResultList()
                                    .map(rows -> Page.of(
                                            rows.stream().map(this::toSummary).toList(),
                                            limit,
                                            summary -> Cursor.of(summary.createdAt(), summary.id()),
                                            total));
                        })));
    }

    /** @param asked how many cards a column may have */
    public Uni<Board> board(Caller.Member caller, UUID campaignId, @Nullable Integer asked) {
        return unitOfWork.as(
                caller,
                () -> campaigns
                        .find(campaignId)
                        .chain(found -> collaborations.longestWaiting(campaignId, Limits.of(asked)))
                        .chain(places -> summaries(places.stream()
                                        .map(CollaborationRepository.Place::id)
                                        .toList())
                                .map(cards -> toBoard(campaignId, places, cards))));
    }

    /** In the given order; joins the caller's transaction. */
    public Uni<List<CollaborationSummary>> summaries(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> Filter.of(FROM)
                        .and("c.id in (:ids)", "ids", ids)
                        .query(session, "select c, k, a, p ", "", Object[].class)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, CollaborationSummary> found = rows.stream()
                            .map(this::toSummary)
                            .collect(Collectors.toMap(CollaborationSummary::id, Function.identity()));
                    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
                });
    }

    /** @throws CollaborationNotFound when there is none for this caller; joins the caller's transaction */
    Uni<CollaborationSummary> summary(UUID id) {
        return summaries(List.of(id)).map(found -> {
            if (found.isEmpty()) {
                throw new CollaborationNotFound();
            }
            return found.getFirst();
        });
    }

    private static Filter filter(Caller.Member caller, Wanted wanted) {
        Filter filter = Filter.of(FROM)
                .and("c.tenantId = :tenant", "tenant", caller.tenant())
                .andIf("c.campaignId = :campaign", "campaign", wanted.campaignId())
                .andIf("c.kolId = :kol", "kol", wanted.kolId())
                .andIf(
                        "c.track = :track",
                        "track",
                        wanted.track() == null ? null : wanted.track().name())
                .andIf("c.atEnd = :ended", "ended", wanted.open() == null ? null : !wanted.open());
        if (!wanted.states().isEmpty()) {
            filter.and("c.state in (:states)", "states", wanted.states());
        }
        if (wanted.text() != null && !wanted.text().isBlank()) {
            filter.and(
                    "(lower(k.displayName) like :text escape '!' or lower(a.handle) like :text escape '!')",
                    "text",
                    "%" + escaped(wanted.text().strip().toLowerCase(java.util.Locale.ROOT)) + "%");
        }
        return filter;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Board toBoard(
            UUID campaignId, List<CollaborationRepository.Place> places, List<CollaborationSummary> cards) {
        Map<UUID, Long> together = places.stream()
                .collect(Collectors.toMap(CollaborationRepository.Place::id, CollaborationRepository.Place::together));
        List<Column> columns = new ArrayList<>();
        for (Track track : Track.values()) {
            for (Class<?> state : statesOf(track).getPermittedSubclasses()) {
                String title = TrackState.titleOf(state);
                List<CollaborationSummary> items = cards.stream()
                        .filter(each -> each.track() == track && each.state().equals(title))
                        .toList();
                if (!items.isEmpty()) {
                    columns.add(new Column(
                            track,
                            title,
                            Objects.requireNonNull(together.get(items.getFirst().id())),
                            items));
                }
            }
        }
        return new Board(campaignId, List.copyOf(columns));
    }

    private static Class<?> statesOf(Track track) {
        return track == Track.GIFT ? GiftState.class : PaidState.class;
    }

    private CollaborationSummary toSummary(Object[] columns) {
        CollaborationRow row = (CollaborationRow) columns[0];
        KolRow kol = (KolRow) columns[1];
        KolAccountRow account = (KolAccountRow) columns[2];
        CampaignRow campaign = (CampaignRow) columns[3];
        Collaboration collaboration = collaborations.toModel(row);
        List<Verb> legal = collaboration.state().legal().stream()
                .filter(verb -> verb.isFor(Party.BRAND))
                .sorted()
                .toList();
        return new CollaborationSummary(
                row.id,
                row.version,
                row.campaignId,
                campaign.name,
                row.briefId,
                collaboration.track(),
                row.state,
                row.stateSince,
                row.dueAt,
                row.atEnd,
                kol.kolId,
                kol.displayName,
                row.agencyId,
                account.accountId,
                account.platform,
                account.handle,
                account.tier,
                account.followers,
                collaboration.state() instanceof GiftState.Candidate ? account.auditScore : row.auditScore,
                assumed(collaboration.state()),
                collaboration instanceof Paid paid ? paid.terms().fee() : null,
                row.productId,
                row.promoCode,
                row.trackingSlug,
                row.trackingTarget,
                row.postUrl,
                row.publishedAt,
                row.escalatedFrom,
                row.blockedCode == null
                        ? null
                        : new CollaborationSummary.Blocked(row.blockedCode, String.valueOf(row.blockedDetail)),
                row.note,
                legal.stream().map(Verb::path).toList(),
                legal.stream().filter(Verb::speaksForTheKol).map(Verb::path).toList(),
                row.createdAt);
    }

    static boolean assumed(TrackState state) {
        return switch (state) {
            case GiftState.Delivered delivered -> delivered.assumed();
            case GiftState.ContentDue due -> due.assumed();
            default -> false;
        };
    }
}
