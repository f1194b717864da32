package org.kolsuite.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.Samples;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * How soon a cost stands in the ROI report: 200 fees a second are approved for a minute, twenty with each click as people do
 * it, and the report is read all the time. From the moment the approval was answered until the answer of a report that has
 * it; the k-th cost of a campaign is taken to be that of its k-th approval. The peer sends and receives ten seconds of as many
 * messages through the same broker.
 */
public final class FeeToReport implements Measurement {
    private static final int PER_SECOND = 200;
    private static final int AT_ONCE = 20;
    private static final int CAMPAIGNS = 25;

    /** Campaigns of earlier runs stand in the same report. */
    private static final int PAGE = 100;

    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 40;
    private static final long AMOUNT_MINOR = 100;

    @Override
    public String name() {
        return "fee-to-report";
    }

    @Override
    public String about() {
        return "approving a fee until its cost stands in the ROI report, 200 a second, against produce and consume (fees seeded by SQL)";
    }

    private record Part(UUID fee, int campaign) {}

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite(Set.of(ServiceSpec.PAYMENT, ServiceSpec.REPORTING));
        int seconds = Math.max(5, bench.options().scaled(SECONDS));
        int fees = PER_SECOND * (WARM_UP_SECONDS + seconds);
        Http fang = new Http(suite.address(ServiceSpec.PAYMENT), suite.tokensOf("fang"));
        Http wei = new Http(suite.address(ServiceSpec.PAYMENT), suite.tokensOf("wei"));
        Http elena = new Http(suite.address(ServiceSpec.REPORTING), suite.tokensOf("elena"));
        String run = UUID.randomUUID().toString();
        bench.say("putting " + fees + " fees before a second person");
        List<Part> parts = seed(suite, fang, run, fees);
        Watch watch = new Watch(elena, run);
        int warm = PER_SECOND * WARM_UP_SECONDS;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watching = threads.submit(watch::look);
            try {
                bench.say("warming up");
                // One click after another: a service that is still cold must not begin with a queue.
                for (int from = 0; from < warm; from += AT_ONCE) {
                    click(wei, watch, parts.subList(from, from + AT_ONCE));
                }
                watch.await(warm);
                watch.forget();
                bench.say("approving " + PER_SECOND + " a second for " + seconds + " s");
                approve(wei, threads, watch, parts.subList(warm, fees));
                watch.await(fees);
            } finally {
                watch.stop();
            }
            watching.get();
        }
        List<Double> latencies = watch.latencies();
        bench.say("the broker alone");
        List<Double> floor = produceAndConsume(suite.bootstrap(), "bench-" + run, PER_SECOND * 10);
        return List.of(
                Figure.against(
                        "approved fee -> cost in the ROI report at " + PER_SECOND + "/s, 99th percentile",
                        Samples.of(latencies).percentile(99),
                        "ms",
                        "produce and consume",
                        Samples.of(floor).percentile(99),
                        new Goal.AtMost(250)),
                Figure.against(
                        "approved fee -> cost in the ROI report at " + PER_SECOND + "/s, median",
                        Samples.of(latencies).median(),
                        "ms",
                        "produce and consume",
                        Samples.of(floor).median(),
                        new Goal.None()),
                Figure.alone(
                        "approved fees that are in no report",
                        (double) (fees - watch.landed()),
                        "fees",
                        new Goal.AtMost(0)));
    }

    private static UUID id(String run, String kind, int number) {
        return UUID.nameUUIDFromBytes((run + kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Agreements that wait for a second person, and what reporting was told of them. The payee is entered as people do. */
    private static List<Part> seed(MeasuredSuite suite, Http fang, String run, int fees) throws Exception {
        UUID tenant = fang.tenant();
        JsonNode first = fang.post(
                "/api/v1/fees",
                Map.of(
                        "payee", Map.of("holder", "Bench", "account", "DE89370400440532013000"),
                        "amount", Map.of("amountMinor", AMOUNT_MINOR, "currency", "CNY"),
                        "dueOn", "2030-01-01"));
        String payee = first.path("payeeId").asText();
        promise(fang, (long) fees * AMOUNT_MINOR);
        List<Part> parts = new ArrayList<>();
        try (Connection reporting = suite.connect("reporting");
                Connection payment = suite.connect("payment");
                var campaigns = reporting.prepareStatement(
                        "insert into campaign_known values (?, ?, 1, ?, 'Brand', ?, 'RUNNING', 100000000, 'CNY', date '2026-01-01',"
                                + " date '2026-06-30', '[]', '[]')");
                var collaborations = reporting.prepareStatement(
                        "insert into collaboration_known values (?, ?, 1, ?, ?, ?, null, 'PAID', 'PUBLISHED', null, null, null, null, null, null)");
                var rows = payment.prepareStatement(
                        "insert into fee (id, tenant_id, version, origin, collaboration_id, campaign_id, kol_id, account_id, payee_id,"
                                + " total_minor, currency, created_at, created_by) values (?, ?, 1, 'AGREEMENT', ?, ?, ?, ?, ?::uuid, ?, 'CNY', now(), 'bench')");
                var milestones = payment.prepareStatement(
                        "insert into fee_milestone (fee_id, position, tenant_id, name, amount_minor, state, due_on, requested_by, requested_at)"
                                + " values (?, 0, ?, 'signed', ?, 'REQUESTED', date '2030-01-01', 'bench', now())")) {
            for (int i = 0; i < CAMPAIGNS; i++) {
                campaigns.setObject(1, tenant);
                campaigns.setObject(2, id(run, "campaign", i));
                campaigns.setObject(3, id(run, "brand", 0));
                campaigns.setString(4, "Bench " + i);
                campaigns.addBatch();
            }
            campaigns.executeBatch();
            for (int i = 0; i < fees; i++) {
                int campaign = i / AT_ONCE % CAMPAIGNS;
                UUID kol = id(run, "kol", i % 1000);
                collaborations.setObject(1, tenant);
                collaborations.setObject(2, id(run, "collaboration", i));
                collaborations.setObject(3, id(run, "campaign", campaign));
                collaborations.setObject(4, kol);
                collaborations.setObject(5, kol);
                collaborations.addBatch();
                rows.setObject(1, id(run, "fee", i));
                rows.setObject(2, tenant);
                rows.setObject(3, id(run, "collaboration", i));
                rows.setObject(4, id(run, "campaign", campaign));
                rows.setObject(5, kol);
                rows.setObject(6, kol);
                rows.setString(7, payee);
                rows.setLong(8, AMOUNT_MINOR);
                rows.addBatch();
                milestones.setObject(1, id(run, "fee", i));
                milestones.setObject(2, tenant);
                milestones.setLong(3, AMOUNT_MINOR);
                milestones.addBatch();
                parts.add(new Part(id(run, "fee", i), campaign));
            }
            collaborations.executeBatch();
            rows.executeBatch();
            milestones.executeBatch();
            Sql.run(reporting, "analyze campaign_known", "analyze collaboration_known");
            Sql.run(payment, "analyze fee", "analyze fee_milestone");
        }
        return parts;
    }

    /** What agreements promise stands in the books until it is approved; fees that came by SQL were promised by nobody. */
    private static void promise(Http fang, long minor) throws Exception {
        Map<String, Object> amount = Map.of("amountMinor", minor, "currency", "CNY");
        fang.post(
                "/api/v1/ledger/transactions",
                Map.of(
                        "bookedOn",
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        "memo",
                        "Fees of the bench",
                        "entries",
                        List.of(
                                Map.of("account", "commitments:fees", "side", "DEBIT", "amount", amount),
                                Map.of("account", "commitments:contra", "side", "CREDIT", "amount", amount))));
    }

    /** Keeps its rate whatever the service does: a slow answer does not make the next click wait. */
    private static void approve(Http wei, ExecutorService threads, Watch watch, List<Part> parts) throws Exception {
        List<Future<?>> clicks = new ArrayList<>();
        long start = System.nanoTime();
        for (int from = 0; from < parts.size(); from += AT_ONCE) {
            List<Part> some = parts.subList(from, from + AT_ONCE);
            long due = start + TimeUnit.SECONDS.toNanos(1) * from / PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            clicks.add(threads.submit(() -> click(wei, watch, some)));
        }
        for (var click : clicks) {
            click.get();
        }
    }

    private static boolean click(Http wei, Watch watch, List<Part> parts) throws Exception {
        JsonNode answer = wei.post(
                "/api/v1/fees/approve",
                Map.of(
                        "parts",
                        parts.stream()
                                .map(part -> Map.of("feeId", part.fee(), "milestone", "signed"))
                                .toList()));
        if (answer.path("done").asInt() != parts.size()) {
            throw new IllegalStateException("not all were approved: " + answer);
        }
        watch.approved(parts, System.nanoTime());
        return true;
    }

    /** Reads the report all the time. */
    private static final class Watch {
        private final Http elena;
        private final Map<String, Integer> campaigns = new HashMap<>();
        private final Map<Integer, ConcurrentLinkedQueue<Long>> approvals = new ConcurrentHashMap<>();
        private final long[] landed = new long[CAMPAIGNS];
        private final List<Double> latencies = new ArrayList<>();
        private volatile long total;
        private volatile boolean stopped;

        private Watch(Http elena, String run) {
            this.elena = elena;
            for (int i = 0; i < CAMPAIGNS; i++) {
                campaigns.put(id(run, "campaign", i).toString(), i);
            }
        }

        private void approved(List<Part> parts, long at) {
            parts.forEach(part -> queue(part.campaign()).add(at));
        }

        private ConcurrentLinkedQueue<Long> queue(int campaign) {
            return approvals.computeIfAbsent(campaign, none -> new ConcurrentLinkedQueue<>());
        }

        private boolean look() throws Exception {
            while (!stopped) {
                JsonNode report = elena.get("/api/v1/reports/roi?by=campaign&limit=" + PAGE);
                long now = System.nanoTime();
                long sum = 0;
                for (JsonNode row : report.path("items")) {
                    Integer campaign = campaigns.get(row.path("key").asText());
                    if (campaign != null) {
                        long count = row.path("metrics")
                                        .path("TOTAL_COST")
                                        .path("value")
                                        .asLong()
                                / AMOUNT_MINOR;
                        land(campaign, count, now);
                        sum += count;
                    }
                }
                total = sum;
                Thread.sleep(20);
            }
            return true;
        }

        private synchronized void land(int campaign, long count, long now) {
            while (landed[campaign] < count) {
                // A report may have a cost before the answer of its approval has come back: no wait at all.
                Long approved = queue(campaign).poll();
                if (approved == null) {
                    return;
                }
                latencies.add(Math.max(0, (now - approved) / 1e6));
                landed[campaign]++;
            }
        }

        private synchronized void forget() {
            latencies.clear();
        }

        private synchronized List<Double> latencies() {
            return List.copyOf(latencies);
        }

        private long landed() {
            return total;
        }

        private void await(int fees) throws InterruptedException {
            long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (total < fees && System.nanoTime() < patience) {
                Thread.sleep(20);
            }
        }

        private void stop() {
            stopped = true;
        }
    }

    /** The latency of each message through the broker alone, in milliseconds. */
    private static List<Double> produceAndConsume(String bootstrap, String topic, int messages) throws Exception {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("group.id", topic);
        settings.put("auto.offset.reset", "earliest");
        settings.put("acks", "all");
        List<Double> latencies = new ArrayList<>();
        try (Admin admin = Admin.create(settings)) {
            // The suite's broker makes no topic by itself.
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                KafkaConsumer<String, String> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            producer.send(new ProducerRecord<>(topic, "first", "0")).get();
            consumer.subscribe(List.of(topic));
            while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                // until the group has its partition
            }
            var sent = threads.submit(() -> {
                List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
                long start = System.nanoTime();
                for (int i = 0; i < messages; i++) {
                    long due = start + TimeUnit.SECONDS.toNanos(1) * i / PER_SECOND;
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                    acknowledged.add(
                            producer.send(new ProducerRecord<>(topic, "key" + i, Long.toString(System.nanoTime()))));
                }
                for (Future<RecordMetadata> one : acknowledged) {
                    one.get();
                }
                return true;
            });
            while (latencies.size() < messages) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> latencies.add((System.nanoTime() - Long.parseLong(record.value())) / 1e6));
            }
            sent.get();
        }
        return latencies;
    }
}
