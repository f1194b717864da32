package org.kolsuite.reporting.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.kolsuite.contracts.campaign.CampaignState;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.reporting.links.model.LinkTarget;
import org.kolsuite.reporting.measuring.persistence.Measurements;
import org.kolsuite.reporting.metrics.model.PostLink;
import org.kolsuite.reporting.orders.application.AttributeOrders;
import org.kolsuite.reporting.orders.model.PromoCode;
import org.kolsuite.reporting.projection.Marks;

/**
 * Takes in what other services published, in the transaction of the inbox. A state that is not newer than the one known
 * changes nothing (CASES W10); the row is held meanwhile, so that a rebuild and a message wait for each other. What follows
 * from a change is done at once or marked: codes attribute orders, published posts become due for measuring, results are
 * folded anew.
 */
@ApplicationScoped
public class KeepDirectory {
    private static final Logger LOG = Logger.getLogger(KeepDirectory.class);

    @Inject
    Marks marks;

    @Inject
    AttributeOrders attributeOrders;

    @Inject
    Measurements measurements;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    public Uni<Void> campaign(CampaignState state) {
        return Panache.getSession()
                .chain(session -> session.find(CampaignRow.class, state.campaignId(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(known -> {
                            if (known != null && known.version >= state.version()) {
                                return Uni.createFrom().voidItem();
                            }
                            CampaignRow row = known == null ? new CampaignRow() : known;
                            row.id = state.campaignId();
                            row.version = state.version();
                            row.brandId = state.brandId();
                            row.brandName = state.brandName();
                            row.name = state.name();
                            row.status = state.status();
                            row.budgetMinor = state.budget().amountMinor();
                            row.currency = state.budget().currency();
                            row.startsOn = state.startsOn();
                            row.endsOn = state.endsOn();
                            row.products = write(state.products());
                            row.objectives = write(state.objectives());
                            return save(session, known == null, row)
                                    .chain(() -> known == null
                                            ? attributeOrders.ofCampaign(row.id)
                                            : Uni.createFrom().voidItem())
                                    .chain(() -> marks.campaign(row.id));
                        }));
    }

    public Uni<Void> collaboration(CollaborationState state) {
        return Panache.getSession()
                .chain(session -> session.find(
                                CollaborationRow.class, state.collaborationId(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(known -> {
                            if (known != null && known.version >= state.version()) {
                                return Uni.createFrom().voidItem();
                            }
                            CollaborationRow row = known == null ? new CollaborationRow() : known;
                            row.id = state.collaborationId();
                            row.version = state.version();
                            row.campaignId = state.campaignId();
                            row.kolId = state.kolId();
                            row.accountId = state.accountId();
                            row.agencyId = state.agencyId();
                            row.track = state.track();
                            row.state = state.state();
                            row.escalatedFrom = state.escalatedFrom();
                            row.productId = state.productId();
                            row.promoCode = state.promoCode();
                            row.postUrl = state.postUrl();
                            row.post = state.postUrl() == null
                                    ? null
                                    : PostLink.parse(state.postUrl())
                                            .map(PostLink::value)
                                            .orElse(null);
                            row.publishedAt = state.publishedAt();
                            return save(session, known == null, row)
                                    .chain(() -> keepCode(session, state))
                                    .chain(() -> keepLink(session, state))
                                    .chain(() -> state.publishedAt() == null
                                            ? Uni.createFrom().voidItem()
                                            : measurements.expect(row.id, state.publishedAt()))
                                    .chain(() -> marks.subjects(List.of(row.id)));
                        }));
    }

    public Uni<Void> kol(KolState state) {
        return Panache.getSession()
                .chain(session -> session.find(KolRow.class, state.kolId(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(known -> {
                            if (known != null && known.version >= state.version()) {
                                return Uni.createFrom().voidItem();
                            }
                            KolRow row = known == null ? new KolRow() : known;
                            row.id = state.kolId();
                            row.version = state.version();
                            row.displayName = state.displayName();
                            row.country = state.country();
                            row.subject = state.subject();
                            row.agencyId = state.agencyId();
                            return save(session, known == null, row)
                                    .chain(() -> Multi.createFrom()
                                            .iterable(state.accounts())
                                            .onItem()
                                            .transformToUniAndConcatenate(
                                                    account -> keepAccount(session, row.id, account))
                                            .collect()
                                            .last())
                                    .chain(() -> marks.kol(row.id));
                        }));
    }

    /** Pseudonymises: results stay, the person's name, handle and sign-in go. */
    public Uni<Void> erase(UUID kolId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update kol_known set display_name = null, country = null, subject = null, agency_id = null
                                where kol_id = :kol""")
                        .setParameter("kol", kolId)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "update account_known set handle = null where kol_id = :kol")
                                .setParameter("kol", kolId)
                                .executeUpdate()))
                .chain(() -> marks.kol(kolId));
    }

    private Uni<Void> keepAccount(Mutiny.Session session, UUID kolId, KolState.Account account) {
        return session.find(AccountRow.class, account.accountId()).chain(known -> {
            AccountRow row = known == null ? new AccountRow() : known;
            row.id = account.accountId();
            row.kolId = kolId;
            row.platform = account.platform();
            row.handle = account.handle();
            row.tier = account.tier();
            row.followers = account.followers();
            return save(session, known == null, row);
        });
    }

    private Uni<Void> keepCode(Mutiny.Session session, CollaborationState state) {
        if (state.promoCode() == null) {
            return Uni.createFrom().voidItem();
        }
        PromoCode code = new PromoCode(state.promoCode());
        return session.createNativeQuery("""
                        insert into issued_code (code, collaboration_id, known_since) values (:code, :collaboration, :now)
                        on conflict do nothing""")
                .setParameter("code", code.value())
                .setParameter("collaboration", state.collaborationId())
                .setParameter("now", clock.instant())
                .executeUpdate()
                .chain(inserted -> inserted == 1
                        ? attributeOrders.listing(code)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> keepLink(Mutiny.Session session, CollaborationState state) {
        if (state.trackingSlug() == null || state.trackingTarget() == null) {
            return Uni.createFrom().voidItem();
        }
        if (LinkTarget.parse(state.trackingTarget()).isEmpty()) {
            LOG.warnf("Link %s is not served: its target is no web address", state.trackingSlug());
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into tracked_link (slug, collaboration_id, target) values (:slug, :collaboration, :target)
                        on conflict (slug) do update set target = excluded.target
                        where tracked_link.collaboration_id = excluded.collaboration_id""")
                .setParameter("slug", state.trackingSlug())
                .setParameter("collaboration", state.collaborationId())
                .setParameter("target", state.trackingTarget().strip())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> save(Mutiny.Session session, boolean isNew, Object row) {
        return (isNew ? session.persist(row) : Uni.createFrom().voidItem()).chain(session::flush);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("contract records are writable", impossible);
        }
    }
}
