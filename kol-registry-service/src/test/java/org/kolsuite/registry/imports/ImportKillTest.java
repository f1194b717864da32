package org.kolsuite.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.registry.Api;

/** An import that is stopped in the middle, and what is there afterwards. */
@QuarkusTest
@WithTestResource(KolStack.class)
class ImportKillTest {
    private final Api mei = Api.freshOrganisation();

    /**
     * The database connections of the import are killed while it is past row 5,000: what a killed process leaves behind,
     * an open transaction that never commits, and a position in the job's row.
     */
    @Test
    void f04_anImportKilledAtRowFiveThousandAndRunAgainGivesExactlyTenThousand() {
        // Given
        String file = IntStream.range(0, 10_000)
                .mapToObj(i -> "creator%05d,%d".formatted(i, 1_000 + i))
                .collect(Collectors.joining("\n", "handle,followers\n", "\n"));
        String location = mei.upload("kols.csv", file)
                .of("tiktok", "2026-02-01")
                .column(0, "handle")
                .column(1, "followers")
                .send()
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        // When
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(1))
                .until(() -> position(location) >= 4_500);
        int killedAt = position(location);
        killConnections();

        // Then: whoever asks in that moment is told to come again
        await().atMost(Duration.ofMinutes(1)).until(() -> mei.get(location).statusCode() == 200);
        JsonPath done = mei.finishedImport(location);
        assertThat(killedAt).isLessThan(10_000);
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertThat(done.getInt("counts.created")).isEqualTo(10_000);
        assertThat(Database.number("select count(*) from account where tenant_id = ?", mei.tenant()))
                .isEqualTo(10_000);
        assertThat(Database.number("select count(*) from kol where tenant_id = ?", mei.tenant()))
                .isEqualTo(10_000);
        assertThat(Database.number("select count(*) from account_observation where tenant_id = ?", mei.tenant()))
                .isEqualTo(10_000);
        assertThat(Database.number(
                        "select count(*) from outbox where tenant_id = ? and type = 'KolState'", mei.tenant()))
                .isEqualTo(10_000);
    }

    private int position(String location) {
        String id = location.substring(location.lastIndexOf('/') + 1);
        return (int) Database.number(
                "select position from import_job where tenant_id = ? and id = '" + id + "'", mei.tenant());
    }

    private static void killConnections() {
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
