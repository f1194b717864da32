package org.kolsuite.campaign.brief.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.brief.persistence.BriefRepository;
import org.kolsuite.campaign.brief.persistence.BriefRepository.Stored;
import org.kolsuite.campaign.campaign.persistence.CampaignRepository;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Writes a brief, rewrites it while nobody has read it, and reads it. */
@ApplicationScoped
public class WriteBrief {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    BriefRepository briefs;

    @Inject
    CampaignRepository campaigns;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** A new brief. Joins the transaction of the idempotency key. */
    public Uni<BriefView> write(Caller.Member caller, UUID campaignId, Function<UUID, Brief> words) {
        Brief brief = words.apply(Ids.next());
        return campaigns
                .find(campaignId)
                .invoke(stored -> stored.campaign().requirePlannable())
                .chain(() -> briefs.add(brief, clock.instant()))
                .call(stored -> trail.record(caller, "write-brief", "brief", brief.id(), null, null, brief))
                .chain(this::view);
    }

    public Uni<BriefView> rewrite(
            Caller.Member caller, UUID id, @Nullable String ifMatch, Function<Brief, Brief> words) {
        return unitOfWork.as(
                caller,
                () -> briefs.lock(id).chain(before -> {
                    IfMatch.require(ifMatch, before.version());
                    Brief after = before.brief().rewrittenAs(words.apply(before.brief()));
                    return briefs.save(after)
                            .call(stored ->
                                    trail.record(caller, "rewrite-brief", "brief", id, null, before.brief(), after))
                            .chain(this::view);
                }));
    }

    public Uni<BriefView> read(Caller.Member caller, UUID id) {
        return unitOfWork.as(caller, () -> briefs.find(id).chain(this::view));
    }

    public Uni<Page<BriefView>> list(Caller.Member caller, @Nullable UUID campaignId) {
        return unitOfWork.as(
                caller,
                () -> briefs.list(campaignId)
                        .chain(found -> Multi.createFrom()
                                .iterable(found)
                                .onItem()
                                .transformToUniAndConcatenate(this::view)
                                .collect()
                                .asList()
                                .map(views -> new Page<>(views, null, (long) views.size()))));
    }

    private Uni<BriefView> view(Stored stored) {
        return campaigns
                .find(stored.brief().campaignId())
                .map(campaign -> BriefView.of(stored, campaign.campaign().timeZone()));
    }
}
