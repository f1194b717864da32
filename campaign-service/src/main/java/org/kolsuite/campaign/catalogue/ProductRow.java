package org.kolsuite.campaign.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** Something that a brand sells and gives away. */
@Entity
@Table(name = "product")
public class ProductRow {
    @Id
    public UUID id;

    @Version
    public long version;

    public UUID brandId;

    public String name;

    public @Nullable String sku;

    public long costMinor;

    public String currency;

    /** JSON: a list of {@link MarginRate}. */
    public String marginRates;

    public Money cost() {
        return Money.ofMinor(costMinor, currency);
    }
}
