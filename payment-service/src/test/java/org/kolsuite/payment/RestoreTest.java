package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.contracts.campaign.GiftShipped;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.OwnStack;
import org.kolsuite.platform.testing.TestKafka;

/**
 * Payment's database is lost and brought back to a moment, as docs/guides/operator.md has it: from a base backup taken while people
 * worked, and the log that was archived since.
 *
 * <pre>
 *   base backup     the moment              the loss
 *        |    work      |         work         |      restored to the moment
 *   -----+-------[no broker]-------------------X      +---------------------
 *                 unsent           sent                 sent once more
 *           heard A                heard B              A and B come again: A does nothing, B what it did
 * </pre>
 */
@QuarkusTest
@WithTestResource(OwnStack.class)
@Timeout(180)
class RestoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Finance team = Finance.team();

    @TempDir
    Path folder;

    /** One message that left, or is to leave. */
    private record Message(String topic, String id) {}

    /** What stood in the database at a moment. */
    private record Moment(String at, Map<String, Long> rows, List<String> chain, List<Message> unsent) {}

    @Test
    void theDatabaseComesBackToTheMomentAndTheRestOfTheSuiteHearsEverythingOnce() throws Exception {
        // Given: a base backup, and work after it
        Path archive = Files.createDirectories(folder.resolve("archive"));
        Path base = folder.resolve("base");
        archiveTo(archive);
        team.approved(List.of(team.entered("Nova", Finance.IBAN, 100_00, "2026-04-01")));
        backUp(base);
        UUID giftA = Ids.next();
        GiftShipped shippedA = shipped(300_00);
        TestKafka.publish(team.tenant, giftA, shippedA);
        await().atMost(PATIENCE).until(() -> team.balance("costs:gifts") == 300_00);
        await().atMost(PATIENCE).until(() -> messages("published_at is null").isEmpty());
        List<Message> sentBefore = messages("published_at is not null");
        OwnStack.killKafka();
        team.approved(List.of(team.entered("Orion", Finance.OTHER_IBAN, 200_00, "2026-04-01")));

        // When: the moment passes, work goes on, everything is lost
        Moment moment = now();
        OwnStack.restartKafka();
        team.approved(List.of(team.entered("Lost", Finance.IBAN, 400_00, "2026-05-01")));
        UUID giftB = Ids.next();
        GiftShipped shippedB = shipped(50_00);
        TestKafka.publish(team.tenant, giftB, shippedB);
        await().atMost(PATIENCE).until(() -> team.balance("costs:gifts") == 350_00);
        await().atMost(PATIENCE).until(() -> messages("published_at is null").isEmpty());
        List<Message> sentAfter = messages("published_at is not null");
        sentAfter.removeAll(sentBefore);
        sentAfter.removeAll(moment.unsent());
        List<Message> others =
                Stream.concat(sentBefore.stream(), sentAfter.stream()).toList();
        Map<Message, Long> timesBefore = timesOnTopics(Stream.concat(others.stream(), moment.unsent().stream()));
        archiveWhatIsLeft();
        restore(base, archive, moment.at());

        // Then: the books are those of the moment
        assertThat(rows()).isEqualTo(moment.rows());
        assertThat(chain()).isEqualTo(moment.chain());
        await().atMost(PATIENCE)
                .untilAsserted(() -> team.get("/api/v1/ledger/verify")
                        .then()
                        .statusCode(200)
                        .body("intact", is(true))
                        .body("checked", is(moment.chain().size())));
        assertThat(team.balance("costs:gifts")).isEqualTo(300_00);

        // Then: what had not left at the moment leaves once more, under the ids that receivers know it by
        assertThat(moment.unsent()).isNotEmpty();
        assertThat(sentAfter).isNotEmpty();
        await().atMost(PATIENCE).until(() -> messages("published_at is null").isEmpty());
        // A broker that dies may have taken a message and not said so: then it had it more than once before.
        Map<Message, Long> timesNow = timesOnTopics(timesBefore.keySet().stream());
        timesBefore.values().forEach(times -> assertThat(times).isPositive());
        moment.unsent().forEach(message -> timesBefore.merge(message, 1L, Long::sum));
        assertThat(timesNow).isEqualTo(timesBefore);

        // Then: what others said comes again, the known without effect, the forgotten with the effect it had
        TestKafka.publish(team.tenant, giftA, shippedA);
        TestKafka.publish(team.tenant, giftB, shippedB);
        await().atMost(PATIENCE).until(() -> team.balance("costs:gifts") == 350_00);
        team.approved(List.of(team.entered("Next", Finance.IBAN, 800_00, "2026-06-01")));
        team.get("/api/v1/ledger/verify").then().body("intact", is(true));
        assertThat(team.balance("costs:gifts")).isEqualTo(350_00);
    }

    private static GiftShipped shipped(long costMinor) {
        return new GiftShipped(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                Money.ofMinor(costMinor, "EUR"),
                Money.ofMinor(0, "EUR"),
                Instant.parse("2026-04-01T08:00:00Z"));
    }

    private static void archiveTo(Path archive) throws SQLException {
        execute("alter system set archive_mode = 'on'");
        execute("alter system set archive_command = 'cp %p \"" + archive + "/%f\"'");
        OwnStack.killPostgres();
        OwnStack.restartPostgres();
        await().atMost(PATIENCE)
                .untilAsserted(() -> Finance.as(Finance.team().ann)
                        .get("/api/v1/fees")
                        .then()
                        .statusCode(200));
    }

    /** A copy of the running server's files; what changed under it is in the log from the start of the backup on. */
    private static void backUp(Path base) throws Exception {
        try (Connection superuser = KolStack.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("select pg_backup_start('nightly', true)");
            run("cp", "-a", OwnStack.postgresFolder().toString(), base.toString());
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(base.resolve("backup_label"), label.getString(1));
            }
        }
        Files.delete(base.resolve("postmaster.pid"));
        try (Stream<Path> log = Files.list(base.resolve("pg_wal"))) {
            for (Path file : log.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void archiveWhatIsLeft() throws SQLException {
        String last = ask("select pg_walfile_name(pg_switch_wal())").getFirst();
        await().atMost(PATIENCE)
                .until(() -> ask("select last_archived_wal >= '" + last + "' from pg_stat_archiver")
                        .equals(List.of("t")));
    }

    /**
     * The old server's files are gone; a new one starts from the base backup and reads the log up to the moment. It lets nobody in
     * before: a relay that can read and not write would send the same again and again.
     */
    private static void restore(Path base, Path archive, String moment) throws Exception {
        OwnStack.killPostgres();
        Path data = OwnStack.postgresFolder();
        Files.move(data, data.resolveSibling("postgres.lost"));
        run("cp", "-a", base.toString(), data.toString());
        Files.writeString(
                data.resolve("postgresql.auto.conf"), """
                        restore_command = 'cp "%s/%%f" "%%p"'
                        recovery_target_time = '%s'
                        recovery_target_action = 'promote'
                        hot_standby = off
                        """.formatted(archive, moment), StandardOpenOption.APPEND);
        Files.createFile(data.resolve("recovery.signal"));
        OwnStack.restartPostgres();
        await().atMost(PATIENCE).until(() -> ask("select pg_is_in_recovery()").equals(List.of("f")));
    }

    private Moment now() throws SQLException {
        return new Moment(
                ask("select clock_timestamp()").getFirst(), rows(), chain(), messages("published_at is null"));
    }

    private static Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : ask("select tablename from pg_tables where schemaname = 'public'")) {
            rows.put(table, Long.valueOf(ask("select count(*) from " + table).getFirst()));
        }
        return rows;
    }

    private List<String> chain() throws SQLException {
        return ask("select sequence || ' ' || hash from ledger_transaction where tenant_id = '" + team.tenant
                + "' order by sequence");
    }

    private static List<Message> messages(String which) throws SQLException {
        List<Message> messages = new ArrayList<>();
        for (String row : ask("select aggregatetype || ' ' || id from outbox where " + which + " order by seq")) {
            String[] parts = row.split(" ");
            messages.add(new Message(parts[0], parts[1]));
        }
        return messages;
    }

    private static Map<Message, Long> timesOnTopics(Stream<Message> messages) {
        Map<Message, Long> times = new HashMap<>();
        messages.forEach(message -> times.put(
                message,
                TestKafka.everythingOn(message.topic()).stream()
                        .filter(received ->
                                message.id().equals(received.headers().get("ce_id")))
                        .count()));
        return times;
    }

    private static void execute(String command) throws SQLException {
        try (Connection superuser = KolStack.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }

    private static List<String> ask(String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection superuser = KolStack.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(String.valueOf(rows.getString(1)));
            }
        }
        return answers;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
