package org.kolsuite.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;

/** What waits is told as a metric, whoever it belongs to. */
@QuarkusTest
@WithTestResource(KolStack.class)
class FiguresTest {
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void tidy() throws SQLException {
        execute("delete from dead_letter where id = ?", id);
        execute("delete from outbox where id = ?", id);
        execute("drop table if exists broken");
    }

    @Test
    void aParkedMessageCountsUntilItIsReplayed() throws SQLException {
        // Given
        double before = awaitFigure("kol_dead_letters_waiting");

        // When
        execute("""
                insert into dead_letter (id, consumer, topic, partition, record_offset, headers, cause, tenant_id)
                values (?, 'c', 't', 0, 1, '{}', 'because', '%s')""".formatted(Tokens.NORTHWIND), id);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(figure("kol_dead_letters_waiting")).isEqualTo(before + 1));
        execute("update dead_letter set replayed_at = now() where id = ?", id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(figure("kol_dead_letters_waiting")).isEqualTo(before));
    }

    @Test
    void anOutboxThatIsNotEmptiedShowsHowManyWaitAndForHowLong() throws SQLException {
        // Given
        try (Connection superuser = KolStack.superuser()) {
            superuser.setAutoCommit(false);
            // The relay's own lock: another replica seems to relay, and never does.
            superuser.createStatement().execute("select pg_advisory_xact_lock(" + 0x4B4F4C_52454C41L + ")");

            // When
            execute("""
                    insert into outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, happened_at, recorded_at)
                    values (?, 'kol-registry.kol.events.v1', 'k', 'KolLinked', '{}', '%s', now(), now() - interval '10 minutes')""".formatted(Tokens.LUMEN), id);

            // Then
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(figure("kol_outbox_waiting")).isPositive();
                assertThat(figure("kol_outbox_age_seconds")).isBetween(600.0, 700.0);
            });
            execute("delete from outbox where id = ?", id);
            superuser.rollback();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(figure("kol_outbox_age_seconds")).isLessThan(600));
    }

    @Test
    void aFigureThatCanNotBeReadIsAbsentAndComesBack() throws SQLException {
        // Given
        awaitFigure("kol_dead_letters_waiting");

        // When
        execute("alter table dead_letter rename to broken");

        // Then
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(metrics()).doesNotContain("\nkol_dead_letters_waiting"));
            assertThat(metrics()).contains("\nkol_outbox_waiting");
        } finally {
            execute("alter table broken rename to dead_letter");
        }
        awaitFigure("kol_dead_letters_waiting");
    }

    private static double awaitFigure(String name) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(metrics()).contains("\n" + name));
        return figure(name);
    }

    private static double figure(String name) {
        Matcher line =
                Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(metrics());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private static void execute(String sql, Object... parameters) throws SQLException {
        try (Connection superuser = KolStack.superuser();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
