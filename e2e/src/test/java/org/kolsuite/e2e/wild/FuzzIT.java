package org.kolsuite.e2e.wild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.seed.SeedOnce;

/**
 * Everybody asks every operation for odd things: never a 500, never an answer that the description doesn't declare, never another's
 * data, and nothing that a service chokes on afterwards. {@code -Dkol.fuzz.tries=50000} asks more often, {@code -Dkol.fuzz.seed=…}
 * begins as the run did that printed it; after that, who is first decides what is known when a request is made.
 */
class FuzzIT {
    private static final int TRIES = Integer.getInteger("kol.fuzz.tries", 2_000);
    private static final long SEED = Long.getLong("kol.fuzz.seed", System.currentTimeMillis());
    private static final int CALLERS_AT_ONCE = 4;
    private static final List<String> SERVICES = List.of("kol-registry", "campaign", "payment", "reporting");

    private final NaughtyValues naughty = new NaughtyValues();
    private final WildRequests requests = new WildRequests(naughty, new ConcurrentHashMap<>(), Long.toString(SEED, 36));
    private final AnswerRules rules = new AnswerRules(requests);
    private final List<Side> sides = Side.all();
    private final List<ApiOperation> operations = ApiDescription.all().stream()
            .flatMap(api -> api.operations().stream())
            .toList();

    private final Map<String, Finding> findings = new ConcurrentSkipListMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Set<String> succeeded = new ConcurrentSkipListSet<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    private record Finding(AtomicInteger times, String example) {}

    @Test
    void noRequestMakesAServiceFailOrSayWhatItDoesNotDeclare() throws Exception {
        System.out.printf("Fuzz: %d requests, seed %d (-Dkol.fuzz.seed=%d)%n", TRIES, SEED, SEED);
        seedAnEmptySuite();
        Set<String> deadLettersBefore = deadLetters();
        readWhatThereIs();

        askForOddThings();

        Set<String> choked = new TreeSet<>(deadLetters());
        choked.removeAll(deadLettersBefore);
        String report = report(choked);
        System.out.println(report);
        Files.writeString(RunningSuite.root().resolve("e2e/target/fuzz.txt"), report);
        assertThat(naughty.size()).as("texts of the published list").isGreaterThan(500);
        assertThat(succeeded).as("operations that anybody succeeded with").hasSizeGreaterThan(operations.size() / 2);
        assertThat(findings).as(report).isEmpty();
        assertThat(choked)
                .as("events that a service could not take: %s", report)
                .isEmpty();
    }

    /** After the journeys there is enough to ask about; alone there would be nothing but refusals. */
    private static void seedAnEmptySuite() {
        boolean isEmpty = Person.named("mei")
                .get("/api/v1/campaigns?limit=1")
                .expect(200)
                .items()
                .findAny()
                .isEmpty();
        if (isEmpty) {
            SeedOnce.run(RunningSuite.get().options(), title -> System.out.println("seeding: " + title));
        }
    }

    /** So that requests can name what exists. */
    private void readWhatThereIs() {
        for (Side side : sides) {
            for (int depth = 0; depth < 2; depth++) {
                for (ApiOperation operation : operations) {
                    boolean hasParameters = operation.path().contains("{");
                    if (operation.method().equals("GET")
                            && hasParameters == (depth == 1)
                            && side.mayCall(operation)
                            && !operation.isStream()) {
                        send(plainQuestion(operation, side), side);
                    }
                }
            }
        }
    }

    private WildRequest plainQuestion(ApiOperation operation, Side side) {
        WildRequest made = requests.of(operation, side)
                .generator(1000)
                .next(new Random(SEED))
                .value();
        return new WildRequest(operation, made.address().replaceAll("\\?.*", ""), Map.of(), new byte[0], 0);
    }

