package org.kolsuite.e2e.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.launcher.Suite;

/**
 * Parts of the running suite die, freeze, lose their lines and their disk, while people go on working. After each: nothing that was
 * told is lost, nothing happened twice, every ledger balanced at every read, every projection equals its rebuild, every timer fired
 * once, and the suite came back by itself.
 *
 * <p>The short run has each fault once, at a moment that the seed chooses. {@code -Dkol.faults=200} kills so often, at random, with the
 * other faults between, and freezes for 30 s; {@code -Dkol.faults.seed} repeats a run's choices.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
    private static final long SEED = Long.getLong("kol.faults.seed", System.nanoTime() % 1_000_000);
    private static final int KILLS = Integer.getInteger("kol.faults", 0);
    private static final Duration FROZEN = KILLS > 0 ? Duration.ofSeconds(30) : Duration.ofSeconds(4);
    private static final Duration BAD_LINE = KILLS > 0 ? Duration.ofSeconds(10) : Duration.ofSeconds(3);

    private static final Random RANDOM = new Random(SEED);

    @TempDir
    static Path folder;

    private static FaultySuite suite;
    private static Workload work;
    private static Truth truth;
    private static int kills;
    private static int others;

    @BeforeAll
    static void peopleBeginToWork() {
        System.out.println("faults: seed " + SEED + ", repeat with -Dkol.faults.seed=" + SEED);
        suite = FaultySuite.get();
        work = Workload.begin(folder, RunningSuite.address());
        work.pause();
        truth = new Truth(suite, work);
    }

    @AfterAll
    static void peopleGoHome() {
        if (truth == null) {
            return;
        }
        work.resume();
        work.close();
        System.out.printf(
                "faults: %d kills, %d other faults; %d requests told accepted, %d sent again, the ledger balanced at %d reads; %s%n",
                kills,
                others,
                work.told().accepted.get(),
                work.told().sentAgain.get(),
                work.told().ledgerReads.get(),
                truth.counts());
    }

    @Test
    @Order(1)
    void w12_e03_servicesKilledAtAnyMomentCompleteWhatTheyHadBegun() {
        for (ServiceSpec service : ServiceSpec.values()) {
            kill(service.module());
        }
    }

    @Test
    @Order(2)
    void e04_theBrokerKilledDelaysEventsAndLosesNone() {
        kill(Suite.KAFKA);
    }

    @Test
    @Order(3)
    void e10_postgresKilledDuringCommitsHoldsWhatWasTold() {
        kill(Suite.POSTGRES);
    }

    @Test
    @Order(4)
    void e10_aPowerCutEndsEverythingAndTheSuiteComesBackAsItWas() {
        List<String> parts = suite.suite().partNames().stream()
                .filter(suite.suite()::isAlive)
                .toList();
        fault("power cut", () -> suite.signal("KILL", parts.toArray(String[]::new)));
        kills += parts.size();
    }

    @Test
    @Order(5)
    void e11_partsThatFreezeAreWaitedForOrRefusedAndRecover() {
        freeze(Suite.POSTGRES);
        freeze(Suite.KAFKA);
        freeze(any(ServiceSpec.values()).module());
    }

    @Test
    @Order(6)
    void linesThatAreCutSlowOrSilentLoseNothing() {
        ServiceSpec service = any(FaultySuite.withDatabase().toArray(ServiceSpec[]::new));
        badLine("cut between " + service.module() + " and PostgreSQL", suite.lineToPostgres(service), TcpProxy::cut);
        badLine(
                "silence between " + service.module() + " and PostgreSQL",
                suite.lineToPostgres(service),
                TcpProxy::silence);
        badLine(
                "delay between " + service.module() + " and PostgreSQL",
                suite.lineToPostgres(service),
                line -> line.delay(Duration.ofMillis(100)));
        badLine("cut before Kafka", suite.lineToKafka(), TcpProxy::cut);
        badLine("delay before Kafka", suite.lineToKafka(), line -> line.delay(Duration.ofMillis(300)));
    }

    @Test
    @Order(7)
    void e12_aFullDiskIs503AndNothingIsBroken() throws IOException {
        SmallDisk disk = SmallDisk.mountedOn(suite.folder().resolve("small-disk"));
        if (!disk.isMounted()) {
            System.out.println(
                    "faults: NO FULL DISK: a small disk can be mounted only by root, where the system allows it");
        }
        assumeTrue(disk.isMounted(), "a small disk can be mounted");
        suite.suite().stop(Suite.POSTGRES);
        try {
            disk.takeOver(suite.postgresData());
            suite.suite().restart(Suite.POSTGRES);
            fault("the disk is full", () -> {
                disk.fill();
                long before = work.told().unavailable.get();
                await("people are told 503")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> work.told().unavailable.get() > before + 10
                                || !work.told().complaints().isEmpty());
                disk.free();
            });
            others++;
        } finally {
            suite.suite().stop(Suite.POSTGRES);
            disk.giveBack(suite.postgresData());
            suite.suite().restart(Suite.POSTGRES);
        }
        truth.awaitReady();
    }

    @Test
    @Order(8)
    void theLongRun() {
        assumeTrue(KILLS > 0, "the long run is asked for with -Dkol.faults=200");
        List<String> parts = Stream.concat(
                        Stream.of(ServiceSpec.values()).map(ServiceSpec::module),
                        Stream.of(Suite.KAFKA, Suite.POSTGRES))
                .toList();
        while (kills < KILLS) {
            kill(any(parts.toArray(String[]::new)));
            if (kills % 10 == 0) {
                freeze(any(parts.toArray(String[]::new)));
                linesThatAreCutSlowOrSilentLoseNothing();
            }
        }
    }

    @Test
    @Order(9)
    void e03_atTheEndEveryEventWasPublishedInOrder() {
        System.out.println("faults: " + truth.checkTheBus());
    }

    @Test
    @Order(10)
    void e13_atTheEndReportingKnowsOfOthersWhatTheySay() {
        truth.checkTheDirectory();
    }

    private static void kill(String part) {
        fault("kill " + part, () -> suite.signal("KILL", part));
        kills++;
    }

    private static void freeze(String part) {
        fault("freeze " + part + " for " + FROZEN.toSeconds() + " s", () -> {
            suite.signal("STOP", part);
            Client.sleep(FROZEN);
            suite.signal("CONT", part);
        });
        others++;
    }

    private static void badLine(String what, TcpProxy line, java.util.function.Consumer<TcpProxy> fault) {
        fault(what + " for " + BAD_LINE.toSeconds() + " s", () -> {
            fault.accept(line);
            Client.sleep(BAD_LINE);
            line.mend();
        });
        others++;
    }

    /** Lets people work, breaks something at a random moment, and checks when everybody has an answer. */
    private static void fault(String what, Runnable fault) {
        long acceptedBefore = work.told().accepted.get();
        work.resume();
        Client.sleep(Duration.ofMillis(500 + RANDOM.nextInt(1500)));
        long begin = System.nanoTime();
        fault.run();
        Client.sleep(Duration.ofMillis(500));
        work.pause();
        double answered = (System.nanoTime() - begin) / 1e9;
        truth.check();
        System.out.printf(
                "faults: %s: everybody answered after %.1f s, all is well after %.1f s (%d accepted)%n",
                what,
                answered,
                (System.nanoTime() - begin) / 1e9,
                work.told().accepted.get() - acceptedBefore);
    }

    @SafeVarargs
    private static <T> T any(T... choices) {
        return choices[RANDOM.nextInt(choices.length)];
    }
}
