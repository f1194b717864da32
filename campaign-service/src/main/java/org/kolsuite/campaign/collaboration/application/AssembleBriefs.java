package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.application.BriefView;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.brief.persistence.BriefRepository;
import org.kolsuite.campaign.brief.persistence.BriefRow;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository.Stored;
import org.kolsuite.campaign.campaign.persistence.CampaignRow;
import org.kolsuite.campaign.catalogue.BrandRow;
import org.kolsuite.campaign.catalogue.ProductRow;
import org.kolsuite.campaign.collaboration.model.Collaboration;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
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

/**
 * Puts briefs together from all that belongs to them: with one question per kind of thing, however many briefs there are.
 * Joins the caller's transaction.
 */
@ApplicationScoped
class AssembleBriefs {
    /** What the brand makes of a measured gift is its own business. */
    private static final Set<String> DONE_FOR_THE_KOL = Set.of("MEASURED", "RETAINED_FREE", "ESCALATED", "DROPPED");

    /** Steps whose reason is meant for both sides. */
    private static final Set<String> SAID_TO_BOTH =
            Set.of("COUNTER", "OFFER", "DECLINE", "CANCEL", "DISPUTE", "RESOLVE", "REPORT_REMOVED");

    /** Steps that are the organisation's own. */
    private static final Set<String> INTERNAL = Set.of("SHORTLIST", "QUALIFY", "MEASURE", "RETAIN", "ESCALATE", "DROP");

    @Inject
    CollaborationRepository collaborations;

    @Inject
    CampaignRepository campaigns;

    @Inject
    BriefRepository briefs;

    /** The briefs of these collaborations, in their order. */
    Uni<List<PartnerBrief>> of(List<CollaborationRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Shelf shelf = new Shelf();
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        return in(CampaignRow.class, "id", ids(rows, row -> row.campaignId), "id")
                .invoke(found -> found.forEach(row -> shelf.campaigns.put(row.id, campaigns.toStored(row))))
                .chain(found -> in(
                        BrandRow.class,
                        "id",
                        found.stream()
                                .map(campaign -> campaign.brandId)
                                .distinct()
                                .toList(),
                        "id"))
                .invoke(found -> found.forEach(row -> shelf.brands.put(row.id, row)))
                .chain(() -> in(BriefRow.class, "id", ids(rows, row -> row.briefId), "id"))
                .invoke(found -> found.forEach(
                        row -> shelf.briefs.put(row.id, briefs.toStored(row).brief())))
                .chain(() -> in(KolRow.class, "kolId", ids(rows, row -> row.kolId), "kolId"))
                .invoke(found -> found.forEach(row -> shelf.kols.put(row.kolId, row)))
                .chain(() -> in(KolAccountRow.class, "accountId", ids(rows, row -> row.accountId), "accountId"))
                .invoke(found -> found.forEach(row -> shelf.accounts.put(row.accountId, row)))
                .chain(() -> in(ProductRow.class, "id", ids(rows, row -> row.productId), "id"))
                .invoke(found -> found.forEach(row -> shelf.products.put(row.id, row)))
                .chain(() -> in(ShipmentRow.class, "collaborationId", ids, "shippedAt"))
                .invoke(found -> shelf.shipments = by(found, row -> row.collaborationId))
                .chain(() -> in(ContentRow.class, "collaborationId", ids, "handedInAt"))
                .invoke(found -> shelf.contents = by(found, row -> row.collaborationId))
                .chain(() -> in(PayoutRow.class, "collaborationId", ids, "at"))
                .invoke(found -> shelf.payouts = by(found, row -> row.collaborationId))
                .chain(() -> in(HistoryRow.class, "collaborationId", ids, "seq"))
                .invoke(found -> shelf.history = by(found, row -> row.collaborationId))
                .map(done -> rows.stream()
                        .map(row -> new Seen(row, collaborations.toModel(row), shelf).told())
                        .toList());
    }

    private static <T> Uni<List<T>> in(Class<T> type, String column, Collection<UUID> ids, String order) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.getSession()
                        .chain(session -> session.createQuery(
                                        "from " + type.getSimpleName() + " where " + column + " in :ids order by "
                                                + order,
                                        type)
                                .setParameter("ids", ids)
                                .getResultList());
    }

    private static List<UUID> ids(List<CollaborationRow> rows, Function<CollaborationRow, @Nullable UUID> id) {
        return rows.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static <T> Map<UUID, List<T>> by(List<T> rows, Function<T, UUID> collaboration) {
        return rows.stream().collect(Collectors.groupingBy(collaboration));
    }

    /** Everything that was found, by id; what hangs on a collaboration, by its id and in order. */
    private static final class Shelf {
        final Map<UUID, Stored> campaigns = new HashMap<>();
        final Map<UUID, BrandRow> brands = new HashMap<>();
        final Map<UUID, Brief> briefs = new HashMap<>();
        final Map<UUID, KolRow> kols = new HashMap<>();
        final Map<UUID, KolAccountRow> accounts = new HashMap<>();
        final Map<UUID, ProductRow> products = new HashMap<>();
        Map<UUID, List<ShipmentRow>> shipments = Map.of();
        Map<UUID, List<ContentRow>> contents = Map.of();
        Map<UUID, List<PayoutRow>> payouts = Map.of();
        Map<UUID, List<HistoryRow>> history = Map.of();
    }

    /** One brief with what is on the shelf for it. */
    private record Seen(CollaborationRow row, Collaboration collaboration, Shelf shelf) {
        PartnerBrief told() {
            Stored stored = Objects.requireNonNull(shelf.campaigns.get(row.campaignId));
            Brief asked = Objects.requireNonNull(shelf.briefs.get(Objects.requireNonNull(row.briefId)));
            BrandRow brand = shelf.brands.get(stored.campaign().brandId());
            KolRow kol = shelf.kols.get(row.kolId);
            KolAccountRow account = shelf.accounts.get(row.accountId);
            ProductRow product = row.productId == null ? null : shelf.products.get(row.productId);
            List<HistoryRow> history = shelf.history.getOrDefault(row.id, List.of());
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
                    shelf.shipments.getOrDefault(row.id, List.of()).stream()
                            .map(each -> new PartnerBrief.Parcel(each.carrier, each.trackingNumber, each.shippedAt))
                            .toList(),
                    shelf.contents.getOrDefault(row.id, List.of()).stream()
                            .map(ReadCollaboration::handedIn)
                            .toList(),
                    shelf.payouts.getOrDefault(row.id, List.of()).stream()
                            .map(ReadCollaboration::payout)
                            .toList(),
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
