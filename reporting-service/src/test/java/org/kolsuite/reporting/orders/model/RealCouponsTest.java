package org.kolsuite.reporting.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.testing.RealInput;
import org.kolsuite.reporting.orders.model.Attribution.Attributed;
import org.kolsuite.reporting.orders.model.AttributionPolicy.KnownCode;

/**
 * 2,318 coupon redemptions of thirty real campaigns, read as orders with a promo code. 171 of the 1,135 coupons were given
 * out by several campaigns: there the code belongs to whoever issued it first, and no order is lost.
 */
class RealCouponsTest {
    private static final String FOLDER = "commerce/dashakash86__how-consumers-buy/";

    @Test
    void everyRedemptionFindsTheCampaignThatIssuedItsCoupon() {
        // Given
        Map<PromoCode, KnownCode> issued = new HashMap<>();
        Map<PromoCode, Set<String>> campaigns = new HashMap<>();
        each("coupon.csv", (table, row) -> {
            PromoCode code = new PromoCode(text(table, row, "coupon_upc"));
            String campaign = text(table, row, "campaign");
            issued.putIfAbsent(code, new KnownCode(id(campaign), "CNY"));
            campaigns.computeIfAbsent(code, any -> new HashSet<>()).add(campaign);
        });
        Set<String> seen = new TreeSet<>();
        int[] redemptions = new int[3];

        // When
        each("coupon_redempt.csv", (table, row) -> {
            String coupon = text(table, row, "coupon_upc");
            String campaign = text(table, row, "campaign");
            Attribution attribution = AttributionPolicy.attribute(PromoCode.listedIn(coupon), "CNY", issued::get);
            redemptions[0]++;
            seen.add(campaign);
            assertThat(attribution).isInstanceOf(Attributed.class);
            boolean alone =
                    campaigns.getOrDefault(new PromoCode(coupon), Set.of()).size() == 1;
            if (alone) {
                redemptions[1]++;
                assertThat(((Attributed) attribution).collaborationId()).isEqualTo(id(campaign));
            } else {
                redemptions[2]++;
            }
        });

        // Then
        assertThat(redemptions).containsExactly(2_318, 1_570, 748);
        assertThat(seen).hasSize(30);
        assertThat(issued).hasSize(1_135);
    }

    private interface EachRow {
        void see(Table table, Row row);
    }

    private static void each(String file, EachRow see) {
        Table table = TabularFile.open(RealInput.file(FOLDER + file), file).table();
        try (var rows = table.rows()) {
            rows.forEach(row -> see.see(table, row));
        }
    }

    private static String text(Table table, Row row, String column) {
        return row.text(table.header().indexOf(column).orElseThrow());
    }

    private static UUID id(String campaign) {
        return UUID.nameUUIDFromBytes(campaign.getBytes(StandardCharsets.UTF_8));
    }
}
