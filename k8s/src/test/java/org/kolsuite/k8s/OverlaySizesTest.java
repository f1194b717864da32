package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the overlays are for. */
class OverlaySizesTest {
    @Test
    void productionOutlivesTheLossOfAnyOnePart() {
        // Given
        Overlay production = Overlay.named("production");

        // Then
        // What an autoscaler counts says no number of its own: each time it is applied it would take replicas away from
        // under the load.
        Set<String> scaled = scaled(production);
        assertThat(production.ofKind("Deployment")).allSatisfy(one -> {
            if (scaled.contains(Overlay.nameOf(one))) {
                assertThat(one.at("/spec").has("replicas")).isFalse();
            } else {
                assertThat(one.at("/spec/replicas").asInt()).isGreaterThanOrEqualTo(2);
            }
        });
        assertThat(production.namesOf("PodDisruptionBudget")).isEqualTo(production.namesOf("Deployment"));
        assertThat(production.ofKind("Cluster"))
                .allMatch(one -> one.at("/spec/instances").asInt() == 3);
        assertThat(production
                        .ofKind("KafkaNodePool")
                        .getFirst()
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(3);
        assertThat(production.ofKind("KafkaTopic"))
                .allMatch(topic -> topic.at("/spec/replicas").asInt() == 3)
                .allMatch(topic -> topic.at("/spec/config/min.insync.replicas").asInt() == 2);
    }

    @Test
    void productionGrowsWithItsLoadAndNeverBelowTwo() {
        // Given
        Overlay production = Overlay.named("production");

        // Then
        Set<String> scaled = scaled(production);
        Set<String> services = SuiteSettings.ofEveryService().stream()
                .map(SuiteSettings::module)
                .collect(Collectors.toSet());
        assertThat(scaled).isEqualTo(services);
        assertThat(production.ofKind("HorizontalPodAutoscaler"))
                .allMatch(scaler -> scaler.at("/spec/minReplicas").asInt() >= 2);
        // A replica without a partition has nothing to consume.
        int most = production.ofKind("HorizontalPodAutoscaler").stream()
                .mapToInt(scaler -> scaler.at("/spec/maxReplicas").asInt())
                .max()
                .orElseThrow();
        assertThat(production.ofKind("KafkaTopic"))
                .allMatch(topic -> topic.at("/spec/partitions").asInt() >= most);
    }

    @Test
    void smallNeedsOneNodeAndLetsItBeDrained() {
        // Given
        Overlay small = Overlay.named("small");

        // Then
        assertThat(small.ofKind("Deployment"))
                .allMatch(one -> one.at("/spec/replicas").asInt() == 1);
        assertThat(small.ofKind("PodDisruptionBudget")).isEmpty();
        assertThat(small.ofKind("HorizontalPodAutoscaler")).isEmpty();
        assertThat(small.ofKind("Cluster"))
                .allMatch(one -> one.at("/spec/instances").asInt() == 1);
        assertThat(small.ofKind("KafkaNodePool").getFirst().at("/spec/replicas").asInt())
                .isEqualTo(1);
        JsonNode broker = small.ofKind("Kafka").getFirst().at("/spec/kafka/config");
        assertThat(broker.properties())
                .filteredOn(setting ->
                        setting.getKey().contains("replica") || setting.getKey().contains("isr"))
                .hasSize(5)
                .allMatch(setting -> setting.getValue().asInt() == 1);
        assertThat(small.ofKind("KafkaTopic"))
                .allMatch(topic -> topic.at("/spec/replicas").asInt() == 1)
                .allMatch(topic -> topic.at("/spec/config/min.insync.replicas").asInt() == 1);
    }

    @Test
    void whatAServicePutsOnTheNodesDiskIsAskedForAndHasAnEndAboveItsVolumes() {
        for (Overlay overlay : Overlay.all()) {
            for (SuiteSettings service : SuiteSettings.ofEveryService()) {
                JsonNode pod = overlay.podTemplate(service.module()).path("spec");
                JsonNode resources = pod.at("/containers/0/resources");
                long volumes = pod.path("volumes").findValuesAsText("sizeLimit").stream()
                        .mapToLong(OverlaySizesTest::gibibytes)
                        .sum();

                assertThat(gibibytes(resources.at("/requests/ephemeral-storage").asText()))
                        .as(service.module())
                        .isPositive();
                assertThat(gibibytes(resources.at("/limits/ephemeral-storage").asText()))
                        .as(service.module())
                        .isGreaterThan(volumes);
                // The index is there from the start; an upload comes and goes.
                if (service.module().equals("kol-registry-service")) {
                    assertThat(volumes).isEqualTo(8);
                    assertThat(gibibytes(
                                    resources.at("/requests/ephemeral-storage").asText()))
                            .isGreaterThanOrEqualTo(volumes);
                }
            }
        }
    }

    private static long gibibytes(String quantity) {
        assertThat(quantity).endsWith("Gi");
        return Long.parseLong(quantity.substring(0, quantity.length() - 2));
    }

    private static Set<String> scaled(Overlay overlay) {
        return overlay.ofKind("HorizontalPodAutoscaler").stream()
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void noDatabaseIsAskedForMoreConnectionsThanItHas() {
        for (Overlay overlay : Overlay.all()) {
            for (SuiteSettings service : SuiteSettings.ofEveryService()) {
                if (service.module().equals("gateway")) {
                    continue;
                }
                // Given
                int each = Integer.parseInt(service.get("quarkus.datasource.reactive.max-size"))
                        + Integer.parseInt(service.get("quarkus.datasource.jdbc.max-size"));
                int most = overlay.ofKind("HorizontalPodAutoscaler").stream()
                        .filter(scaler -> Overlay.nameOf(scaler).equals(service.module()))
                        .mapToInt(scaler -> scaler.at("/spec/maxReplicas").asInt())
                        .findFirst()
                        .orElse(1);
                String database =
                        overlay
                                .podTemplate(service.module())
                                .at("/spec/containers/0/env")
                                .findValuesAsText("value")
                                .stream()
                                .filter(value -> value.endsWith("-rw"))
                                .findFirst()
                                .orElseThrow()
                                .replaceAll("-rw$", "");

                // Then
                // One replica more while versions change, and some for the operator and people.
                assertThat(overlay.one("Cluster", database)
                                .at("/spec/postgresql/parameters/max_connections")
                                .asInt())
                        .as(database)
                        .isGreaterThan((most + 1) * each + 10);
            }
        }
    }
}
