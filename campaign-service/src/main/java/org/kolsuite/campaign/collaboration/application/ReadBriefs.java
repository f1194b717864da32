package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.brief.application.BriefView;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.brief.persistence.BriefRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository.Stored;
import org.kolsuite.campaign.catalogue.BrandRow;
import org.kolsuite.campaign.catalogue.ProductRow;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CollaborationNotFound;
import org.kolsuite.campaign.collaboration.model.Party;
import org.kolsuite.campaign.collaboration.model.Terms;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.campaign.collaboration.persistence.HistoryRow;
import org.kolsuite.campaign.collaboration.persistence.PayoutRow;
import org.kolsuite.campaign.collaboration.persistence.ShipmentRow;
import org.kolsuite.campaign.content.ContentRow;
import org.kolsuite.campaign.kol.KolAccountRow;
import org.kolsuite.campaign.kol.KolRow;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * What a KOL or an agency sees: the briefs that were shared with them, across organisations. Which rows those are is
 * decided by row-level security; here only the words are chosen.
 */
@ApplicationScoped
public class ReadBriefs {
    /** What the brand makes of a measured gift is its own business. */
    private static final Set<String> DONE_FOR_THE_KOL = Set.of("MEASURED", "RETAINED_FREE", "ESCALATED", "DROPPED");

    /** Steps whose reason is meant for both sides. */
    private static final Set<String> SAID_TO_BOTH =
            Set.of("COUNTER", "OFFER", "DECLINE", "CANCEL", "DISPUTE", "RESOLVE", "REPORT_REMOVED");

    /** Steps that are the organisation's own. */
    private static final Set<String> INTERNAL = Set.of("SHORTLIST", "QUALIFY", "MEASURE", "RETAIN", "ESCALATE", "DROP");

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    CampaignRepository campaigns;

    @Inject
    BriefRepository briefs;

    /** Newest first. */
    public Uni<Page<PartnerBrief>> list(
            Caller partner, @Nullable Boolean open, @Nullable String cursorText, @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        Filter filter =
                Filter.of("from CollaborationRow").andIf("atEnd = :ended", "ended", open == null ? null : !open);
        if (cursor != null) {
            filter.and("(createdAt < :at or createdAt = :at and id < :id)")
                    .with("at", cursor.instant(0))
                    .with("id", cursor.uuid(1));
        }
        return unitOfWork.as(
                partner,
                () -> Panache.getSession()
                        .chain(session -> filter.query(
                                        session, "", " order by createdAt desc, id desc", CollaborationRow.class)
                                .setMaxResults(limit + 1)
                                .getResultList())
                        .chain(rows -> Multi.createFrom()
                                .iterable(rows.subList(0, Math.min(limit, rows.size())))
                                .onItem()
                                .transformToUniAndConcatenate(this::see)
                                .collect()
                                .asList()
                                .map(seen -> new Page<>(
                                        seen,
                                        rows.size() > limit
                                                ? Cursor.of(rows.get(limit - 1).createdAt, rows.get(limit - 1).id)
                                                        .encode()
                                                : null,
                                        null))));
    }

    /** @throws CollaborationNotFound when it was not shared with this partner */
    public Uni<PartnerBrief> read(Caller partner, UUID id) {
        return unitOfWork.as(partner, () -> collaborations.find(id).chain(this::see));
    }

    private Uni<PartnerBrief> see(CollaborationRow row) {
        Seen seen = new Seen(row, collaborations.toModel(row));
        return campaigns
                .find(row.campaignId)
                .invoke(stored -> seen.campaign = stored)
                .chain(stored -> one(BrandRow.class, stored.campaign().brandId()))
                .invoke(brand -> seen.brand = brand)
                .chain(() -> briefs.find(Objects.requireNonNull(row.briefId)))
                .invoke(brief -> seen.brief = brief.brief())
                .chain(() -> one(KolRow.class, row.kolId))
                .invoke(kol -> seen.kol = kol)
                .chain(() -> one(KolAccountRow.class, row.accountId))
                .invoke(account -> seen.account = account)
                .chain(() -> row.productId == null ? none() : one(ProductRow.class, row.productId))
                .invoke(product -> seen.product = product)
                .chain(() -> ReadCollaboration.rows(
                        "from ShipmentRow where collaborationId = :id order by shippedAt", row.id, ShipmentRow.class))
                .invoke(rows -> seen.shipments = rows)
                .chain(() -> ReadCollaboration.rows(
                        "from ContentRow where collaborationId = :id order by handedInAt", row.id, ContentRow.class))
                .invoke(rows -> seen.contents = rows)
                .chain(() -> ReadCollaboration.rows(
                        "from PayoutRow where collaborationId = :id order by at", row.id, PayoutRow.class))
                .invoke(rows -> seen.payouts = rows)
                .chain(() -> ReadCollaboration.rows(
                        "from HistoryRow where collaborationId = :id order by seq", row.id, HistoryRow.class))
                .map(seen::with);
    }

