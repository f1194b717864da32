package org.kolsuite.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Person;

/**
 * People at work, all at once: fees are entered, requested and approved; files of KOLs and of orders are imported; gifts go from the
 * short list to the post, or their invitation is left to expire; and somebody reads the ledger all the time. Each writes down what
 * they were told. Between two requests everybody can be stopped; then nothing is in doubt.
 */
final class Workload implements AutoCloseable {
    private static final int ROWS = 25;
    private static final Duration BREATH = Duration.ofMillis(40);
    private static final String ADDRESS = """
            {"reason":"Told by phone","address":{"recipient":"林小满","phone":"13800000000","country":"CN","region":"浙江",
             "city":"杭州","street":"文三路 1 号"}}""";
    /** What a gift costs with its way, in minor units: the product below and its shipping. */
    static final long GIFT_MINOR = 8_800 + 1_200;

    private final String run = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private final Told told = new Told();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final BlockingQueue<String> accounts = new LinkedBlockingQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private final Path folder;
    private volatile boolean over;
    private String campaignId = "";
    private String productId = "";
    private String briefId = "";

    private Workload(Path folder) {
        this.folder = folder;
    }

    /** Prepares a campaign and lets everybody begin, each at one of the gateway's replicas. */
    static Workload begin(Path folder, String... gateways) {
        Workload workload = new Workload(folder);
        workload.plan();
        String first = gateways[0];
        String last = gateways[gateways.length - 1];
        workload.person("fang", first, workload::fees);
        workload.person("fang", last, workload::fees);
        workload.person("mei", first, workload::kols);
        workload.person("mei", last, workload::orders);
        workload.person("mei", first, workload::gifts);
        workload.person("mei", last, workload::gifts);
        workload.person("wei", last, workload::ledger);
        if (gateways.length > 1) {
            workload.person("mei", last, workload::kols);
        }
        return workload;
    }

    Told told() {
        return told;
    }

    String campaignId() {
        return campaignId;
    }

    /** What is named by this run begins so. */
    String run() {
        return run;
    }

    /** Waits until everybody has an answer to what they asked, and lets nobody ask more. */
    void pause() {
        if (!gate.isWriteLockedByCurrentThread()) {
            gate.writeLock().lock();
        }
    }

    void resume() {
        if (gate.isWriteLockedByCurrentThread()) {
            gate.writeLock().unlock();
        }
    }

