package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts fire when they should and are silent otherwise, and whoever is woken finds what to do. */
class AlertsTest {
    private static final Path PLAYED = Path.of("k8s", "src", "test", "resources", "alerts.test.yaml");

    @TempDir
    Path folder;

    @Test
    void areWellFormed() throws IOException {
        assertThat(Tools.promtool("check", "rules", rules(folder, "").toString()))
                .contains("SUCCESS");
    }

    @Test
    void doWhatTheirTestsSay() throws IOException {
        rules(folder, "");
        Path tests = Files.copy(Tools.ROOT.resolve(PLAYED), folder.resolve("alerts.test.yaml"));

        assertThat(Tools.promtool("test", "rules", tests.toString())).contains("SUCCESS");
    }

    @Test
    void theirTestsNoticeAnotherThreshold() throws IOException {
        rules(folder, "0");
        Path tests = Files.copy(Tools.ROOT.resolve(PLAYED), folder.resolve("alerts.test.yaml"));

        assertThatThrownBy(() -> Tools.promtool("test", "rules", tests.toString()))
                .hasMessageContaining("FAILED");
    }

    @Test
    void eachIsPlayedAndIsExplainedInTheGuide() {
        // Given
        String played = OverlayTest.read(PLAYED.toString());
        List<String> headings = Pattern.compile("(?m)^#+ (.+)$")
                .matcher(OverlayTest.read("docs/guides/operator.md"))
                .results()
                .map(heading -> heading.group(1).trim().toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();

        // Then
        assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(played).containsPattern("alertname: " + name + "\n +exp_alerts:\n");
            assertThat(alert.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("docs/guides/operator.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(headings).contains(name.toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void whatTheKafkaExporterTellsIsAskedOfAnExporterThatRuns() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(alerts().stream().map(JsonNode::toString).collect(Collectors.joining()))
                    .contains("kafka_consumergroup_lag");
            assertThat(overlay.one("Kafka", "kafka").at("/spec/kafkaExporter").isObject())
                    .isTrue();
            assertThat(overlay.one("PodMonitor", "kafka-exporter")
                            .at("/spec/selector/matchLabels")
                            .path("strimzi.io/name")
                            .asText())
                    .isEqualTo("kafka-kafka-exporter");
        }
    }

    @Test
    void eachServiceIsMissedByName() {
        String missed = alerts().stream()
                .filter(alert -> alert.path("alert").asText().equals("KolServiceGone"))
                .map(alert -> alert.path("expr").asText())
                .collect(Collectors.joining());

        assertThat(Overlay.named("production").namesOf("Deployment"))
                .hasSize(6)
                .allSatisfy(name -> assertThat(missed)
                        .contains("label_replace(absent(up{job=\"" + name + "\"} == 1), \"job\", \"" + name
                                + "\", \"\", \"\")"));
    }

    @Test
    void eachAutoscalerIsSeenAtItsEnd() {
        String seen = alerts().stream()
                .filter(alert -> alert.path("alert").asText().equals("KolProcessorShort"))
                .map(alert -> alert.path("expr").asText())
                .collect(Collectors.joining());

        assertThat(Overlay.named("production").namesOf("HorizontalPodAutoscaler"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(seen).containsPattern("[\"|]" + name + "[\"|]"));
    }

    @Test
    void prometheusReadsKeycloakAndTheDatabasesWhereTheyTell() {
        for (Overlay overlay : Overlay.all()) {
            JsonNode keycloak = overlay.one("PodMonitor", "keycloak").path("spec");
            assertThat(OverlayTest.namesIn(overlay.podTemplate("keycloak").at("/spec/containers/0/ports")))
                    .contains(keycloak.at("/podMetricsEndpoints/0/port").asText());
            assertThat(overlay.podTemplate("keycloak").at("/metadata/labels").has("app.kubernetes.io/name"))
                    .isTrue();
            JsonNode postgres = overlay.one("PodMonitor", "postgres").path("spec");
            assertThat(postgres.at("/podTargetLabels/0").asText()).isEqualTo("cnpg.io/cluster");
            assertThat(postgres.at("/podMetricsEndpoints/0/port").asText()).isEqualTo("metrics");
        }
    }

    @Test
    void prometheusReadsEachOfOursOnItsOwnPort() {
        for (Overlay overlay : Overlay.all()) {
            JsonNode monitor = overlay.one("ServiceMonitor", "kol-suite");
            List<String> components = Overlay.within(monitor.at("/spec/selector"), JsonNode::isTextual).stream()
                    .map(JsonNode::asText)
                    .toList();
            for (SuiteSettings service : SuiteSettings.ofEveryService()) {
                JsonNode found = overlay.one("Service", service.module());
                assertThat(components)
                        .contains(found.path("metadata")
                                .path("labels")
                                .path("app.kubernetes.io/component")
                                .asText());
                assertThat(OverlayTest.namesIn(found.at("/spec/ports")))
                        .contains(monitor.at("/spec/endpoints/0/port").asText());
            }
        }
    }

    private static List<JsonNode> alerts() {
        return Overlay.within(rules(), node -> node.has("alert"));
    }

    private static JsonNode rules() {
        return Overlay.named("production").one("PrometheusRule", "kol-suite").path("spec");
    }

    /** The rules as Prometheus reads them, each threshold with something behind it. */
    private static Path rules(Path folder, String behindThresholds) throws IOException {
        String text = Overlay.YAML.writeValueAsString(rules()).replaceAll("(> \\d[0-9.]*)", "$1" + behindThresholds);
        return Files.writeString(folder.resolve("alerts.yaml"), text);
    }
}
