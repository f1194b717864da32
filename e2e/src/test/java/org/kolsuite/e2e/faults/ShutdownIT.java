package org.kolsuite.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * Parts of the suite are asked to end while people work, as in every rolling update: what was under way is answered, what comes later
 * is refused with the advice to come back, and nothing is lost or done twice.
 */
@Tag("faults")
class ShutdownIT {
    @TempDir
    static Path folder;

    private static FaultySuite suite;
    private static Workload work;
    private static Truth truth;

    @BeforeAll
    static void peopleWork() {
        suite = FaultySuite.get();
        work = Workload.begin(folder, RunningSuite.address());
        truth = new Truth(suite, work);
    }

    @AfterAll
    static void peopleGoHome() {
        if (work != null) {
            work.close();
        }
    }

    @Test
    void aServiceThatIsAskedToEndBreaksOffNoRequest() {
        for (ServiceSpec service : FaultySuite.withDatabase()) {
            Instant begin = Instant.now();
            Instant asked = end(service);
            assertThat(work.told().givenUp().stream()
                            .filter(one ->
                                    one.asked().isBefore(asked) && one.told().isAfter(asked)))
                    .as("requests that %s had when it was asked to end, and did not answer", service.module())
                    .isEmpty();
            assertThat(work.told().brokenOff().stream().filter(request -> request.isAfter(begin)))
                    .as("requests that got no answer while %s ended", service.module())
                    .isEmpty();
        }
        check();
    }

    @Test
    void aGatewayThatIsAskedToEndAnswersWhatWasUnderWay() {
        Instant asked = end(ServiceSpec.GATEWAY);
        Instant longBefore = asked.minus(Duration.ofSeconds(60));
        assertThat(work.told().brokenOff().stream()
                        .filter(request -> request.isAfter(longBefore) && request.isBefore(asked)))
                .as("requests that were under way when the gateway was asked to end, and got no answer")
                .isEmpty();
        check();
    }

    /** Asks it to end, and waits until the launcher has brought it back; when it was asked. */
    private static Instant end(ServiceSpec service) {
        Client.sleep(Duration.ofSeconds(2));
        ProcessHandle before = suite.suite().process(service.module());
        long sentAgain = work.told().sentAgain.get();
        Instant asked = Instant.now();
        FaultySuite.run("kill -TERM " + before.pid());
        before.onExit().join();
        System.out.printf(
                "shutdown: %s ended %.1f s after it was asked, %d requests were sent again%n",
                service.module(),
                Duration.between(asked, Instant.now()).toMillis() / 1e3,
                work.told().sentAgain.get() - sentAgain);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> suite.suite().isAlive(service.module())
                        && !suite.suite().process(service.module()).equals(before)
                        && suite.complaints().isEmpty());
        return asked;
    }

    private static void check() {
        work.pause();
        truth.check();
        work.resume();
        System.out.println("shutdown: " + truth.counts());
    }
}
