package org.kolsuite.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.localstack.Ports;

/**
 * Two replicas of each service on the same broker and databases, behind a gateway each: the second gateway leads to the second
 * replicas. People work at both, and stay signed in at both.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {
    @TempDir
    static Path folder;

    private static final List<String> REPLICAS = new ArrayList<>();

    private static FaultySuite suite;
    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void aSecondReplicaOfEach() {
        suite = FaultySuite.get();
        first = RunningSuite.address();
        Map<ServiceSpec, Integer> ports = new EnumMap<>(ServiceSpec.class);
        Iterator<Integer> free = Ports.free(ServiceSpec.values().length).iterator();
        for (ServiceSpec service : ServiceSpec.values()) {
            ports.put(service, free.next());
        }
        Map<String, String> toTheSecond = new TreeMap<>();
        ports.forEach((service, port) -> toTheSecond.put(
                "kol.gateway.services." + service.module().replace("-service", "") + ".url",
                "http://localhost:" + port));
        toTheSecond.remove("kol.gateway.services.gateway.url");
        ports.forEach((service, port) -> REPLICAS.add(
                suite.suite().addReplica(service, port, service == ServiceSpec.GATEWAY ? toTheSecond : Map.of())));
        second = "http://localhost:" + ports.get(ServiceSpec.GATEWAY);
    }

    @AfterAll
    static void oneOfEachIsEnoughAgain() {
        REPLICAS.forEach(suite.suite()::stop);
    }

    @Test
    @Order(1)
    void aSessionHoldsAtBothGatewaysAndTheSearchOfEachReplicaFindsWhatTheOtherWrote() {
        // Given
        Person mei = Person.signIn("mei");
        Person meiAtTheSecond = mei.at(second);
        String handle = "replica" + Long.toString(System.nanoTime(), 36);

        // When
        String atFirst = kol(mei, handle + "one");
        String atSecond = kol(meiAtTheSecond, handle + "two");

        // Then
        for (Person either : List.of(mei, meiAtTheSecond)) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(found(either, handle + "one")).containsExactly(atFirst));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(found(either, handle + "two")).containsExactly(atSecond));
        }
    }

    @Test
    @Order(2)
    void openPagesAtEachReplicaHearOfWhatIsImportedAtEither() {
        Person mei = Person.signIn("mei");
        try (OpenPage one = OpenPage.of(mei, first);
                OpenPage other = OpenPage.of(mei, second)) {
            for (String gateway : List.of(first, second)) {
                int heardByOne = one.changes();
                int heardByOther = other.changes();
                try (Workload work = Workload.begin(folder, gateway)) {
                    await().atMost(Duration.ofMinutes(2))
                            .until(() -> one.changes() > heardByOne && other.changes() > heardByOther);
                }
            }
        }
    }

    @Test
    @Order(3)
    void w11_timersFireOnceImportsRunOnceAndEventsActOnceWithTwoOfEach() {
        Workload work = Workload.begin(folder, first, second);
        Truth truth = new Truth(suite, work);
        try (work) {
            // Both have imported, and there are invitations that time must end.
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> work.told().kols().size() >= 2
                            && !work.told().orders().isEmpty()
                            && truth.invitationsLeftToExpire() >= 2);
            work.pause();
            // Every invitation that nobody accepted is overdue by then.
            await().atMost(Duration.ofMinutes(2)).until(truth::everyInvitationIsOverdue);
            truth.check();
            System.out.println("replicas: two of each: " + truth.counts());
            work.resume();
        }
    }

    @Test
    @Order(4)
    void e09_aReplicaThatDiesLeavesItsWorkToTheOther() {
        Workload work = Workload.begin(folder, first);
        Truth truth = new Truth(suite, work);
        try (work) {
            Client.sleep(Duration.ofSeconds(3));
            REPLICAS.forEach(suite.suite()::kill);
            Client.sleep(Duration.ofSeconds(2));
            work.pause();
            truth.check();
            System.out.println("replicas: the second of each killed: " + truth.counts());
            work.resume();
        }
    }

    private static String kol(Person who, String handle) {
        return who.post("/api/v1/kols", """
                        {"displayName":"%1$s","accounts":[{"platform":"xiaohongshu","handle":"%1$s"}]}""".formatted(handle)).expect(201).text("id");
    }

    private static List<String> found(Person who, String handle) {
        Answer answer = who.get("/api/v1/kols?q=" + handle).expect(200);
        return answer.items().map(item -> item.path("kolId").asText()).toList();
    }

    /** A page that is told when results change. */
    private static final class OpenPage implements AutoCloseable {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();

        static OpenPage of(Person who, String gateway) {
            OpenPage page = new OpenPage();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/reports/stream"))
                    .header("Accept", "text/event-stream");
            who.headers().forEach(request::header);
            Thread.ofVirtual().start(() -> page.listen(request.build()));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> page.heard.stream().anyMatch(line -> line.contains("ready")));
            return page;
        }

        int changes() {
            return (int)
                    heard.stream().filter(line -> line.contains("\"changed\"")).count();
        }

        private void listen(HttpRequest request) {
            try (var lines = new BufferedReader(new InputStreamReader(
                    client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(heard::add);
            } catch (IOException | UncheckedIOException closed) {
                heard.add("closed");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
