package org.kolsuite.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * Probes answer where Kubernetes asks, and every metric that an alert or a dashboard reads is one that the suite tells. Comes after the
 * journeys, because some metrics begin with the first request, message or bank statement.
 */
class ObservedIT {
    private static final Path WATCH = RunningSuite.root().resolve("k8s/base/watch");
    private static final Path SERVICES = RunningSuite.root().resolve("k8s/base/services");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Told by Prometheus itself, Strimzi's exporter, CloudNativePG and its plugin, kubelet and kube-state-metrics. */
    private static final Set<String> OF_OTHERS = Set.of(
            "up",
            "kafka_consumergroup_lag",
            "kafka_consumergroup_current_offset",
            "kafka_topic_partition_under_replicated_partition",
            "cnpg_collector_up",
            "cnpg_pg_stat_archiver_last_failed_time",
            "cnpg_pg_stat_archiver_last_archived_time",
            "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp",
            "kubelet_volume_stats_available_bytes",
            "kubelet_volume_stats_capacity_bytes",
            "kube_horizontalpodautoscaler_status_current_replicas",
            "kube_horizontalpodautoscaler_spec_max_replicas");

    @Test
    void everyPathThatKubernetesAsksAnswersAtEachService() throws IOException {
        // Given
        Set<String> paths = new TreeSet<>();
        for (Path file : filesIn(SERVICES)) {
            Pattern.compile("path: (/q/\\S+)")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(path -> paths.add(path.group(1)));
        }
        paths.add(new YAMLMapper()
                .readTree(WATCH.resolve("monitors.yaml").toFile())
                .at("/spec/endpoints/0/path")
                .asText());

        // Then
        assertThat(paths).containsExactly("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics");
        for (ServiceSpec service : ServiceSpec.values()) {
            for (String path : paths) {
                assertThat(get(RunningSuite.address(service) + path).statusCode())
                        .as(service.module() + path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void everyMetricOfAlertsAndDashboardsIsTold() throws IOException {
        // Given
        Set<String> read = new TreeSet<>();
        for (String expression : expressions()) {
            read.addAll(PromQl.metrics(expression));
        }
        assertThat(read)
                .hasSizeGreaterThan(20)
                .contains("kol_outbox_age_seconds")
                .containsAll(OF_OTHERS);
        read.removeAll(OF_OTHERS);

        // Then
        // What the database knows comes with the next look at it.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Set<String> missing = new TreeSet<>(read);
                    missing.removeAll(told());
                    assertThat(missing).isEmpty();
                });
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        new YAMLMapper()
                .readTree(WATCH.resolve("alerts.yaml").toFile())
                .findValues("expr")
                .forEach(expression -> expressions.add(expression.asText()));
        for (Path dashboard : filesIn(WATCH.resolve("dashboards"))) {
            new ObjectMapper()
                    .readTree(dashboard.toFile())
                    .findValues("expr")
                    .forEach(expression -> expressions.add(expression.asText()));
        }
        return expressions;
    }

    private static Set<String> told() {
        return Stream.of(ServiceSpec.values())
                .flatMap(service ->
                        get(RunningSuite.address(service) + "/q/metrics").body().lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static HttpResponse<String> get(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
