package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RealInput;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.reporting.Scene.Collaboration;

@QuarkusTest
@WithTestResource(KolStack.class)
class OrderImportsTest {
    private static final String HEADER = "order number,paid,refunded,promo code,paid at,state\n";

    @Test
    void shopifysExportIsReadWithItsArticleLinesAndRefunds() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        Collaboration wang = scene.gift("WANG");
        known(scene, 2);
        String file = "Name,Email,Financial Status,Paid at,Currency,Subtotal,Total,Discount Code,Created at,"
                + "Lineitem name,Refunded Amount,Outstanding Balance\n"
                + "#1001,a@x.example,paid,2026-03-02 10:00:00 +0800,CNY,90.00,100.00,%1$s,2026-03-02 09:59:00 +0800,Serum,0.00,0.00\n"
                        .formatted(li.code())
                + "#1001,a@x.example,,,,,,,2026-03-02 09:59:00 +0800,Cream,,\n"
                + "#1002,b@x.example,partially_refunded,2026-03-03 10:00:00 +0800,CNY,200.00,200.00,\"%1$s, %2$s\",2026-03-03 10:00:00 +0800,Serum,50.00,0.00\n"
                        .formatted(wang.code(), li.code())
                + "#1003,c@x.example,refunded,2026-03-03 11:00:00 +0800,CNY,80.00,80.00,%1$s,2026-03-03 11:00:00 +0800,Serum,80.00,0.00\n"
                        .formatted(li.code())
                + "#1004,d@x.example,pending,,CNY,60.00,60.00,%1$s,2026-03-03 12:00:00 +0800,Serum,0.00,60.00\n"
                        .formatted(li.code());

        // When
        JsonPath job = Scene.imported(
                "orders",
                Scene.MEI,
                "export.csv",
                file.getBytes(UTF_8),
                Map.of("template", "shopify-admin-export", "shop", shop(scene)));