    /** Everybody ends what they have begun; also when a check has failed while they were paused. */
    @Override
    public void close() {
        over = true;
        resume();
        try {
            for (Thread person : people) {
                person.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void person(String username, String gateway, Function<Client, Boolean> turn) {
        Client client = new Client(username, told, gateway);
        people.add(Thread.ofVirtual().name(username).start(() -> {
            try {
                while (!over) {
                    if (!turn.apply(client)) {
                        Client.sleep(BREATH.multipliedBy(5));
                    }
                }
            } catch (RuntimeException | AssertionError failure) {
                told.complain(username + " gave up: " + failure);
            }
        }));
    }

    /** One request, or one that is followed to its end; nobody is stopped in the middle of it. */
    private <T> T step(java.util.function.Supplier<T> request) {
        Client.sleep(BREATH);
        gate.readLock().lock();
        try {
            return request.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    private void plan() {
        Client mei = new Client("mei", told);
        String brand = mei.done(post("/api/v1/brands", "{\"name\":\"Lumen %s\"}".formatted(run)))
                .text("id");
        productId =
                mei.done(post("/api/v1/products", """
                {"brandId":"%s","name":"Serum","sku":"S-%s","cost":{"amountMinor":8800,"currency":"CNY"},
                 "marginRates":[{"from":"2026-01-01","rate":0.6}]}""".formatted(brand, run))).text("id");
        Answer campaign = mei.done(post(
                "/api/v1/campaigns", """
                {"brandId":"%s","name":"Faults %s","startsOn":"%s","endsOn":"%s","platforms":["xiaohongshu"],
                 "productIds":["%s"],"objectives":[{"kind":"SALES","metric":"ROAS","target":2.5}],
                 "budget":{"amountMinor":900000000,"currency":"CNY"}}""".formatted(brand, run, today().minusDays(1), today().plusDays(90), productId)));
        campaignId = campaign.text("id");
        briefId = mei.done(post("/api/v1/briefs", """
                {"campaignId":"%s","title":"One week","keyMessage":"Use it.",
                 "deliverables":[{"format":"note with images","quantity":1}],"dos":[],"donts":[],"disclosure":"广告",
                 "hashtags":["#夜间修护"],"trackingTarget":"https://shop.example/serum","promoCodePrefix":"FLT",
                 "rights":{"channels":["tmall"],"territory":["CN"],"termDays":180,"paidAds":false,"exclusive":false}}""".formatted(campaignId))).text("id");
        mei.done(person ->
                person.command("/api/v1/campaigns/" + campaignId + "/launch", "{}", campaign.etag(), "launch " + run));
    }

    private boolean fees(Client fang) {
        String reference = run + "-" + UUID.randomUUID().toString().substring(0, 8);
        long minor = 1_000L + Math.abs(reference.hashCode() % 9_000);
        String body = """
                {"payee":{"holder":"Workshop Wu","account":"DE89370400440532013000","bic":"COBADEFFXXX"},
                 "amount":{"amountMinor":%d,"currency":"EUR"},"dueOn":"%s","reference":"%s"}""".formatted(minor, today(), reference);
        Answer entered = step(() -> {
            Answer answer = fang.done(post("/api/v1/fees", body));
            told.fee(reference, new Told.Fee(answer.text("id"), minor));
            return answer;
        });
        String part = "/api/v1/fees/" + entered.text("id") + "/milestones/" + entered.text("milestones/0/name");
        String requestKey = UUID.randomUUID().toString();
        Answer requested =
                step(() -> fang.done(person -> person.command(part + "/request", "", entered.etag(), requestKey)));
        String approvalKey = UUID.randomUUID().toString();
        Client wei = approver();
        step(() -> {
            Answer approved = wei.done(person -> person.command(part + "/approve", "", requested.etag(), approvalKey));
            if (approved.status() == 200) {
                told.approved(reference, new Told.Fee(entered.text("id"), minor));
            }
            return approved;
        });
        return true;
    }

    private final Map<Thread, Client> approvers = new HashMap<>();

    /** Each who enters has somebody who approves, with a session of their own. */
    private synchronized Client approver() {
        return approvers.computeIfAbsent(Thread.currentThread(), thread -> new Client("wei", told));
    }

    private boolean kols(Client mei) {
        String prefix = prefix();
        Path file = file(prefix, "账号,昵称,粉丝数\n" + rows(prefix, "%1$s_%2$d,林%2$d,%2$d000"));
        Map<String, String> form =
                Map.of("platform", "xiaohongshu", "snapshotDate", today().toString(), "mapping", """
                {"columns":[{"index":0,"field":"handle"},{"index":1,"field":"displayName"},{"index":2,"field":"followers"}]}""");
        step(() -> {
            Answer ended = imported(mei, "/api/v1/imports", file, form);
            if (ended.number("counts/created") != ROWS) {
                told.complain("an import of " + ROWS + " new KOLs ended as " + ended.text());
            }
            told.kols(new Told.File(prefix, ROWS));
            return ended;
        });
        // Each KOL may be gifted once; the search finds them, as it does for people.
        Answer found = step(() -> mei.ask(
                person -> person.get("/api/v1/kols?limit=10&q=" + prefix + "_1"),
                answer -> answer.status() == 200 && answer.items().findAny().isPresent()));
        for (JsonNode item : found.at("items")) {
            String kolId = item.path("kolId").asText(item.path("id").asText());
            Answer kol = step(() -> mei.ask(person -> person.get("/api/v1/kols/" + kolId)));
            accounts.add(kol.text("accounts/0/id"));
        }
        Client.sleep(Duration.ofMillis(700));
        return true;
    }

    private boolean orders(Client mei) {
        String prefix = prefix();
        Path file =
                file(prefix, "订单编号,实付金额,退款金额,优惠码,付款时间,订单状态,币种\n" + rows(prefix, "%1$s-%2$d,399.00,0,,%3$s,交易成功,CNY"));
        Map<String, String> form = Map.of("shop", "tmall", "zone", "Asia/Shanghai", "currency", "CNY");
        step(() -> {
            Answer ended = imported(mei, "/api/v1/orders/imports", file, form);
            if (ended.number("added") != ROWS) {
                told.complain("an import of " + ROWS + " new orders ended as " + ended.text());
            }
            told.orders(new Told.File(prefix, ROWS));
            return ended;
        });
        Client.sleep(Duration.ofMillis(700));
        return true;
    }

    private Answer imported(Client client, String path, Path file, Map<String, String> form) {
        String key = UUID.randomUUID().toString();
        Answer job = client.done(person -> person.upload(path, file, form, key));
        return client.ask(
                person -> person.get(job.location()),
                answer -> answer.text("status").matches("DONE|COMPLETED|FAILED|REFUSED"));
    }

    private boolean gifts(Client mei) {
        String account = accounts.poll();
        if (account == null) {
            return false;
        }
        String listed = step(() -> shortlisted(mei, account));
        if (listed.isEmpty()) {
            accounts.add(account);
            return false;
        }
        boolean leftToExpire = Math.floorMod(listed.hashCode(), 3) == 0;
        Told.Gift gift = new Told.Gift(listed, leftToExpire);
        told.gift(gift);
        take(mei, gift, "qualify", "{\"reason\":\"Known\"}");
        take(mei, gift, "invite", "{\"briefId\":\"%s\"}".formatted(briefId));
        told.invited(listed, Instant.now());
        if (leftToExpire) {
            return true;
        }
        boolean goesOn = take(mei, gift, "accept", ADDRESS)
                && take(
                        mei,
                        gift,
                        "prepare-shipment",
                        "{\"productId\":\"%s\",\"shippingCost\":{\"amountMinor\":1200,\"currency\":\"CNY\"}}"
                                .formatted(productId))
                && take(mei, gift, "ship", "{\"carrier\":\"SF\",\"trackingNumber\":\"%s\"}".formatted(listed))
                && take(mei, gift, "confirm-delivery", "{\"reason\":\"Seen\"}");
        if (goesOn) {
            take(
                    mei,
                    gift,
                    "submit-post",
                    "{\"url\":\"https://www.xiaohongshu.com/explore/%s\",\"reason\":\"Seen\"}".formatted(listed));
        }
        return true;
    }

    /** The gift's identifier; nothing while the campaign service has not heard of the account. */
    private String shortlisted(Client mei, String account) {
        Answer answer = mei.done(post(
                "/api/v1/campaigns/" + campaignId + "/candidates", "{\"accountIds\":[\"%s\"]}".formatted(account)));
        return answer.text("added/0/id");
    }

    /**
     * One step, by the version that was read. Its answer may be lost, and then the version is stale: the history tells whether the
     * step was taken. Whether the gift goes on.
     */
    private boolean take(Client mei, Told.Gift gift, String verb, String body) {
        return step(() -> {
            String path = "/api/v1/collaborations/" + gift.id();
            while (true) {
                Answer seen = mei.ask(person -> person.get(path));
                if (verbs(seen).contains(wordOf(verb))) {
                    gift.verbs().add(wordOf(verb));
                    return true;
                }
                if (verbs(seen).contains("EXPIRE")) {
                    return false;
                }
                Answer taken = mei.ask(person -> person.command(path + "/" + verb, body, seen.etag()));
                if (taken.status() == 200) {
                    told.accepted.incrementAndGet();
                    gift.verbs().add(wordOf(verb));
                    return true;
                }
                if (taken.status() != 412 && taken.status() != 409) {
                    told.complain(taken.request() + " was refused: " + taken.status() + " " + taken.text());
                    return false;
                }
            }
        });
    }

    private static List<String> verbs(Answer collaboration) {
        List<String> verbs = new ArrayList<>();
        collaboration
                .at("history")
                .forEach(entry -> verbs.add(entry.path("verb").asText()));
        return verbs;
    }

    private static String wordOf(String verb) {
        return verb.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** At every read: what stands on the left equals what stands on the right, in every currency. */
    private boolean ledger(Client wei) {
        Answer balances = step(() -> wei.ask(person -> person.get("/api/v1/ledger/balances")));
        Map<String, Long> sums = new HashMap<>();
        for (JsonNode balance : balances.body()) {
            boolean left = balance.path("type").asText().matches("ASSET|COST|COMMITMENT");
            long minor = balance.at("/amount/amountMinor").asLong();
            sums.merge(balance.at("/amount/currency").asText(), left ? minor : -minor, Long::sum);
        }
        if (balances.status() != 200 || sums.values().stream().anyMatch(sum -> sum != 0)) {
            told.complain("the ledger does not balance: " + balances.status() + " " + balances.text());
        }
        told.ledgerReads.incrementAndGet();
        return true;
    }

    private static Function<Person, Answer> post(String path, String json) {
        String key = UUID.randomUUID().toString();
        return person -> person.post(path, json, key);
    }

    private String prefix() {
        return (run + UUID.randomUUID().toString().substring(0, 6)).toLowerCase(Locale.ROOT);
    }

    private String rows(String prefix, String form) {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> form.formatted(prefix, row, today()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name + ".csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }
}
