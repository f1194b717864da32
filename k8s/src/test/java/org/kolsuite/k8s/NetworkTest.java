package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies let through every call that the settings name, and no other between ours. */
class NetworkTest {
    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void deniesByDefault(Overlay overlay) {
        JsonNode everything = overlay.one("NetworkPolicy", "deny-by-default").path("spec");

        assertThat(everything.path("podSelector")).isEmpty();
        assertThat(everything.path("policyTypes")).hasSize(2);
        assertThat(everything.has("ingress") || everything.has("egress")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsThroughWhatTheSettingsNameAndNothingElse(Overlay overlay) {
        Map<String, Pod> pods = pods(overlay);
        List<String> allowed = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String caller : overlay.podTemplates().keySet()) {
            for (String address : SettingsTest.addressesOf(overlay, caller)) {
                named.add(caller + " -> "
                        + address.replaceAll(":.*|-rw:.*|-kafka-bootstrap:.*", "")
                                .replaceAll("-rw$|-kafka-bootstrap$", ""));
            }
            pods.forEach((name, called) -> {
                Pod calling = Objects.requireNonNull(pods.get(caller));
                if (!name.equals(caller) && mayCall(overlay, calling, called)) {
                    allowed.add(caller + " -> " + name);
                }
            });
        }

        assertThat(named).hasSizeGreaterThan(12);
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void prometheusReachesWhatItReadsAndNothingElse(Overlay overlay) {
        Map<String, String> read = new HashMap<>();
        for (JsonNode policy : overlay.ofKind("NetworkPolicy")) {
            for (JsonNode rule : policy.at("/spec/ingress")) {
                if (rule.path("from").toString().contains("\"monitoring\"")) {
                    read.put(
                            Overlay.nameOf(policy),
                            String.join(",", rule.path("ports").findValuesAsText("port")));
                }
            }
        }

        assertThat(read)
                .isEqualTo(Map.of(
                        "watched", "http",
                        "watched-identity", "management",
                        "watched-databases", "9187",
                        "watched-lag", "9404"));
        assertThat(selects(
                        overlay.one("NetworkPolicy", "watched").at("/spec/podSelector"),
                        Objects.requireNonNull(pods(overlay).get("keycloak"))))
                .as("where people sign in is not where it is measured")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void aRestoredDatabaseIsReachedByItsServiceAloneAndMakesItsReplicas(Overlay overlay) {
        // Given
        Pod service = Objects.requireNonNull(pods(overlay).get("payment-service"));
        Pod another = Objects.requireNonNull(pods(overlay).get("campaign-service"));
        Pod restored = database("postgres-payment-restored", overlay.one("Cluster", "postgres-payment"));
        // The pod of a job has the cluster's name and nothing that is inherited.
        Pod copies = new Pod(Map.of("cnpg.io/cluster", "postgres-payment-restored"), 5432, "", false);

        // Then
        assertThat(mayCall(overlay, service, restored)).isTrue();
        assertThat(mayCall(overlay, another, restored)).isFalse();
        assertThat(mayCall(overlay, copies, restored)).isTrue();
        assertThat(overlay.ofKind("NetworkPolicy"))
                .filteredOn(policy -> selects(policy.at("/spec/podSelector"), restored))
                .as("the operator reaches its instance manager")
                .anySatisfy(policy ->
                        assertThat(policy.at("/spec/ingress").toString()).contains("cnpg-system", "8000"));
    }

    /** What policies see of a pod: its labels, and the port on which it is called. */
    private record Pod(Map<String, String> labels, int port, String portName, boolean policedByItsOperator) {}

    private static Map<String, Pod> pods(Overlay overlay) {
        Map<String, Pod> pods = new HashMap<>();
        overlay.podTemplates()
                .forEach((name, template) -> pods.put(
                        name,
                        new Pod(
                                OverlayTest.texts(template.at("/metadata/labels")),
                                template.at("/spec/containers/0/ports/0/containerPort")
                                        .asInt(),
                                "http",
                                false)));
        overlay.ofKind("Cluster")
                .forEach(cluster -> pods.put(Overlay.nameOf(cluster), database(Overlay.nameOf(cluster), cluster)));
        // Strimzi lets in whoever may speak to a listener, by policies of its own.
        overlay.namesOf("Kafka")
                .forEach(name -> pods.put(
                        name, new Pod(Map.of("strimzi.io/cluster", name, "strimzi.io/kind", "Kafka"), 9093, "", true)));
        return pods;
    }

    private static Pod database(String name, JsonNode cluster) {
        Map<String, String> labels = new HashMap<>(OverlayTest.texts(cluster.at("/spec/inheritedMetadata/labels")));
        labels.put("cnpg.io/cluster", name);
        return new Pod(labels, 5432, "", false);
    }

    private static boolean mayCall(Overlay overlay, Pod caller, Pod called) {
        return passes(overlay, caller, called, "egress", "to", called)
                && (called.policedByItsOperator() || passes(overlay, called, caller, "ingress", "from", called));
    }

    /** Whether some policy of a pod lets it speak with another; the port is always that of the pod that is called. */
    private static boolean passes(Overlay overlay, Pod policed, Pod other, String direction, String peers, Pod called) {
        for (JsonNode policy : overlay.ofKind("NetworkPolicy")) {
            if (!selects(policy.at("/spec/podSelector"), policed)) {
                continue;
            }
            for (JsonNode rule : policy.path("spec").path(direction)) {
                boolean port = StreamSupport.stream(rule.path("ports").spliterator(), false)
                        .anyMatch(one -> one.path("port").asText().equals(called.portName())
                                || one.path("port").asInt() == called.port());
                boolean peer = StreamSupport.stream(rule.path(peers).spliterator(), false)
                        .anyMatch(one -> !one.has("namespaceSelector") && selects(one.path("podSelector"), other));
                if (port && peer) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean selects(JsonNode selector, Pod pod) {
        boolean labels = pod.labels()
                .entrySet()
                .containsAll(OverlayTest.texts(selector.path("matchLabels")).entrySet());
        return labels
                && StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
                        .allMatch(expression -> {
                            String value =
                                    pod.labels().get(expression.path("key").asText());
                            return switch (expression.path("operator").asText()) {
                                case "Exists" -> value != null;
                                case "In" ->
                                    !Overlay.within(
                                                    expression.path("values"),
                                                    node -> node.asText().equals(value))
                                            .isEmpty();
                                default -> throw new IllegalArgumentException("not evaluated here: " + expression);
                            };
                        });
    }
}
