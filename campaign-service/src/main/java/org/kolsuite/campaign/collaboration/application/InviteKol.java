package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.brief.model.BriefRefusals.BriefOfAnotherCampaign;
import org.kolsuite.campaign.brief.persistence.BriefRepository;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.Moment;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.platform.caller.Caller;

/** Sends a brief to a qualified KOL: from here on they see it, and the brief stays as it is. */
@ApplicationScoped
public class InviteKol {
    @Inject
    TakeStep steps;

    @Inject
    BriefRepository briefs;

    @Inject
    CollaborationRepository collaborations;

    public Uni<TakeStep.Taken> invite(Caller.Member caller, Step step, UUID briefId) {
        return steps.gift(caller, step, Verb.INVITE, situation -> {
            situation.campaign().requireRunning();
            return send(briefId, situation.campaign().id(), situation.moment())
                    .chain(brief -> collaborations
                            .openNoContent(situation.row().kolId)
                            .invoke(open -> situation.row().sharedAt =
                                    situation.moment().at())
                            .map(open -> new GiftCommand.Invite(briefId, brief.rights(), open)));
        });
    }

    /** Marks the brief as sent; it must belong to the campaign. */
    Uni<Brief> send(UUID briefId, UUID campaignId, Moment moment) {
        return briefs.lock(briefId).chain(stored -> {
            if (!stored.brief().campaignId().equals(campaignId)) {
                throw new BriefOfAnotherCampaign();
            }
            return briefs.save(stored.brief().sent(moment.at())).map(BriefRepository.Stored::brief);
        });
    }
}
