package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.reporting.Scene.Collaboration;

@QuarkusTest
@WithTestResource(KolStack.class)
class ReportsTest {

    @Test
    void oneCollaborationFromGiftToRoi() {
        // Given
        Scene scene = Scene.aScene().with("SALES", "ROAS", "2").told();
        Collaboration gift = scene.gift("LI");
        scene.shipped(gift, 12_000, 1_500);
        scene.report("kol", report -> Objects.equals(report.get("items[0].metrics.TOTAL_COST.value"), 13_500));

        // When
        String metrics = "post link,taken at,views,likes,comments,shares,saves\n" + gift.postUrl()
                + "?xsec_token=AB,2026-03-07T12:00:00Z,50000,1000,50,20,430\n";
        JsonPath metricsJob = Scene.imported("metrics", Scene.MEI, "m.csv", metrics.getBytes(UTF_8), Map.of());
        String orders = "order number,paid,refunded,promo code,paid at,state\n"
                + "A1,500.00,0,%1$s,2026-03-02 10:00:00,paid\nA2,300.00,100.00,%1$s,2026-03-03 10:00:00,paid\n"
                        .formatted(gift.code().toLowerCase(java.util.Locale.ROOT))
                + "A3,80.00,0,NOBODY,2026-03-03 10:00:00,paid\n";
        JsonPath ordersJob = Scene.imported(
                "orders", Scene.MEI, "o.csv", orders.getBytes(UTF_8), Map.of("shop", scene.campaign.toString()));

        // Then
        assertThat(metricsJob.getInt("added")).isEqualTo(1);
        assertThat(ordersJob.getInt("added")).isEqualTo(3);
        JsonPath report = scene.report(
                "kol",
                row -> Objects.equals(row.get("items[0].metrics.ORDERS.value"), 2)
                        && Objects.equals(row.get("items[0].metrics.VIEWS.value"), 50_000));
        assertThat(report.getString("items[0].label")).isEqualTo("KOL LI");
        assertThat(report.getLong("items[0].metrics.NET_REVENUE.value")).isEqualTo(70_000);
        assertThat(report.getString("items[0].metrics.CPE.value")).isEqualTo("9");
        assertThat(report.getString("items[0].metrics.ROAS.value")).startsWith("5.185");
        // 700.00 x 0.40 = 280.00 contribution against 135.00 cost
        assertThat(report.getString("items[0].metrics.ROI.value")).startsWith("1.074");
        assertThat(report.getString("items[0].metrics.CPC.notComputable.because"))
                .isEqualTo("there are no clicks");

        given().auth()
                .oauth2(Tokens.member("ella", "executive"))
                .get("/api/v1/reports/campaigns/" + scene.campaign)
                .then()
                .statusCode(200)
                .body("objectives[0].metric", equalTo("ROAS"))
                .body("objectives[0].reached", equalTo(true));
    }
}
