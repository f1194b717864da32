package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.BudgetExhausted;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.OfferNotFunded;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.Moment;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.AddressRow;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.crypto.FieldCipher;

/** The KOL says yes: to a gift, giving an address, or to an offer, which reserves its fee. */
@ApplicationScoped
public class AcceptWork {
    @Inject
    TakeStep steps;

    @Inject
    FieldCipher cipher;

    @Inject
    StoredJson json;

    public Uni<TakeStep.Taken> accept(Caller caller, Step step, @Nullable DeliveryAddress address) {
        Uni<TakeStep.Taken> accepted = steps.either(
                caller,
                step,
                Verb.ACCEPT,
                situation ->
                        keep(address, situation.row(), situation.moment()).map(given -> new GiftCommand.Accept(given)),
                situation -> Uni.createFrom().item(new PaidCommand.Accept()));
        return caller instanceof Caller.Member
                ? accepted
                : accepted.onFailure(BudgetExhausted.class).transform(exhausted -> new OfferNotFunded());
    }

    private Uni<Boolean> keep(@Nullable DeliveryAddress address, CollaborationRow row, Moment moment) {
        if (address == null) {
            return Uni.createFrom().item(false);
        }
        AddressRow sealed = new AddressRow();
        sealed.collaborationId = row.id;
        sealed.sealed = cipher.encrypt(json.write(address));
        sealed.givenAt = moment.at();
        return Panache.getSession().chain(session -> session.merge(sealed)).replaceWith(true);
    }
}
