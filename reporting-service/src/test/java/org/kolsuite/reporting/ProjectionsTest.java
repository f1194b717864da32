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
import java.util.List;
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
import org.kolsuite.contracts.kol.KolState;
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
    void e13_whatOtherServicesToldIsWipedAndReadFromTheirTopicsAgain() throws SQLException {
        // Given
        Scene scene = Scene.sceneOf(UUID.randomUUID()).told();
        Collaboration gift = scene.gift("LI");
        Collaboration paid = scene.paidAfter("LI2", gift);
        scene.feeApproved(paid, 300_000);
        scene.report("campaign", report -> Objects.equals(report.get("items[0].metrics.TOTAL_COST.value"), 300_000));
        JsonPath before = rebuildDirectory(scene);
        String results = rebuild(scene).getString("hashAfter");

        // When
        try (Connection superuser = KolStack.superuser();
                Statement statement = superuser.createStatement()) {
            for (String table :
                    List.of("kol_known", "account_known", "campaign_known", "collaboration_known", "tracked_link")) {
                statement.execute("delete from %s where tenant_id = '%s'".formatted(table, scene.tenant));
            }
        }
        JsonPath after = rebuildDirectory(scene);

        // Then
        for (String copy : List.of("kols", "campaigns", "collaborations")) {
            assertThat(before.getBoolean(copy + ".same")).as(copy).isTrue();
            assertThat(after.getBoolean(copy + ".same")).as(copy).isFalse();
            assertThat(after.getString(copy + ".hashAfter")).as(copy).isEqualTo(before.getString(copy + ".hashAfter"));
        }
        assertThat(rebuild(scene).getString("hashAfter")).isEqualTo(results);
        scene.report("kol", report -> "KOL LI".equals(report.getString("items[0].label")));
    }

    @Test
    void whatOnlyWaitsToBeFoldedHasNotDrifted() throws Exception {
        // Given: snapshots that nobody has folded, because somebody else seems to fold just now
        Scene scene = Scene.sceneOf(UUID.randomUUID()).told();
        Collaboration gift = scene.gift("LI");
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        try (Connection folder = KolStack.superuser();
                ExecutorService admin = Executors.newSingleThreadExecutor()) {
            folder.setAutoCommit(false);
            try (Statement statement = folder.createStatement()) {
                statement.execute(
                        "select pg_advisory_xact_lock(hashtextextended('fold ' || '%s', 0))".formatted(scene.tenant));
                Scene.imported(
                        "metrics",
                        Tokens.memberOf(scene.tenant, "mei", "brand-manager"),
                        "m.csv",
                        ("post link,taken at,likes\n" + gift.postUrl() + ",2026-03-05,40\n").getBytes(UTF_8),
                        Map.of());

                // When
                Future<JsonPath> rebuilt = admin.submit(() -> rebuild(scene));
                await().atMost(Duration.ofMinutes(1)).until(() -> KolStack.isWaitedFor(folder));
                folder.commit();

                // Then
                assertThat(rebuilt.get().getBoolean("same")).isTrue();
                scene.report(
                        "campaign", report -> Objects.equals(report.get("items[0].metrics.ENGAGEMENTS.value"), 40));
            }
        }
    }

    @Test
    void whatIsToldDuringARebuildIsNoDriftAndIsFoldedAfterIt() throws Exception {
        // Given
        Scene scene = Scene.sceneOf(UUID.randomUUID()).told();
        Collaboration gift = scene.gift("LI");
        scene.shipped(gift, 12_000, 0);
        scene.report("campaign", report -> Objects.equals(report.get("items[0].metrics.TOTAL_COST.value"), 12_000));
        try (Connection reader = KolStack.superuser();
                ExecutorService admin = Executors.newSingleThreadExecutor()) {
            reader.setAutoCommit(false);
            try (Statement statement = reader.createStatement()) {
                statement.execute(
                        "select 1 from result_by_day where tenant_id = '%s' for update".formatted(scene.tenant));

                int before = costs(statement, scene.tenant);

                // When: a rebuild has read what there is, and waits to wipe it, while a cost is told
                Future<JsonPath> rebuilt = admin.submit(() -> rebuild(scene));
                await().atMost(Duration.ofMinutes(1)).until(() -> KolStack.isWaitedFor(reader));
                scene.feeApproved(gift, 300_000);
                await().atMost(Duration.ofMinutes(1)).until(() -> costs(statement, scene.tenant) > before);
                reader.commit();

                // Then
                assertThat(rebuilt.get().getBoolean("same")).isTrue();
                scene.report(
                        "campaign", report -> Objects.equals(report.get("items[0].metrics.TOTAL_COST.value"), 312_000));
            }
        }
    }

    private static int costs(Statement statement, UUID tenant) throws SQLException {
        return found(statement, "select count(*) from cost_fact where tenant_id = '%s'", tenant);
    }

    private static int found(Statement statement, String count, UUID tenant) throws SQLException {
        try (ResultSet counted = statement.executeQuery(count.formatted(tenant))) {
            counted.next();
            return counted.getInt(1);
        }
    }

    /** A rebuild holds the table; another replica, which takes the same account for another KOL, only its row. */
    @ParameterizedTest
    @ValueSource(strings = {"lock table kol_known in exclusive mode", "select 1"})
    void e13_whatSomebodyElseTakesInAtTheSameMomentIsNoDeadLetter(String hold) throws SQLException {
        // Given
        UUID tenant = UUID.randomUUID();
        UUID kol = Ids.next();
        try (Connection other = KolStack.superuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(hold);
            statement.execute(
                    "insert into kol_known (tenant_id, kol_id, version, display_name) values ('%s', '%s', 1, 'Li')"
                            .formatted(tenant, kol));

            // When
            TestKafka.publish(tenant, new KolState(kol, 2, "Li Hua", "CN", null, null, List.of()));
            await().atMost(Duration.ofMinutes(1)).until(() -> KolStack.isWaitedFor(other));
            other.commit();

            // Then
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> found(statement, "select count(*) from inbox where tenant_id = '%s'", tenant)
                                    + found(
                                            statement,
                                            "select count(*) from dead_letter where tenant_id = '%s'",
                                            tenant)
                            > 0);
            assertThat(found(
                            statement,
                            "select count(*) from kol_known where tenant_id = '%s' and display_name = 'Li Hua'",
                            tenant))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatAnImportChangedIsFoldedOnceItHasEnded() throws SQLException {
        // Given: two results that have drifted, one of them touched by an import that is under way
        Scene scene = Scene.sceneOf(UUID.randomUUID()).told();
        Collaboration imported = scene.gift("LI");
        Collaboration other = scene.gift("WANG");
        scene.shipped(imported, 12_000, 0);
        scene.shipped(other, 9_000, 0);
        scene.report("campaign", report -> Objects.equals(report.get("items[0].metrics.TOTAL_COST.value"), 21_000));
        UUID job = UUID.randomUUID();
        try (Connection superuser = KolStack.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    insert into import_job (tenant_id, id, kind, status, file_name, file_kind, file_sha256, options, mode, started_by,
                        created_at, taken_until)
                    values ('%1$s', '%2$s', 'METRICS', 'RUNNING', 'm.csv', 'CSV', '', '{}', 'KEEP_GOOD_LINES', 'mei', now(),
                        now() + interval '1 hour');
                    update result_by_day set amounts[1] = 77 where subject_id in ('%3$s', '%4$s');
                    insert into import_subject (tenant_id, import_id, subject_id) values ('%1$s', '%2$s', '%3$s');
                    insert into fold_mark (tenant_id, subject_id) values ('%1$s', '%4$s')""".formatted(scene.tenant, job, imported.id(), other.id()));

            // When: others are folded
            await().atMost(Duration.ofMinutes(1)).until(() -> drifted(statement, other.id()) == 0);

            // Then: not what the import touched, until it has ended
            assertThat(drifted(statement, imported.id())).isPositive();
            statement.execute("update import_job set status = 'DONE' where id = '%s'".formatted(job));
            await().atMost(Duration.ofMinutes(1)).until(() -> drifted(statement, imported.id()) == 0);
        }
    }

    private static int drifted(Statement statement, UUID subject) throws SQLException {
        try (ResultSet days = statement.executeQuery(
                "select count(*) from result_by_day where amounts[1] = 77 and subject_id = '%s'".formatted(subject))) {
            days.next();
            return days.getInt(1);
        }
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
                await().atMost(Duration.ofMinutes(1)).until(() -> KolStack.isWaitedFor(importer));
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
        return posted(scene, "/api/v1/facts/projections/rebuild");
    }

    private static JsonPath rebuildDirectory(Scene scene) {
        return posted(scene, "/api/v1/operations/reporting/directory/rebuild");
    }

    private static JsonPath posted(Scene scene, String path) {
        return given().auth()
                .oauth2(Tokens.memberOf(scene.tenant, "ada", "admin"))
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
