package org.kolsuite.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kolsuite.e2e.suite.Answer;

/**
 * Holds what clients were told against what is so. Asked only while nobody is at work: then everything that was told is decided, and
 * what one service says to another arrives by itself.
 */
final class Truth {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> DATABASES = List.of("registry", "campaign", "payment", "reporting");
    private static final List<String> EVENT_TOPICS = List.of(
            "kol-registry.kol.events.v1",
            "campaign.campaign.events.v1",
            "campaign.collaboration.events.v1",
            "payment.fee.events.v1",
            "payment.payout.events.v1",
            "reporting.result.events.v1");

    private final FaultySuite suite;
    private final Workload work;
    private final Told told;
    private final Stored stored;
    private final Client admin;
    private final Client manager;
    private final Client finance;
    private long checked;
    private long lost;
    private long twice;

    Truth(FaultySuite suite, Workload work) {
        this.suite = suite;
        this.work = work;
        this.told = work.told();
        this.stored = new Stored(suite.databases());
        this.admin = new Client("ada", told);
        this.manager = new Client("mei", told);
        this.finance = new Client("wei", told);
    }

    /** Statements compared so far, and how many of them were found missing or more than once. */
    String counts() {
        return "%d checked, lost %d, twice %d".formatted(checked, lost, twice);
    }

    /** Waits until the suite is ready by itself, and then holds everything against the log; fails with all that is wrong. */
    void check() {
        awaitReady();
        // One moment for the whole check: what falls due while it looks is nobody's fault yet.
        Instant asOf = Instant.now();
        awaitQuiet(asOf);
        List<String> wrong = new ArrayList<>(told.complaints());
        fees(wrong);
        files(wrong);
        gifts(asOf, wrong);
        ledger(wrong);
        projections(wrong);
        for (String database : DATABASES) {
            long dead = stored.number(database, "select count(*) from dead_letter");
            if (dead > 0) {
                wrong.add(dead + " dead letters in " + database + ": "
                        + stored.words(database, "select consumer || ' ' || cause from dead_letter"));
            }
        }
        assertThat(wrong).as("what is wrong").isEmpty();
    }

