package org.kolsuite.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.localstack.Ports;

/**
 * Three times the load that the suite can carry: first as many requests as it answers when a few people ask without pause, then three
 * times as many a second, whether it answers or not. The gateway's limits per person are out of the way, so that what is left is what
 * the suite can do. {@code -Dkol.overload.seconds} makes it last longer.
 */
@Tag("faults")
class OverloadIT {
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("kol.overload.seconds", 6));
    private static final int PEOPLE = 24;
    private static final int ONE_IN_SO_MANY_WRITES = 5;

    private static FaultySuite suite;
    private static String gateway = "";
    private static String name = "";

    private final String run =
            "LOAD" + Long.toString(System.nanoTime() % 1_000_000_000, 36).toUpperCase(Locale.ROOT);
    private final Map<String, String> keys = new HashMap<>();

    @BeforeAll
    static void aGatewayWithoutLimitsPerPerson() {
        suite = FaultySuite.get();
        int port = Ports.free();
        name = suite.suite()
                .addReplica(
                        ServiceSpec.GATEWAY,
                        port,
                        Map.of(
                                "kol.gateway.limits.address.requests", "10000000",
                                "kol.gateway.limits.subject.requests", "10000000",
                                "kol.gateway.limits.tenant.requests", "10000000"));
        gateway = "http://localhost:" + port;
    }

    @AfterAll
    static void stop() {
        suite.suite().stop(name);
    }

    /** What a request was answered with; status 0 when it was broken off. */
    private record Outcome(String reference, int status, String text, boolean saysWhen) {
        boolean isRefusal() {
            return status == 429 || status == 503;
        }

        boolean isRight() {
            return switch (status) {
                case 200 -> text.contains("\"items\"");
                case 201 -> text.contains(reference);
                default -> false;
            };
        }
    }

    @Test
    void atThreeTimesWhatItCarriesAnswersStayCorrectAndTheRestIsToldToComeBack() {
        // Given
        Person fang = Person.signIn("fang").at(gateway);
        people(fang, Duration.ofSeconds(2));
        List<Outcome> carried = people(fang, LASTS);
        double perSecond = carried.size() / (double) LASTS.toSeconds();
        assertThat(carried).as("what was asked without overload").allMatch(Outcome::isRight);

        // When
        long begin = System.nanoTime();
        List<Outcome> outcomes = flood(fang, 3 * perSecond);
        long end = System.nanoTime();
        await("the suite answers again").atMost(Duration.ofMinutes(1)).until(() -> {
            for (int i = 0; i < 10; i++) {
                if (!ask(fang, i).isRight()) {
                    return false;
                }
            }
            return true;
        });
        double recovered = (System.nanoTime() - end) / 1e9;

        // Then
        Map<Integer, Long> byStatus =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "overload: carries %.0f/s; at %.0f/s for %d s the answers were %s, %.0f/s of them right; well again after %.1f s%n",
                perSecond,
                3 * perSecond,
                LASTS.toSeconds(),
                byStatus,
                outcomes.stream().filter(Outcome::isRight).count() / (double) LASTS.toSeconds(),
                recovered);
        assertThat(outcomes.stream().filter(Outcome::isRefusal))
                .as(
                        "refusals of %d requests in %.1f s: without any there was no overload",
                        outcomes.size(), (end - begin) / 1e9)
                .isNotEmpty();
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.isRight() || (outcome.isRefusal() && outcome.saysWhen()))
                        .as("%s", outcome)
                        .isTrue());
        everyFeeIsThereOnceWhenTheRefusedAreSentAgain(fang, outcomes);
    }

    private void everyFeeIsThereOnceWhenTheRefusedAreSentAgain(Person fang, List<Outcome> outcomes) {
        List<String> references = outcomes.stream()
                .map(Outcome::reference)
                .filter(reference -> !reference.isEmpty())
                .toList();
        outcomes.stream()
                .filter(outcome -> !outcome.reference().isEmpty() && outcome.isRefusal())
                .forEach(refused -> fang.post("/api/v1/fees", fee(refused.reference()), key(refused.reference()))
                        .expect(201));
        Map<String, Long> stored = new Stored(suite.databases())
                .counts("payment", "select reference, count(*) from fee where reference like ? group by 1", run + "%");
        assertThat(stored)
                .containsAllEntriesOf(
                        references.stream().collect(Collectors.toMap(reference -> reference, reference -> 1L)));
        assertThat(stored.values()).containsOnly(1L);
    }

    /** A few who ask without pause. */
    private List<Outcome> people(Person who, Duration time) {
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger number = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PEOPLE; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        outcomes.add(ask(who, number.incrementAndGet()));
                    }
                });
            }
        }
        return List.copyOf(outcomes);
    }

    /** So many a second, whether they are answered or not. */
    private List<Outcome> flood(Person who, double perSecond) {
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < perSecond * LASTS.toSeconds(); i++) {
                int number = i;
                Duration early = Duration.ofNanos((long) (begin + i / perSecond * 1e9 - System.nanoTime()));
                if (early.isPositive()) {
                    Client.sleep(early);
                }
                threads.execute(() -> outcomes.add(ask(who, number)));
            }
        }
        return List.copyOf(outcomes);
    }

    private Outcome ask(Person who, int number) {
        String reference = number % ONE_IN_SO_MANY_WRITES == 0
                ? run + UUID.randomUUID().toString().substring(0, 13)
                : "";
        try {
            Answer answer = reference.isEmpty()
                    ? who.get("/api/v1/fees?limit=10")
                    : who.post("/api/v1/fees", fee(reference), key(reference));
            return new Outcome(
                    reference,
                    answer.status(),
                    answer.text(),
                    answer.header("Retry-After").isPresent());
        } catch (UncheckedIOException brokenOff) {
            return new Outcome(reference, 0, String.valueOf(brokenOff.getCause()), false);
        }
    }

    private synchronized String key(String reference) {
        return keys.computeIfAbsent(reference, any -> UUID.randomUUID().toString());
    }

    private static String fee(String reference) {
        return """
                {"payee":{"holder":"Workshop Wu","account":"DE89370400440532013000","bic":"COBADEFFXXX"},
                 "amount":{"amountMinor":500,"currency":"EUR"},"dueOn":"%s","reference":"%s"}""".formatted(Workload.today(), reference);
    }
}
