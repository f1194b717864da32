package org.kolsuite.campaign.campaign.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.kolsuite.campaign.campaign.model.Budget;
import org.kolsuite.contracts.money.Money;

/** A campaign's budget: the row that every reservation locks. */
@Entity
@Table(name = "campaign_budget")
public class BudgetRow {
    @Id
    public UUID campaignId;

    public String currency;

    public long totalMinor;

    public long reservedMinor;

    public long spentMinor;

    public long unplannedMinor;

    public Budget toModel() {
        return new Budget(
                Money.ofMinor(totalMinor, currency),
                Money.ofMinor(reservedMinor, currency),
                Money.ofMinor(spentMinor, currency),
                Money.ofMinor(unplannedMinor, currency));
    }

    public void take(Budget budget) {
        currency = budget.total().currency();
        totalMinor = budget.total().amountMinor();
        reservedMinor = budget.reserved().amountMinor();
        spentMinor = budget.spent().amountMinor();
        unplannedMinor = budget.unplanned().amountMinor();
    }
}