    private static <T> Uni<@Nullable T> one(Class<T> type, UUID id) {
        return Panache.getSession().chain(session -> session.find(type, id));
    }

    private static Uni<@Nullable ProductRow> none() {
        return Uni.createFrom().nullItem();
    }

    /** A brief while it is being put together. */
    private static final class Seen {
        final CollaborationRow row;
        final Collaboration collaboration;

        @Nullable
        Stored campaign;

        @Nullable
        BrandRow brand;

        @Nullable
        Brief brief;

        @Nullable
        KolRow kol;

        @Nullable
        KolAccountRow account;

        @Nullable
        ProductRow product;

        List<ShipmentRow> shipments = List.of();
        List<ContentRow> contents = List.of();
        List<PayoutRow> payouts = List.of();

        Seen(CollaborationRow row, Collaboration collaboration) {
            this.row = row;
            this.collaboration = collaboration;
        }

        PartnerBrief with(List<HistoryRow> history) {
            Brief asked = Objects.requireNonNull(brief);
            Stored stored = Objects.requireNonNull(campaign);
            Terms terms = collaboration instanceof Paid paid ? paid.terms() : null;
            List<String> actions = collaboration.state().legal().stream()
                    .filter(verb -> verb.isFor(Party.KOL))
                    .sorted()
                    .map(Verb::path)
                    .toList();
            return new PartnerBrief(
                    row.id,
                    row.version,
                    brand == null ? "" : brand.name,
                    stored.campaign().name(),
                    row.track,
                    DONE_FOR_THE_KOL.contains(row.state) && terms == null ? "COMPLETED" : row.state,
                    row.stateSince,
                    row.dueAt,
                    kol == null ? "" : kol.displayName,
                    account == null ? "" : account.platform,
                    account == null ? "" : account.handle,
                    asked.title(),
                    asked.keyMessage(),
                    asked.deliverables().stream()
                            .map(wanted -> BriefView.Wanted.of(
                                    wanted, stored.campaign().timeZone()))
                            .toList(),
                    asked.dos(),
                    asked.donts(),
                    asked.disclosure(),
                    asked.hashtags(),
                    asked.scriptRequired(),
                    collaboration instanceof Gift gift
                            ? gift.rights()
                            : Objects.requireNonNull(terms).rights(),
                    terms == null ? null : terms.fee(),
                    terms == null ? List.of() : terms.milestones(),
                    terms == null ? null : terms.retentionDays(),
                    terms == null ? null : terms.publishBy(),
                    product == null ? null : product.name,
                    history.stream().anyMatch(step -> step.verb.equals("ACCEPT")) && terms == null,
                    row.promoCode,
                    row.trackingSlug,
                    row.postUrl,
                    row.publishedAt,
                    actions,
                    shipments.stream()
                            .map(each -> new PartnerBrief.Parcel(each.carrier, each.trackingNumber, each.shippedAt))
                            .toList(),
                    contents.stream().map(ReadCollaboration::handedIn).toList(),
                    payouts.stream().map(ReadCollaboration::payout).toList(),
                    history.stream()
                            .filter(step -> !INTERNAL.contains(step.verb))
                            .map(Seen::happened)
                            .toList());
        }

        private static PartnerBrief.Happened happened(HistoryRow step) {
            String by = switch (Party.valueOf(step.party)) {
                case KOL -> "YOU";
                case BRAND -> "BRAND";
                case SYSTEM -> "SUITE";
            };
            boolean shown = by.equals("YOU") || SAID_TO_BOTH.contains(step.verb);
            return new PartnerBrief.Happened(step.verb, step.toState, by, shown ? step.reason : null, step.at);
        }
    }
}
