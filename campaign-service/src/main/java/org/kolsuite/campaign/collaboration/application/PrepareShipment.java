package org.kolsuite.campaign.collaboration.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kolsuite.campaign.campaign.application.BudgetBook;
import org.kolsuite.campaign.campaign.model.CampaignRefusals.BudgetCurrencyIsFixed;
import org.kolsuite.campaign.catalogue.Catalogue;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.ShippingCostIsNegative;
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.caller.Caller;

/** Chooses the gift and reserves what it will cost: the product at cost plus the shipping. */
@ApplicationScoped
public class PrepareShipment {
    @Inject
    TakeStep steps;

    @Inject
    Catalogue catalogue;

    @Inject
    BudgetBook budget;

    public Uni<TakeStep.Taken> prepare(Caller.Member caller, Step step, UUID productId, Money shippingCost) {
        if (shippingCost.isNegative()) {
            throw new ShippingCostIsNegative();
        }
        return steps.gift(caller, step, Verb.PREPARE_SHIPMENT, situation -> {
            situation.campaign().requireRunning();
            return catalogue
                    .product(productId)
                    .call(product -> budget.currencyOf(situation.campaign().id())
                            .invoke(currency -> {
                                requireIn(currency, product.cost());
                                requireIn(currency, shippingCost);
                            }))
                    .invoke(product -> situation.row().productId = productId)
                    .map(product -> new GiftCommand.PrepareShipment(productId, product.cost(), shippingCost));
        });
    }

    private static void requireIn(String currency, Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new BudgetCurrencyIsFixed(currency, amount.currency());
        }
    }
}