        // Then
        assertThat(job.getInt("added")).isEqualTo(4);
        assertThat(job.getInt("rejected")).isZero();
        JsonPath rows = scene.report(
                "collaboration", report -> revenue(report, li) == 10_000 && revenue(report, wang) == 15_000);
        assertThat(figure(rows, li, "ORDERS")).isEqualTo(1);
        assertThat(figure(rows, wang, "ORDERS")).isEqualTo(1);
        JsonPath flagged = orders(Scene.MEI, "flagged", scene);
        assertThat(flagged.getList("items.orderNumber")).containsExactly("#1002");
        assertThat(flagged.getString("items[0].attributedTo.byCode")).isEqualTo(wang.code());
        assertThat(flagged.getInt("items[0].refunded.amountMinor")).isEqualTo(5_000);
        assertThat(flagged.getString("items[0].state")).isEqualTo("PARTLY_REFUNDED");
    }

    @Test
    void aTaobaoReportInGb18030IsRead() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        known(scene, 1);
        String file = "订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,订单付款时间,退款金额,优惠码\n"
                + "=\"3304112233445566778\",茶***友,\"1,299.00\",交易成功,2026-03-02 22:10:01,2026-03-02 22:10:31,0.00,%1$s\n"
                        .formatted(li.code())
                + "=\"3304112233445566779\",小***红,99.00,交易关闭,2026-03-02 22:11:01,2026-03-02 22:12:00,99.00,%1$s\n"
                        .formatted(li.code())
                + "=\"3304112233445566780\",小***蓝,0.00,交易关闭,2026-03-02 22:13:01,,0.00,%1$s\n".formatted(li.code())
                + "=\"3304112233445566781\",小***绿,199.00,\"卖家已发货，等待买家确认\",2026-03-03 08:00:00,2026-03-03 08:00:09,无,\n";

        // When
        JsonPath job = Scene.imported(
                "orders",
                Scene.MEI,
                "订单报表.csv",
                file.getBytes(Charset.forName("GB18030")),
                Map.of("template", "taobao-order-report", "shop", shop(scene)));

        // Then
        assertThat(job.getString("fileKind")).contains("GB18030");
        assertThat(job.getInt("added")).isEqualTo(4);
        JsonPath rows = scene.report("collaboration", report -> revenue(report, li) == 129_900);
        assertThat(figure(rows, li, "ORDERS")).isEqualTo(1);
        assertThat(orders(Scene.MEI, "all", scene).getList("items.orderNumber")).contains("3304112233445566778");
    }

    @Test
    void aPaidColumnThatIsNetIsNotNettedTwice() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        known(scene, 1);
        String file = HEADER + "N1,70.00,30.00," + li.code() + ",2026-03-02,paid\n";

        // When
        Scene.imported(
                "orders", Scene.MEI, "net.csv", file.getBytes(UTF_8), Map.of("shop", shop(scene), "paidIsNet", "true"));

        // Then
        scene.report("collaboration", report -> revenue(report, li) == 7_000);
        JsonPath order = orders(Scene.MEI, "all", scene);
        assertThat(order.getInt("items[0].paid.amountMinor")).isEqualTo(10_000);
        assertThat(order.getInt("items[0].refunded.amountMinor")).isEqualTo(3_000);
        assertThat(order.getBoolean("items[0].paidIsNet")).isTrue();
    }

    @Test
    void theSameFileAgainChangesNothingAndANewerReportCounts() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        known(scene, 1);
        byte[] march = (HEADER + "R1,100.00,0," + li.code() + ",2026-03-02,paid\n").getBytes(UTF_8);
        byte[] april = (HEADER + "R1,100.00,100.00," + li.code() + ",2026-03-02,refunded\n").getBytes(UTF_8);
        Map<String, String> form = Map.of("shop", shop(scene), "asOf", "2026-03-31");
        Scene.imported("orders", Scene.MEI, "march.csv", march, form);
        scene.report("collaboration", report -> revenue(report, li) == 10_000);

        // When
        JsonPath again = Scene.imported("orders", Scene.MEI, "march.csv", march, form);
        Scene.imported("orders", Scene.MEI, "april.csv", april, Map.of("shop", shop(scene), "asOf", "2026-04-30"));
        scene.report("collaboration", report -> revenue(report, li) == 0);
        // the old report once more, after the new one
        Scene.imported("orders", Scene.MEI, "march.csv", march, form);

        // Then
        assertThat(again.getInt("added")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        JsonPath order = orders(Scene.MEI, "all", scene);
        assertThat(order.getList("items")).hasSize(1);
        assertThat(order.getString("items[0].state")).isEqualTo("REFUNDED");
    }

    @Test
    void ordersWaitUnattributedUntilTheirCodeIsKnown() {
        // Given
        Scene scene = Scene.aScene();
        String code = scene.code("LI");
        String file = HEADER + "U1,100.00,0," + code + ",2026-03-02,paid\nU2,50.00,0,,2026-03-02,paid\n"
                + "U3,50.00,0,ELSE" + code + ",2026-03-02,paid\n";
        Scene.imported("orders", Scene.MEI, "u.csv", file.getBytes(UTF_8), Map.of("shop", shop(scene)));
        JsonPath before = orders(Scene.MEI, "unattributed", code);
        assertThat(before.getString("items[0].unattributedWhy")).isEqualTo("UNKNOWN_CODE");

        // When
        scene.told();
        Collaboration li = scene.gift("LI");

        // Then
        scene.report("collaboration", report -> revenue(report, li) == 10_000);
        assertThat(orders(Scene.MEI, "unattributed", code).getList("items")).isEmpty();
        assertThat(orders(Scene.MEI, "attributed", code).getString("items[0].attributedTo.kolName"))
                .isEqualTo("KOL LI");
    }

    @Test
    void m15_ordersInAnotherCurrencyStandUnattributed() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        known(scene, 1);
        String file = "order number,paid,currency,promo code,paid at\nD1,100.00,USD," + li.code() + ",2026-03-02\n";

        // When
        Scene.imported("orders", Scene.MEI, "usd.csv", file.getBytes(UTF_8), Map.of("shop", shop(scene)));

        // Then
        assertThat(orders(Scene.MEI, "unattributed", li.code()).getString("items[0].unattributedWhy"))
                .isEqualTo("OTHER_CURRENCY");
    }

    @Test
    void badLinesAreNamedWithLineAndColumnAndGoodOnesKept() {
        // Given
        Scene scene = Scene.aScene();
        String file = HEADER
                + "B1,100.00,0,,2026-03-02,paid\n"
                + "B2,-1,0,,2026-03-02,paid\n"
                + "B3,0.001,0,,2026-03-02,paid\n"
                + "B4,\"1,00\",0,,2026-03-02,paid\n"
                + "B5,10.00,20.00,,2026-03-02,paid\n"
                + "B6,10.00,0,,03/02/2026,paid\n"
                + "B7,10.00,0,,2099-01-01,paid\n"
                + "B8,10.00,0,,2026-03-02,on the moon\n"
                + ",10.00,0,,2026-03-02,paid\n"
                + "B1,999.00,0,,2026-03-02,paid\n"
                + "B9,99999999999999999999,0,,2026-03-02,paid\n"
                + "B10,7.50,0,,2026-03-02,paid\n";

        // When
        JsonPath job =
                Scene.imported("orders", Scene.MEI, "bad.csv", file.getBytes(UTF_8), Map.of("shop", shop(scene)));

        // Then
        assertThat(job.getInt("added")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isEqualTo(10);
        JsonPath problems = problems("orders", job.getString("id"));
        assertThat(problems.getList("items.line", Integer.class)).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(problems.getList("items.code"))
                .containsExactly(
                        "NEGATIVE_AMOUNT",
                        "TOO_MANY_DECIMALS",
                        "AMBIGUOUS_NUMBER",
                        "REFUND_EXCEEDS_PAID",
                        "AMBIGUOUS_DATE",
                        "IN_THE_FUTURE",
                        "UNKNOWN_STATE",
                        "MISSING",
                        "ORDER_TWICE",
                        "AMOUNT_OVERFLOW");
        assertThat(problems.getString("items[0].header")).isEqualTo("paid");
        assertThat(problems.getInt("items[4].column")).isEqualTo(5);
    }

    @Test
    void allOrNothingRefusesTheWholeFileForOneBadLineOfAHundredThousand() {
        // Given
        Scene scene = Scene.aScene();
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= 100_000; i++) {
            file.append("H").append(i).append(i == 77_777 ? ",ten" : ",10.00").append(",0,,2026-03-02,paid\n");
        }

        // When
        JsonPath job = Scene.imported(
                "orders",
                Scene.MEI,
                "h.csv",
                file.toString().getBytes(UTF_8),
                Map.of("shop", shop(scene), "mode", "ALL_OR_NOTHING"));

        // Then
        assertThat(job.getString("status")).isEqualTo("REFUSED");
        assertThat(job.getInt("added")).isZero();
        assertThat(problems("orders", job.getString("id")).getList("items.line", Integer.class))
                .containsExactly(77_778);
    }

    @Test
    void aHundredThousandLinesWithOneBadKeepTheOthers() throws SQLException {
        // Given
        Scene scene = Scene.aScene();
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= 100_000; i++) {
            file.append("K").append(i).append(i == 50_000 ? ",ten" : ",10.00").append(",0,,2026-03-02,paid\n");
        }

        // When
        JsonPath job = Scene.imported(
                "orders", Scene.MEI, "k.csv", file.toString().getBytes(UTF_8), Map.of("shop", shop(scene)));

        // Then
        assertThat(job.getInt("added")).isEqualTo(99_999);
        assertThat(count("select count(*) from order_fact where shop = ?", shop(scene)))
                .isEqualTo(99_999);
    }

    @Test
    void f04_anImportWhoseWorkerDiedGoesOnAndEndsWithEveryLineOnce() throws SQLException {
        // Given: 10,000 lines imported, then set back to how a worker that died at line 5,001 leaves it
        Scene scene = Scene.aScene();
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= 10_000; i++) {
            file.append("F").append(i).append(",10.00,0,,2026-03-02,paid\n");
        }
        byte[] content = file.toString().getBytes(UTF_8);
        JsonPath job = Scene.imported("orders", Scene.MEI, "f.csv", content, Map.of("shop", shop(scene)));
        UUID id = UUID.fromString(job.getString("id"));
        try (Connection superuser = KolStack.superuser()) {
            update(
                    superuser,
                    "delete from order_current where shop = ? and fact_id in (select id from order_fact where line > 5001)",
                    shop(scene));
            update(superuser, "delete from order_fact where shop = ? and line > 5001", shop(scene));
            try (PreparedStatement insert = superuser.prepareStatement(
                    "insert into import_file (tenant_id, import_id, content) values (?, ?, ?)")) {
                insert.setObject(1, Tokens.LUMEN);
                insert.setObject(2, id);
                insert.setBytes(3, content);
                insert.executeUpdate();
            }
            try (PreparedStatement back = superuser.prepareStatement("update import_job set status = 'RUNNING',"
                    + " taken_until = now() - interval '1 day', lines_read = 5001, added = 5000 where id = ?")) {
                back.setObject(1, id);
                back.executeUpdate();
            }
        }

        // When
        JsonPath done = await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> given().auth()
                                .oauth2(Scene.MEI)
                                .get("/api/v1/orders/imports/" + id)
                                .jsonPath(),
                        path -> path.getString("status").equals("DONE"));

        // Then
        assertThat(done.getInt("added")).isEqualTo(10_000);
        assertThat(count("select count(*) from order_fact where shop = ?", shop(scene)))
                .isEqualTo(10_000);
        assertThat(count("select count(distinct order_number) from order_current where shop = ?", shop(scene)))
                .isEqualTo(10_000);
    }

    @Test
    void shopifysTablesAreReadByTheirOwnColumnsOnceMapped() throws IOException {
        // Given: the table, not the export: a byte order mark, two currencies, times with milliseconds
        byte[] file = Files.readAllBytes(
                RealInput.file("commerce/fivetran__dbt_shopify/integration_tests/seeds/shopify_order_data.csv"));
        String shop = "tables " + Ids.next();
        String mapping = """
                {"orderNumber":"id","paid":"total_price","currency":"currency","paidAt":"processed_at","state":"financial_status"}""";
        // When
        JsonPath job = Scene.imported("orders", Scene.MEI, "t.csv", file, Map.of("shop", shop, "mapping", mapping));
        // Then
        assertThat(job.getInt("added")).isEqualTo(8);
        JsonPath order = orders(Scene.MEI, "all", "2669509541985");
        assertThat(order.getInt("items[0].paid.amountMinor")).isEqualTo(539);
        assertThat(order.getString("items[0].paid.currency")).isEqualTo("GBP");
        assertThat(order.getString("items[0].unattributedWhy")).isEqualTo("NO_CODE");
    }

    /** Waits until reporting has heard of the collaborations. */
    private static void known(Scene scene, int collaborations) {
        scene.report("collaboration", report -> report.getList("items").size() == collaborations);
    }

    private static String shop(Scene scene) {
        return "shop " + scene.campaign;
    }

    private static long revenue(JsonPath report, Collaboration of) {
        return figure(report, of, "NET_REVENUE");
    }

    private static long figure(JsonPath report, Collaboration of, String metric) {
        List<Map<String, Object>> rows = report.getList("items");
        for (int i = 0; i < rows.size(); i++) {
            if (Objects.equals(rows.get(i).get("key"), of.id().toString())) {
                return report.getLong("items[" + i + "].metrics." + metric + ".value");
            }
        }
        return -1;
    }

    private static JsonPath orders(String token, String attribution, Scene scene) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/orders?limit=200&attribution=" + attribution + "&campaign=" + scene.campaign)
                .jsonPath();
    }

    private static JsonPath orders(String token, String attribution, String search) {
        return given().auth()
                .oauth2(token)
                .queryParam("q", search)
                .get("/api/v1/orders?attribution=" + attribution)
                .jsonPath();
    }

    private static JsonPath problems(String what, String id) {
        return given().auth()
                .oauth2(Scene.MEI)
                .get("/api/v1/" + what + "/imports/" + id + "/problems")
                .jsonPath();
    }

    private static void update(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            statement.executeUpdate();
        }
    }

    private static long count(String sql, String argument) throws SQLException {
        try (Connection superuser = KolStack.superuser();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setString(1, argument);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
