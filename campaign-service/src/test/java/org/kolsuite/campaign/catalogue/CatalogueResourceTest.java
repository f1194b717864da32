package org.kolsuite.campaign.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.kolsuite.campaign.Api.BRUNO;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.cny;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

@QuarkusTest
@WithTestResource(KolStack.class)
class CatalogueResourceTest {

    @Test
    void aBrandIsNamedOnceAndRenamed() {
        String name = "Aurora " + UUID.randomUUID();
        String id = MEI.created("/api/v1/brands", Map.of("name", name)).getString("id");
        MEI.create("/api/v1/brands", Map.of("name", name))
                .then()
                .statusCode(409)
                .body("code", is("BRAND_NAME_TAKEN"));
        BRUNO.create("/api/v1/brands", Map.of("name", name)).then().statusCode(201);
        MEI.request()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", name + " II"))
                .put("/api/v1/brands/" + id)
                .then()
                .statusCode(200)
                .body("version", is(1));
        BRUNO.get("/api/v1/brands/" + id).then().statusCode(404);
    }

    @Test
    void m12_aProductsCostHasNoMoreDecimalsThanItsCurrencyAndMarginsAreDatedOnce() {
        // Given
        String brand = MEI.aBrand();

        // When
        JsonPath serum = MEI.created(
                "/api/v1/products",
                product(brand, cny(8_000), List.of(rate("2026-06-01", 0.6), rate("2026-01-01", 0.55))));

        // Then
        assertThat(serum.getList("marginRates.from")).containsExactly("2026-01-01", "2026-06-01");
        refused(product(brand, Map.of("amountMinor", 0.5, "currency", "JPY"), List.of(rate("2026-01-01", 1))), null);
        refused(product(brand, cny(-1), List.of(rate("2026-01-01", 0.5))), "COST_IS_NEGATIVE");
        refused(product(brand, cny(1), List.of(rate("2026-01-01", 1.5))), null);
        refused(
                product(brand, cny(1), List.of(rate("2026-01-01", 0.5), rate("2026-01-01", 0.6))),
                "MARGIN_DATED_TWICE");
        refused(product(UUID.randomUUID().toString(), cny(1), List.of(rate("2026-01-01", 0.5))), "BRAND_UNKNOWN");
        MEI.get("/api/v1/products?brandId=" + brand).then().body("items.id", hasItem(serum.getString("id")));
    }

    private static Map<String, Object> product(String brand, Map<String, Object> cost, List<Object> rates) {
        return new HashMap<>(Map.of("brandId", brand, "name", "Serum", "cost", cost, "marginRates", rates));
    }

    private static Map<String, Object> rate(String from, double rate) {
        return Map.of("from", from, "rate", rate);
    }

    private static void refused(Map<String, Object> product, @org.jspecify.annotations.Nullable String code) {
        var answer = MEI.create("/api/v1/products", product).then().statusCode(422);
        if (code != null) {
            answer.body("code", is(code));
        }
    }
}
