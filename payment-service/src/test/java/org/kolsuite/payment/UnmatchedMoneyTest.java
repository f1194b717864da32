package org.kolsuite.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;

/** What operators see of money that nobody has accounted for. */
@QuarkusTest
@WithTestResource(KolStack.class)
class UnmatchedMoneyTest {
    /** Of no other test. */
    private static final String CURRENCY = "ISK";

    @Test
    void isCountedByCurrencyOverAllOrganisationsUntilItIsExplained() throws SQLException {
        // Given
        UUID first = aLine(Tokens.LUMEN, "OPEN", 1250);
        UUID second = aLine(Tokens.NORTHWIND, "PROPOSED", 750);
        aLine(Tokens.NORTHWIND, "MATCHED", 100_000);

        // Then
        awaitMetric("kol_statement_unmatched_lines{currency=\"ISK\"} 2.0");
        awaitMetric("kol_statement_unmatched_amount_minor{currency=\"ISK\"} 2000.0");

        // When
        execute("update bank_statement set imported_at = now() - interval '4 days' where id ="
                + " (select statement_id from statement_line where id = '" + first + "')");

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(oldest()).isBetween(345_600.0, 346_000.0));

        // When
        execute("update statement_line set state = 'EXPLAINED' where id = '" + first + "'");

        // Then
        awaitMetric("kol_statement_unmatched_amount_minor{currency=\"ISK\"} 750.0");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(oldest()).isLessThan(3600));

        // When
        execute("update statement_line set state = 'EXPLAINED' where id = '" + second + "'");

        // Then
        awaitMetric("kol_statement_unmatched_lines{currency=\"ISK\"} 0.0");
        awaitMetric("kol_statement_unmatched_amount_minor{currency=\"ISK\"} 0.0");
        awaitMetric("kol_statement_unmatched_age_seconds{currency=\"ISK\"} 0.0");
    }

    private static double oldest() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("kol_statement_unmatched_age_seconds{currency=\"ISK\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitMetric(String line) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(metrics()).contains(line));
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private static UUID aLine(UUID tenant, String state, long amountMinor) throws SQLException {
        UUID upload = UUID.randomUUID();
        UUID statement = UUID.randomUUID();
        UUID line = UUID.randomUUID();
        execute("""
                insert into upload (id, tenant_id, kind, file_name, sha256, size_bytes, content_cipher, options, status,
                                    uploaded_by, uploaded_by_name, uploaded_at)
                values ('%s', '%s', 'STATEMENT', 'f', 's', 1, 'c', '{}', 'DONE', 'fang', 'Fang', now())""".formatted(upload, tenant));
        execute("""
                insert into bank_statement (id, tenant_id, upload_id, reference, account_cipher, account_masked,
                                            account_fingerprint, currency, movements_minor, imported_at)
                values ('%s', '%s', '%s', '%s', 'c', 'm', 'f', '%s', 0, now())""".formatted(statement, tenant, upload, statement, CURRENCY));
        execute("""
                insert into statement_line (id, tenant_id, statement_id, number, file_line, line_key, direction, amount_minor,
                                            currency, booked_on, state)
                values ('%s', '%s', '%s', 1, 1, '%s', 'DEBIT', %d, '%s', current_date, '%s')""".formatted(line, tenant, statement, line, amountMinor, CURRENCY, state));
        return line;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection superuser = KolStack.superuser()) {
            superuser.createStatement().execute(sql);
        }
    }
}
