package org.kolsuite.e2e.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * The longest file that is accepted is worked off, and its service goes on living: a file that takes its memory would end it, and end it
 * again after every start. Each line is wrong, so that what is kept of them is as much as it can be, and nothing stays in the books.
 */
class LargestFilesIT {
    private static final int MOST_LINES = 500_000;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Person mei = Person.named("mei");

    @TempDir
    Path folder;

    @Test
    void half_a_million_orders_are_judged_by_the_service_that_took_them() throws Exception {
        Path file = longest("order number,paid amount,order date", "%d,ten,2026-03-02");

        String lived = startOf(ServiceSpec.REPORTING);
        Answer job = finished(mei.upload("/api/v1/orders/imports", file, Map.of("shop", "largest", "mapping", """
                        {"orderNumber":"order number","paid":"paid amount","orderedAt":"order date"}"""))
                .expect(202));

        assertThat(job.text("status")).as(job.text()).isEqualTo("DONE");
        assertThat(job.number("linesTotal")).isEqualTo(MOST_LINES);
        assertThat(job.number("rejected")).isEqualTo(MOST_LINES);
        assertThat(startOf(ServiceSpec.REPORTING)).isEqualTo(lived);
    }

    @Test
    void half_a_million_kols_are_judged_by_the_service_that_took_them() throws Exception {
        Path file = longest("handle,name,followers", ",Nobody %d,many");

        String lived = startOf(ServiceSpec.KOL_REGISTRY);
        Answer job = finished(mei.upload(
                        "/api/v1/imports",
                        file,
                        Map.of("platform", "xiaohongshu", "snapshotDate", "2026-08-01", "mapping", """
                                {"columns":[{"index":0,"field":"handle"},{"index":1,"field":"displayName"},
                                 {"index":2,"field":"followers"}]}"""))
                .expect(202));

        assertThat(job.number("counts/rejected")).as(job.text()).isEqualTo(MOST_LINES);
        assertThat(startOf(ServiceSpec.KOL_REGISTRY)).isEqualTo(lived);
    }

    private Path longest(String header, String line) throws IOException {
        Path file = folder.resolve("longest.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header + "\n");
            for (int i = 0; i < MOST_LINES; i++) {
                out.write(line.formatted(i) + "\n");
            }
        }
        return file;
    }

    private Answer finished(Answer accepted) {
        return await("the import ends")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> mei.get(accepted.location()),
                        job -> job.status() == 200
                                && !job.at("finishedAt").isMissingNode()
                                && !job.at("finishedAt").isNull());
    }

    /** When the service was started, as it says itself. */
    private static String startOf(ServiceSpec service) throws Exception {
        HttpRequest metrics = HttpRequest.newBuilder(URI.create(RunningSuite.address(service) + "/q/metrics"))
                .build();
        return HTTP.send(metrics, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("process_start_time_seconds"))
                .findFirst()
                .orElseThrow();
    }
}
