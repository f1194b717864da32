package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.reporting.Scene.Collaboration;

@QuarkusTest
@WithTestResource(KolStack.class)
class ProjectionsTest {

    @Test
    void e13_projectionsWipedAndRebuiltHaveTheSameHash() throws SQLException {
        // Given: an organisation of its own with costs, metrics, clicks and orders
        Scene scene = Scene.sceneOf(UUID.randomUUID()).told();
        Collaboration gift = scene.gift("LI");
        Collaboration paid = scene.paidAfter("LI2", gift);
        scene.shipped(gift, 12_000, 1_500);
        scene.feeApproved(paid, 300_000);
        scene.report("campaign", report -> Objects.equals(report.get("items[0].metrics.TOTAL_COST.value"), 313_500));
        String manager = Tokens.memberOf(scene.tenant, "mei", "brand-manager");
        Scene.imported(
                "metrics",
                manager,
                "m.csv",
                ("post link,taken at,likes\n" + gift.postUrl() + ",2026-03-05,40\n").getBytes(UTF_8),
                Map.of());
        Scene.imported(
                "orders",
                manager,
                "o.csv",
                ("order number,paid,promo code,paid at\n1,100.00," + paid.code() + ",2026-04-02\n2,9.00,,2026-04-02\n")
                        .getBytes(UTF_8),
                Map.of());
        given().redirects().follow(false).header("User-Agent", "Mozilla/5.0").get("/t/" + gift.slug());
        scene.report(
                "campaign",
                report -> Objects.equals(report.get("items[0].metrics.NET_REVENUE.value"), 10_000)
                        && Objects.equals(report.get("items[0].metrics.ENGAGEMENTS.value"), 40)
                        && Objects.equals(report.get("items[0].metrics.CLICKS.value"), 1));

        // When
        JsonPath first = rebuild(scene);
        // somebody tampers with the projection, not with the facts
        try (Connection superuser = KolStack.superuser()) {
            superuser
                    .createStatement()
                    .executeUpdate("update result_by_day set amounts[array_position(quantities, 'PAID')] = 1"
                            + " where 'PAID' = any(quantities) and campaign_id = '"
                            + scene.campaign + "'");
        }
        JsonPath second = rebuild(scene);

        // Then
        assertThat(first.getBoolean("same")).isTrue();
        assertThat(second.getBoolean("same")).isFalse();
        assertThat(second.getString("hashAfter")).isEqualTo(first.getString("hashAfter"));
    }

    @Test
    void aRebuildWaitsForWhoeverAttributesOrdersBeforeItTouchesARow() throws Exception {
        // Given: an import that attributes, and is not done yet
        Scene scene = Scene.sceneOf(UUID.randomUUID()).told();
        Scene.imported(
                "orders",
                Tokens.memberOf(scene.tenant, "mei", "brand-manager"),
                "o.csv",
                "order number,paid,promo code,paid at\n1,100.00,,2026-04-02\n".getBytes(UTF_8),
                Map.of());
        try (Connection importer = KolStack.superuser();
                ExecutorService admin = Executors.newSingleThreadExecutor()) {
            importer.setAutoCommit(false);
            try (Statement statement = importer.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtextextended('attribution ' || '%s', 0))"
                        .formatted(scene.tenant));
                // When
                Future<JsonPath> rebuilt = admin.submit(() -> rebuild(scene));
                await().atMost(Duration.ofMinutes(1)).until(() -> waitsFor(importer));
                // Then: the import goes on with its rows
                statement.execute("set local lock_timeout = '5s'");
                assertThat(statement.executeUpdate("update order_current set as_of = now() where tenant_id = '%s'"
                                .formatted(scene.tenant)))
                        .isEqualTo(1);
                importer.commit();
                assertThat(rebuilt.get().getString("hashAfter")).isNotEmpty();
            }
        }
    }

    /** Whether somebody waits for a lock that this connection holds. */
    private static boolean waitsFor(Connection holder) throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet found = statement.executeQuery("select exists (select 1 from pg_stat_activity"
                        + " where pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    @Test
    void e01_oneEventThreeTimesIsOneCost() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        UUID event = Ids.next();
        GiftShipped shipped = new GiftShipped(
                gift.id(),
                scene.campaign,
                gift.kol(),
                gift.account(),
                scene.product,
                Scene.cny(5_000),
                Scene.cny(100),
                Scene.PUBLISHED);
        // When
        TestKafka.publish(scene.tenant, event, shipped);
        TestKafka.publish(scene.tenant, event, shipped);
        TestKafka.publish(scene.tenant, event, shipped);
        scene.feeApproved(gift, 1_000);
        // Then
        JsonPath report =
                scene.report("campaign", row -> Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 6_100));
        assertThat(report.getLong("items[0].metrics.TOTAL_COST.value")).isEqualTo(6_100);
    }

    @Test
    void w10_anOlderStateThatArrivesLateChangesNothing() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        TestKafka.publish(scene.tenant, scene.state(gift, 5, "GIFT", "RETAINED_FREE", null, Scene.PUBLISHED));
        // When
        TestKafka.publish(scene.tenant, scene.state(gift, 3, "PAID", "PUBLISHED", null, Scene.PUBLISHED));
        scene.shipped(gift, 100, 0);
        // Then
        JsonPath report =
                scene.report("track", row -> Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 100));
        assertThat(report.getList("items.key")).containsExactly("GIFT");
    }

    @Test
    void anErasedKolKeepsResultsAndLosesTheName() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration gift = scene.gift("LI");
        scene.shipped(gift, 100, 0);
        scene.report(
                "kol",
                row -> Objects.equals(row.get("items[0].label"), "KOL LI")
                        && Objects.equals(row.get("items[0].metrics.TOTAL_COST.value"), 100));
        // When
        TestKafka.publishTombstone(scene.tenant, Topics.KOL_STATE, gift.kol());
        // Then
        JsonPath report = scene.report("kol", row -> row.get("items[0].label") == null);
        assertThat(report.getLong("items[0].metrics.TOTAL_COST.value")).isEqualTo(100);
        assertThat(report.getString("items[0].key")).isEqualTo(gift.kol().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric_snapshot",
                "click_fact",
                "order_fact",
                "cost_fact",
                "payment_fact",
                "budget_fact",
                "issued_code"
            })
    void m24_theDatabaseRefusesToChangeFacts(String table) throws SQLException {
        try (Connection application = KolStack.application()) {
            for (String change : new String[] {
                "update " + table + " set tenant_id = tenant_id", "delete from " + table, "truncate " + table
            }) {
                assertThatThrownBy(() -> application.createStatement().executeUpdate(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void onlyAdministratorsRebuild() {
        given().auth()
                .oauth2(Scene.MEI)
                .post("/api/v1/facts/projections/rebuild")
                .then()
                .statusCode(403);
    }

    private static JsonPath rebuild(Scene scene) {
        return given().auth()
                .oauth2(Tokens.memberOf(scene.tenant, "ada", "admin"))
                .post("/api/v1/facts/projections/rebuild")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
