package org.kolsuite.campaign.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.catalogue.CatalogueRefusals.BrandUnknown;
import org.kolsuite.campaign.catalogue.CatalogueRefusals.ProductUnknown;
import org.kolsuite.contracts.money.Money;

/** What other aggregates ask of brands, products and platforms, inside their own transaction. */
@ApplicationScoped
public class Catalogue {
    @Inject
    StoredJson json;

    /** A product as a campaign needs it. */
    public record Product(UUID id, UUID brandId, String name, Money cost, List<MarginRate> marginRates) {}

    /** A platform and whether paid posts on it must be reported (报备). */
    public record PlatformRule(String platform, String name, boolean reportingRequired) {}

    /** @throws BrandUnknown when there is none for this caller */
    public Uni<String> brandName(UUID brandId) {
        return Panache.getSession()
                .chain(session -> session.find(BrandRow.class, brandId))
                .onItem()
                .ifNull()
                .failWith(BrandUnknown::new)
                .map(brand -> brand.name);
    }

    /** Names by id, of those that exist for this caller. */
    public Uni<Map<UUID, String>> brandNames(Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from BrandRow where id in (:ids)", BrandRow.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, row -> row.name)));
    }

    /** @throws ProductUnknown when there is none for this caller */
    public Uni<Product> product(UUID productId) {
        return products(List.of(productId)).map(List::getFirst);
    }

    /** @throws ProductUnknown unless all of them exist for this caller */
    public Uni<List<Product>> products(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ProductRow where id in (:ids) order by name, id", ProductRow.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream().map(this::toProduct).toList())
                .invoke(found -> {
                    if (found.size() != Set.copyOf(ids).size()) {
                        throw new ProductUnknown();
                    }
                });
    }

    /** All platforms by code. */
    public Uni<List<PlatformRule>> platforms() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select platform, name, reporting_required from platform_rule order by platform",
                                Object[].class)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new PlatformRule((String) row[0], (String) row[1], (Boolean) row[2]))
                        .toList());
    }

    public Uni<Set<String>> platformCodes() {
        return platforms()
                .map(rules -> rules.stream().map(PlatformRule::platform).collect(Collectors.toUnmodifiableSet()));
    }

    Product toProduct(ProductRow row) {
        return new Product(row.id, row.brandId, row.name, row.cost(), json.readList(row.marginRates, MarginRate.class));
    }
}