    private void askForOddThings() throws Exception {
        List<ApiOperation> shuffled = new ArrayList<>(operations);
        Collections.shuffle(shuffled, new Random(SEED));
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS_AT_ONCE)) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < CALLERS_AT_ONCE; thread++) {
                done.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < TRIES; i = next.getAndIncrement()) {
                        askOnce(shuffled.get(i % shuffled.size()), new Random(SEED + 1_000_003L * i));
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
    }

    private void askOnce(ApiOperation operation, Random random) {
        Side side = sideFor(operation, random);
        if (operation.isStream() && side.mayCall(operation)) {
            return;
        }
        WildRequest request =
                requests.of(operation, side).generator(1000).next(random).value();
        send(random.nextInt(4) > 0 ? withPresentVersion(request, side) : request, side);
    }

    /** A command names the version that it was decided on, which stands at the address above it. */
    private WildRequest withPresentVersion(WildRequest request, Side side) {
        ApiOperation command = request.operation();
        String given = request.headers().get("If-Match");
        if (given == null || !given.matches("\"\\d+\"") || !side.mayCall(command)) {
            return request;
        }
        return operations.stream()
                .filter(each -> each.api() == command.api()
                        && each.method().equals("GET")
                        && each.path().endsWith("}")
                        && (command.path() + "/").startsWith(each.path() + "/")
                        && side.mayCall(each))
                .findFirst()
                .map(question -> {
                    int steps = question.path().split("/").length;
                    String address = Stream.of(
                                    request.address().split("[?]", 2)[0].split("/"))
                            .limit(steps)
                            .collect(Collectors.joining("/"));
                    send(new WildRequest(question, address, Map.of(), new byte[0], request.spoiled()), side);
                    return request.withVersion(requests.knownBy(side.owner()).versionOf(address));
                })
                .orElse(request);
    }

    private Side sideFor(ApiOperation operation, Random random) {
        List<Side> allowed =
                sides.stream().filter(side -> side.mayCall(operation)).toList();
        List<Side> from = allowed.isEmpty() || random.nextInt(4) == 0 ? sides : allowed;
        return from.get(random.nextInt(from.size()));
    }

    private void send(WildRequest request, Side side) {
        ApiOperation operation = request.operation();
        asked.add(operation + " by " + side.name());
        rules.beforeSending(request, side);
        Answer answer;
        try {
            answer = answerTo(request, side);
        } catch (RuntimeException broken) {
            found(operation, "no answer: " + broken.getCause(), request, side, "");
            return;
        }
        statuses.computeIfAbsent(answer.status(), any -> new AtomicInteger()).incrementAndGet();
        for (String breach : rules.breaches(request, side, answer)) {
            found(operation, breach, request, side, answer.text());
        }
        if (answer.status() < 300) {
            succeeded.add(operation.toString());
            requests.knownBy(side.owner())
                    .learn(
                            operation.path(),
                            request.address(),
                            answer.body(),
                            answer.header("ETag").orElse(null));
        }
    }

    /**
     * A kept connection may be closed behind an answer, for example to an address that is too long, and a request that was on its way by
     * then gets none (RFC 9112, 9.5). It is the same request when it is sent again, by its key; twice in a row is a finding.
     */
    private static Answer answerTo(WildRequest request, Side side) {
        String method = request.operation().method();
        try {
            return side.caller().sendBytes(method, request.address(), request.body(), request.headers());
        } catch (UncheckedIOException closed) {
            return side.caller().sendBytes(method, request.address(), request.body(), request.headers());
        }
    }

    private void found(ApiOperation operation, String breach, WildRequest request, Side side, String answer) {
        String shown = answer.length() > 300 ? answer.substring(0, 300) + "…" : answer;
        findings.computeIfAbsent(
                        operation + " -> " + breach,
                        any -> new Finding(
                                new AtomicInteger(), "%s as %s answered %s".formatted(request, side.name(), shown)))
                .times()
                .incrementAndGet();
    }

    /** Events that a service could not take in, by the ids of their dead letters. */
    private static Set<String> deadLetters() {
        Set<String> ids = new TreeSet<>();
        for (String service : SERVICES) {
            Person.signIn("ada")
                    .get("/api/v1/operations/" + service + "/dead-letters")
                    .expect(200)
                    .body()
                    .forEach(letter -> ids.add(service + " " + letter.path("id").asText() + " "
                            + letter.path("type").asText() + ": "
                            + letter.path("cause").asText()));
        }
        return ids;
    }

    private String report(Set<String> choked) throws IOException {
        Map<String, Integer> byStatus = new TreeMap<>();
        statuses.forEach((status, count) -> byStatus.put(String.valueOf(status), count.get()));
        int sent = statuses.values().stream().mapToInt(AtomicInteger::get).sum();
        Set<String> never =
                operations.stream().map(ApiOperation::toString).collect(Collectors.toCollection(TreeSet::new));
        never.removeAll(succeeded);
        StringBuilder report = new StringBuilder();
        report.append("seed %d: %d answers, by status %s%n".formatted(SEED, sent, byStatus));
        report.append("%d operations, %d pairs of operation and caller, %d operations succeeded at least once%n"
                .formatted(operations.size(), asked.size(), succeeded.size()));
        report.append("never succeeded: %s%n".formatted(never));
        report.append("%d events not taken in: %s%n".formatted(choked.size(), choked));
        report.append("%d findings%n".formatted(findings.size()));
        findings.forEach((what, finding) -> report.append(
                "%n%s (%d times)%n    %s%n".formatted(what, finding.times().get(), finding.example())));
        return report.toString();
    }
}