    void awaitReady() {
        await("the suite is ready again by itself")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(suite.complaints()).isEmpty());
    }

    /** Every event has left, and has had its effect where it goes. */
    private void awaitQuiet(Instant asOf) {
        await("events have arrived")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    for (String database : DATABASES) {
                        assertThat(stored.number(database, "select count(*) from outbox where published_at is null"))
                                .as("outbox of " + database)
                                .isZero();
                    }
                    assertThat(behind())
                            .as("messages that nobody has taken yet")
                            .isEmpty();
                    long shipped = shipped();
                    assertThat(giftsInTheLedger()).as("gifts in the ledger").isEqualTo(shipped * Workload.GIFT_MINOR);
                    assertThat(giftsInReports()).as("gifts in reports").isEqualTo(shipped * Workload.GIFT_MINOR);
                    long accounts = stored.number("registry", "select count(*) from account");
                    assertThat(stored.number("campaign", "select count(*) from kol_account"))
                            .as("accounts that campaign knows")
                            .isEqualTo(accounts);
                    assertThat(stored.number("payment", "select count(*) from kol"))
                            .as("KOLs that payment knows")
                            .isEqualTo(stored.number("registry", "select count(*) from kol"));
                    assertThat(stored.number(
                                    "reporting",
                                    "select (select count(*) from fold_mark) + (select count(*) from import_subject)"))
                            .as("results that wait to be folded")
                            .isZero();
                    assertThat(notYetExpired(asOf))
                            .as("invitations that are overdue")
                            .isEmpty();
                });
    }

    /** Partitions that a group has not taken to the end, and how much it lacks; offsets are told every few seconds, after the effect. */
    private Map<String, Long> behind() {
        Map<String, Long> behind = new LinkedHashMap<>();
        try (Admin kafka = Admin.create(Map.<String, Object>of("bootstrap.servers", suite.kafkaBootstrap()))) {
            for (String group : List.of("kol-registry", "campaign", "payment", "reporting")) {
                Map<TopicPartition, OffsetAndMetadata> taken = kafka.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
                taken.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
                var ends = kafka.listOffsets(latest).all().get();
                taken.forEach((partition, at) -> {
                    long lacks = Objects.requireNonNull(ends.get(partition)).offset() - at.offset();
                    if (lacks > 0) {
                        behind.put(group + " on " + partition, lacks);
                    }
                });
            }
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka tells no offsets", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return behind;
    }

    private void fees(List<String> wrong) {
        Map<String, Long> entered = stored.counts(
                "payment", "select reference, count(*) from fee where reference like ? group by 1", work.run() + "-%");
        Map<String, Long> amounts = stored.counts(
                "payment", "select reference, total_minor from fee where reference like ?", work.run() + "-%");
        compare("fee", told.fees().keySet(), entered, wrong);
        told.fees().forEach((reference, fee) -> {
            if (amounts.getOrDefault(reference, fee.amountMinor()) != fee.amountMinor()) {
                wrong.add("fee " + reference + " was told as " + fee + " and is " + amounts.get(reference));
            }
        });
        Map<String, Long> payouts = stored.counts("payment", """
                select fee.reference, count(*) from payout join fee on fee.id = payout.fee_id
                where fee.reference like ? group by 1""", work.run() + "-%");
        compare("approval", told.approved().keySet(), payouts, wrong);
    }

    private void files(List<String> wrong) {
        Map<String, Long> kols = stored.counts(
                "registry",
                "select split_part(handle, '_', 1), count(*) from account where handle ilike ? group by 1",
                work.run() + "%");
        rows("KOLs", told.kols(), kols, wrong);
        Map<String, Long> orders = stored.counts(
                "reporting",
                "select split_part(order_number, '-', 1), count(*) from order_fact where order_number ilike ? group by 1",
                work.run() + "%");
        rows("orders", told.orders(), orders, wrong);
        if (!told.kols().isEmpty()) {
            String last = told.kols().getLast().prefix() + "_25";
            Answer found = manager.ask(person -> person.get("/api/v1/kols?q=" + last));
            checked++;
            if (found.items().count() != 1) {
                wrong.add("the search for " + last + " answers " + found.text());
            }
        }
    }

    private void rows(String what, List<Told.File> files, Map<String, Long> found, List<String> wrong) {
        Set<String> prefixes = new HashSet<>();
        for (Told.File file : files) {
            prefixes.add(file.prefix());
            long rows = found.getOrDefault(file.prefix(), 0L);
            checked++;
            if (rows != file.rows()) {
                wrong.add(
                        what + " of " + file.prefix() + ": " + file.rows() + " were imported, " + rows + " are there");
                lost += Math.max(0, file.rows() - rows);
                twice += Math.max(0, rows - file.rows());
            }
        }
        found.keySet().stream()
                .filter(prefix -> !prefixes.contains(prefix))
                .forEach(prefix -> wrong.add(what + " of " + prefix + " are there, and nobody was told"));
    }

    private void gifts(Instant asOf, List<String> wrong) {
        Map<String, Long> steps = stored.counts("campaign", """
                select h.collaboration_id || ' ' || h.verb, count(*) from collaboration_history h
                join collaboration c on c.id = h.collaboration_id where c.campaign_id = ? group by 1""", UUID.fromString(work.campaignId()));
        Set<String> expected = new HashSet<>();
        told.gifts().values().forEach(gift -> gift.verbs().forEach(verb -> expected.add(gift.id() + " " + verb)));
        for (String step : expected) {
            checked++;
            long times = steps.getOrDefault(step, 0L);
            if (times != 1) {
                wrong.add("the step " + step + " was told and was taken " + times + " times");
                lost += times == 0 ? 1 : 0;
            }
        }
        steps.forEach((step, times) -> {
            if (times > 1) {
                twice++;
                wrong.add(step + " was taken " + times + " times");
            }
        });
        told.gifts().values().stream().filter(Told.Gift::leftToExpire).forEach(gift -> {
            long times = steps.getOrDefault(gift.id() + " EXPIRE", 0L);
            checked++;
            boolean due = isOverdue(gift.id(), asOf);
            if (times > 1 || (times == 0 && due)) {
                wrong.add("the invitation of " + gift.id() + " expired " + times + " times");
            }
        });
    }

    private List<String> notYetExpired(Instant asOf) {
        Set<String> expired = stored.words(
                "campaign", "select collaboration_id::text from collaboration_history where verb = 'EXPIRE'");
        return told.gifts().values().stream()
                .filter(Told.Gift::leftToExpire)
                .map(Told.Gift::id)
                .filter(gift -> isOverdue(gift, asOf))
                .filter(id -> !expired.contains(id))
                .toList();
    }

    /** Invitations that went out and that nobody accepts. */
    long invitationsLeftToExpire() {
        return told.gifts().values().stream()
                .filter(Told.Gift::leftToExpire)
                .filter(gift -> told.invited().containsKey(gift.id()))
                .count();
    }

    /** Whether the clock has passed every invitation that went out and was left to expire. */
    boolean everyInvitationIsOverdue() {
        Instant now = Instant.now();
        return told.gifts().values().stream()
                .filter(Told.Gift::leftToExpire)
                .filter(gift -> told.invited().containsKey(gift.id()))
                .allMatch(gift -> isOverdue(gift.id(), now));
    }

    private boolean isOverdue(String gift, Instant asOf) {
        Instant invited = told.invited().get(gift);
        return invited != null && asOf.isAfter(invited.plus(FaultySuite.INVITATION));
    }

    private void ledger(List<String> wrong) {
        Answer proof = finance.ask(person -> person.get("/api/v1/ledger/verify"));
        checked++;
        if (proof.status() != 200 || !proof.at("intact").asBoolean()) {
            wrong.add("the ledger's chain is not intact: " + proof.text());
        }
        long approved = told.approved().values().stream()
                .mapToLong(Told.Fee::amountMinor)
                .sum();
        long paidOut = stored.number("payment", """
                select coalesce(sum(payout.amount_minor), 0) from payout join fee on fee.id = payout.fee_id
                where fee.reference like ?""", work.run() + "-%");
        checked++;
        if (paidOut != approved) {
            wrong.add("approved are " + approved + ", payouts are " + paidOut);
        }
        long owed = stored.number(
                "payment",
                "select coalesce(sum(amount_minor), 0) from ledger_balance where account = 'liabilities:payees' and currency = 'EUR'");
        long queued = stored.number(
                "payment",
                "select coalesce(sum(amount_minor), 0) from payout where state in ('QUEUED', 'BATCHED') and currency = 'EUR'");
        checked++;
        if (owed != queued) {
            wrong.add("by the ledger " + owed + " are owed, by the payouts " + queued);
        }
    }

    private void projections(List<String> wrong) {
        Map<String, String> rebuilds = new LinkedHashMap<>();
        rebuilds.put("reporting", "/api/v1/facts/projections/rebuild");
        rebuilds.put("campaign", "/api/v1/operations/campaign/kols/rebuild");
        rebuilds.put("payment", "/api/v1/operations/payment/kols/rebuild");
        rebuilds.forEach((service, path) -> {
            String key = UUID.randomUUID().toString();
            Answer rebuilt = admin.ask(person -> person.post(path, "", key));
            checked++;
            if (rebuilt.status() != 200 || !rebuilt.at("same").asBoolean()) {
                wrong.add("the projection of " + service + " was not what its rebuild is: " + rebuilt.text());
            }
        });
    }

    /** What reporting keeps of others' KOLs, campaigns and collaborations is what their topics say. */
    void checkTheDirectory() {
        String key = UUID.randomUUID().toString();
        Answer rebuilt = admin.ask(person -> person.post("/api/v1/operations/reporting/directory/rebuild", "", key));
        for (String copy : List.of("kols", "campaigns", "collaborations")) {
            checked++;
            assertThat(rebuilt.at(copy).path("same").asBoolean())
                    .as(copy + " of " + rebuilt.text())
                    .isTrue();
        }
    }

    private void compare(String what, Set<String> expected, Map<String, Long> found, List<String> wrong) {
        for (String one : expected) {
            checked++;
            if (!found.containsKey(one)) {
                lost++;
                wrong.add(what + " " + one + " is lost");
            }
        }
        found.forEach((one, times) -> {
            if (times > 1) {
                twice++;
                wrong.add(what + " " + one + " is there " + times + " times");
            }
            if (!expected.contains(one)) {
                wrong.add(what + " " + one + " is there, and nobody was told");
            }
        });
    }

    /** Every gift costs the same, whoever sent it. */
    private long shipped() {
        return stored.number("campaign", "select count(*) from collaboration_history where verb = 'SHIP'");
    }

    private long giftsInTheLedger() {
        return stored.number(
                "payment",
                "select coalesce(sum(amount_minor), 0) from ledger_balance where account = 'costs:gifts' and currency = 'CNY'");
    }

    private long giftsInReports() {
        return stored.number(
                "reporting", "select coalesce(sum(amount_minor), 0) from cost_fact where currency = 'CNY'");
    }

    /**
     * The whole bus at the end: each event of each outbox was published, those of one aggregate in their order; an event that was
     * published again is the same event, which its readers know.
     */
    String checkTheBus() {
        Map<String, List<String>> byKey = new HashMap<>();
        Map<String, Long> published = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : everything()) {
            String id = header(message, "ce_id");
            if (published.merge(id, 1L, Long::sum) == 1) {
                byKey.computeIfAbsent(
                                message.topic() + " " + new String(message.key(), StandardCharsets.UTF_8),
                                key -> new ArrayList<>())
                        .add(id);
            }
        }
        long events = 0;
        List<String> wrong = new ArrayList<>();
        for (String database : DATABASES) {
            Map<String, List<String>> appended = new LinkedHashMap<>();
            stored.counts(
                            database,
                            "select aggregatetype || ' ' || aggregateid || '|' || id, seq from outbox where aggregatetype like '%.events.%' order by seq")
                    .keySet()
                    .forEach(row -> appended.computeIfAbsent(
                                    row.substring(0, row.indexOf('|')), key -> new ArrayList<>())
                            .add(row.substring(row.indexOf('|') + 1)));
            for (var aggregate : appended.entrySet()) {
                events += aggregate.getValue().size();
                List<String> heard = byKey.getOrDefault(aggregate.getKey(), List.of());
                if (!heard.equals(aggregate.getValue())) {
                    wrong.add(aggregate.getKey() + " said " + aggregate.getValue() + " and was heard as " + heard);
                }
            }
        }
        checked += events;
        assertThat(wrong).as("events that were lost, or out of order").isEmpty();
        long again = published.values().stream().mapToLong(times -> times - 1).sum();
        return "%d events published, %d of them again".formatted(events, again);
    }

    private List<ConsumerRecord<byte[], byte[]>> everything() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", suite.kafkaBootstrap());
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = EVENT_TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
