package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RealInput;

/**
 * Imports that break off in the middle. A row holds the import at a line of our choice; then every connection of the service is cut, as
 * a kill of PostgreSQL would, and the job goes on. One whose worker is dead goes on once its claim has run out.
 */
@QuarkusTest
@WithTestResource(KolStack.class)
class KilledImportsTest {
    private static final String STATEMENT =
            "bank-statements/Subite-eu__camt-to-coda/example-files/CAMT/Other/account_statement-2.xml";

    private final Finance team = Finance.team();

    @AfterEach
    void afterwards() throws SQLException {
        sql("drop trigger if exists held_here on fee");
        sql("drop trigger if exists held_here on statement_line");
    }

    @Test
    void f04_w12_aFeeImportKilledInTheMiddleAndRunAgainMakesEachFeeOnce() throws SQLException {
        // Given
        StringBuilder csv = new StringBuilder("Payee,IBAN,Amount,Due date,Reference\n");
        for (int i = 0; i < 2_000; i++) {
            csv.append("Nova,BE96444908270905,1.00,2026-04-01,K-").append(i).append('\n');
        }
        holdAt("fee", "new.reference = 'K-1234'");

        // When
        String job = uploaded("/api/v1/fees/imports", "fees.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        awaitHeld();
        team.get("/api/v1/fees?limit=1").then().body("total", is(1_000));
        killHeldAt("fee");

        // Then
        JsonPath done = runAgain(job);
        assertThat(done.getInt("accepted")).isEqualTo(2_000);
        assertThat(done.getInt("rejected")).isZero();
        team.get("/api/v1/fees?limit=1").then().body("total", is(2_000));
        team.get("/api/v1/ledger/verify").then().body("intact", is(true));
    }

    @Test
    void f04_w12_aStatementImportKilledInTheMiddleAndRunAgainKeepsEachLineOnce() throws SQLException {
        // Given
        byte[] statement = RealInput.bytes(STATEMENT);
        holdAt("statement_line", "new.amount_minor > 0");

        // When
        String job = uploaded("/api/v1/statements", "account_statement-2.xml", statement);
        awaitHeld();
        // nothing of it is there, until all of it is
        team.get("/api/v1/statements").then().body("total", is(0));
        killHeldAt("statement_line");

        // Then
        JsonPath done = runAgain(job);
        assertThat(done.getInt("accepted")).isEqualTo(462);
        assertThat(done.getInt("known")).isZero();
        team.get("/api/v1/statements").then().body("total", is(1)).body("items[0].lines", is(462));
        team.get("/api/v1/ledger/verify").then().body("intact", is(true));
    }

    @Test
    void f04_anImportWhoseWorkerDiedGoesOnAndMakesNoFeeTwice() throws SQLException {
        // Given: as a worker leaves it that died a day ago, after its last line and before it could say so
        StringBuilder csv = new StringBuilder("Payee,IBAN,Amount,Due date,Reference\n");
        for (int i = 0; i < 100; i++) {
            csv.append("Nova,BE96444908270905,1.00,2026-04-01,D-").append(i).append('\n');
        }
        String job = uploaded("/api/v1/fees/imports", "dead.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        runAgain(job);
        sql(
                "update upload set status = 'RUNNING', finished_at = null, claimed_at = now() - interval '1 day' where id = '"
                        + job.substring(job.lastIndexOf('/') + 1) + "'");

        // When
        JsonPath done = runAgain(job);

        // Then
        assertThat(done.getInt("rejected")).isZero();
        team.get("/api/v1/fees?limit=1").then().body("total", is(100));
    }

    private String uploaded(String path, String name, byte[] content) {
        return RestAssured.given()
                .auth()
                .oauth2(team.ann)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", name, content)
                .multiPart("currency", "EUR")
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** By the worker that was cut off, as soon as PostgreSQL is there again: nobody waits until its claim runs out. */
    private JsonPath runAgain(String job) {
        JsonPath done = await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> team.get(job).jsonPath(), one -> one.getString("finishedAt") != null);
        assertThat(done.getString("status")).as(done.prettify()).isEqualTo("DONE");
        return done;
    }

    private static void holdAt(String table, String condition) throws SQLException {
        sql("create or replace function hold_here() returns trigger language plpgsql as "
                + "$$ begin perform pg_sleep(120); return new; end $$");
        sql("create trigger held_here before insert on " + table + " for each row when (" + condition
                + ") execute function hold_here()");
    }

    private static void awaitHeld() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            try (Connection superuser = KolStack.superuser();
                    ResultSet found = superuser
                            .createStatement()
                            .executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and wait_event = 'PgSleep'")) {
                found.next();
                return found.getInt(1) > 0;
            }
        });
    }

    /** What waits is cut before the trigger can be dropped, for it holds the table. */
    private static void killHeldAt(String table) throws SQLException {
        sql("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and usename like '%\\_app'");
        sql("drop trigger held_here on " + table);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection superuser = KolStack.superuser()) {
            superuser.createStatement().execute(statement);
        }
    }
}
