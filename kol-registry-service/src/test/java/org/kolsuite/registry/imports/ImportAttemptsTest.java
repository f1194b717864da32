package org.kolsuite.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.registry.Api;
import org.kolsuite.registry.imports.application.ImportRunner;

/** Imports whose file can't be reviewed for reasons that are not the file's. */
@QuarkusTest
@WithTestResource(KolStack.class)
class ImportAttemptsTest {
    private static final String FILE = "handle,followers\nanna,1200\n";

    private final Api mei = Api.freshOrganisation();

    @Inject
    ImportRunner runner;

    @ConfigProperty(name = "kol.imports.attempts")
    int mostAttempts;

    @Test
    void aReviewThatFailsEachTimeEndsTheJobAndTheOneBehindItGoesOnMeanwhile() throws SQLException {
        // Given
        anImport();
        UUID broken = UUID.randomUUID();
        UUID behind = UUID.randomUUID();

        // When
        change(likeIt(broken, "2026-01-01", "no JSON") + likeIt(behind, "2026-01-02", null));

        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> stateAfterAnotherLook(broken).equals("FAILED"));
        JsonPath ended = mei.get("/api/v1/imports/" + broken).jsonPath();
        JsonPath done = mei.get("/api/v1/imports/" + behind).jsonPath();
        assertThat(ended.getString("failure"))
                .isEqualTo("The import stopped before its first line and could not go on. What was taken stays.");
        assertThat(attempts(broken)).isEqualTo(mostAttempts);
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertThat(Instant.parse(done.getString("finishedAt"))).isBefore(Instant.parse(ended.getString("finishedAt")));
    }

    @Test
    void aReviewThatLosesItsDatabaseIsTriedAgainHoweverOften() throws SQLException {
        // Given
        anImport();
        UUID id = UUID.randomUUID();
        change(likeIt(id, "2026-01-01", null));
        Set<Integer> cut = new HashSet<>();

        // When: whoever reads the file has to wait, and loses the connection meanwhile
        try (Connection holding = KolStack.superuser();
                Statement lock = holding.createStatement()) {
            holding.setAutoCommit(false);
            lock.execute("lock table import_file_piece in access exclusive mode");
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                runner.wake();
                cut.addAll(cutOffWhoReadsAFile());
                return cut.size() > mostAttempts;
            });
        }

        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> stateAfterAnotherLook(id).equals("COMPLETED"));
    }

    /** One that is over; others are made like it, behind the service's back. */
    private void anImport() {
        JsonPath done = mei.upload("kols.csv", FILE)
                .of("tiktok", "2026-02-01")
                .column(0, "handle")
                .column(1, "followers")
                .finished();
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
    }

    /** @param columns null for those that the import has */
    private String likeIt(UUID id, String createdOn, @Nullable String columns) {
        return """
                with made as (
                  insert into import_job (tenant_id, id, version, file_name, file_bytes, description, platform, snapshot_date,
                                          mode, columns, header_line, state, created_by, created_by_name, created_at)
                  select tenant_id, '%2$s', 0, file_name, file_bytes, description, platform, snapshot_date,
                         mode, %4$s, header_line, 'QUEUED', created_by, created_by_name, '%3$s'
                  from import_job where tenant_id = '%1$s' order by created_at desc limit 1
                  returning tenant_id, id)
                insert into import_file_piece select tenant_id, id, 0, convert_to('%5$s', 'UTF8') from made;
                """.formatted(mei.tenant(), id, createdOn, columns == null ? "columns" : "'" + columns + "'", FILE);
    }

    private String stateAfterAnotherLook(UUID id) {
        runner.wake();
        return mei.get("/api/v1/imports/" + id).then().statusCode(200).extract().path("status");
    }

    private long attempts(UUID id) {
        return Database.number(
                "select attempts from import_job where tenant_id = ? and id = '" + id + "'", mei.tenant());
    }

    private static Set<Integer> cutOffWhoReadsAFile() throws SQLException {
        Set<Integer> cut = new HashSet<>();
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        select pid, pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                          and query like 'select content from import_file_piece%'""")) {
            while (result.next()) {
                cut.add(result.getInt(1));
            }
        }
        return cut;
    }

    private static void change(String statements) throws SQLException {
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
