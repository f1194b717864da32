package org.kolsuite.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

/** Payouts that the bank says nothing about, when one of them can't be marked. */
@QuarkusTest
@WithTestResource(KolStack.class)
class OverduePayoutsTest {
    @Test
    void oneThatFailsHoldsUpNoOtherAndIsTold() throws SQLException {
        // Given
        Finance team = Finance.team();
        team.approved(List.of(
                team.entered("Nova Holdings", Finance.IBAN, 100_00, "2026-04-01"),
                team.entered("Orion Holdings", Finance.OTHER_IBAN, 200_00, "2026-04-01")));
        List<String> payouts = team.get("/api/v1/payouts?batchId=" + team.sent(team.payingAccount()))
                .path("items.id");
        String broken = payouts.getFirst();
        String other = payouts.getLast();
        execute("""
                create function break_one() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
                create trigger break_one before update on payout for each row when (new.id = '%s' and new.state <> 'SENT') execute function break_one()""".formatted(broken));
        try {
            // The first that a look takes.
            setSent(broken, 9);
            setSent(other, 8);

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(state(team, other)).isEqualTo("UNKNOWN"));
            assertThat(state(team, broken)).isEqualTo("SENT");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(late())
                            .isGreaterThanOrEqualTo(Duration.ofDays(2).toSeconds()));
        } finally {
            execute("drop trigger break_one on payout; drop function break_one");
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(state(team, broken)).isEqualTo("UNKNOWN"));
    }

    private static void setSent(String payout, int daysAgo) throws SQLException {
        execute("update payout set sent_at = now() - interval '" + daysAgo + " days' where id = '" + payout + "'");
    }

    private static String state(Finance team, String payout) {
        return team.get("/api/v1/payouts/" + payout).path("state");
    }

    private static double late() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("kol_timers_age_seconds "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection superuser = KolStack.superuser()) {
            superuser.createStatement().execute(sql);
        }
    }
}
