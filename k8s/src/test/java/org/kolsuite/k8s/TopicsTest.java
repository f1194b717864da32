package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.event.Topics;

/** The topics of the cluster, and who may do what with them, are those that contracts and settings name. */
class TopicsTest {
    private static final List<SuiteSettings> SERVICES = SuiteSettings.ofEveryService().stream()
            .filter(service -> !service.topics("outgoing").isEmpty())
            .toList();

    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void areThoseOfTheContractsAndTheDeadLettersOfEachConsumer(Overlay overlay) throws IllegalAccessException {
        Set<String> used = new TreeSet<>();
        for (Field topic : Topics.class.getFields()) {
            // The version is a number.
            if (topic.getType().equals(String.class)) {
                used.add((String) topic.get(null));
            }
        }
        SERVICES.forEach(service -> used.addAll(service.topics("incoming")));
        SERVICES.forEach(service -> used.add(service.applicationName() + ".dead-letters"));

        assertThat(SERVICES).hasSize(4);
        assertThat(overlay.namesOf("KafkaTopic")).isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void keepEventsForEverAndTheLastStateOfEachId(Overlay overlay) {
        assertThat(overlay.ofKind("KafkaTopic")).allSatisfy(topic -> {
            boolean state = Overlay.nameOf(topic).contains(".state.");
            JsonNode config = topic.at("/spec/config");
            assertThat(config.path("cleanup.policy").asText()).isEqualTo(state ? "compact" : "delete");
            assertThat(config.path("retention.ms").asText()).isEqualTo("-1");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void areWrittenByTheirServiceAloneAndReadByThoseWhoListen(Overlay overlay) {
        for (SuiteSettings service : SERVICES) {
            String name = service.applicationName();
            JsonNode user = overlay.one("KafkaUser", name + "-kafka");

            assertThat(resources(user, "topic", "Read")).isEqualTo(Set.copyOf(service.topics("incoming")));
            assertThat(resources(user, "topic", "Write")).containsExactly(name + ".");
            assertThat(resources(user, "group", "Read")).containsExactly(name);
            String login = overlay.one("Deployment", service.module()).findValues("secretKeyRef").stream()
                    .filter(secret -> secret.path("key").asText().equals("sasl.jaas.config"))
                    .map(secret -> secret.path("name").asText())
                    .collect(Collectors.joining());
            assertThat(login).isEqualTo(Overlay.nameOf(user));
        }
        assertThat(overlay.ofKind("KafkaUser")).hasSize(SERVICES.size());
    }

    private static Set<String> resources(JsonNode user, String type, String operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode rule : user.at("/spec/authorization/acls")) {
            boolean allows = Overlay.within(
                                    rule.path("operations"),
                                    node -> node.asText().equals(operation))
                            .size()
                    == 1;
            if (allows && rule.at("/resource/type").asText().equals(type)) {
                names.add(rule.at("/resource/name").asText());
            }
        }
        return names;
    }
}
