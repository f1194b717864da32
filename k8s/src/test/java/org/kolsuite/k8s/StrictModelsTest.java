package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrictModelsTest {
    static Stream<JsonNode> oneOfEachKind() {
        return Overlay.named("production").objects().stream()
                .collect(java.util.stream.Collectors.toMap(
                        object -> object.path("kind").asText(), Function.identity(), (one, other) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(object -> object.path("kind").asText()));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void refusesAMisspeltFieldAtEveryDepth(JsonNode object) {
        // Given
        int objects = typedObjectsIn(object).size();
        assertThat(objects).isPositive();

        for (int i = 0; i < objects; i++) {
            JsonNode misspelt = object.deepCopy();
            typedObjectsIn(misspelt).get(i).put("mispelt", "x");

            // When, Then
            assertThatThrownBy(() -> StrictModels.read(misspelt))
                    .as("%s", misspelt)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mispelt");
        }
    }

    @Test
    void refusesAKindThatNobodyKnows() {
        ObjectNode unknown =
                Overlay.YAML.createObjectNode().put("apiVersion", "v1").put("kind", "Servise");

        assertThatThrownBy(() -> StrictModels.read(unknown)).hasMessageContaining("v1/Servise");
    }

    /** Every node with fields of a model; maps of free keys (labels, data, parameters, quantities) take any. */
    private static List<ObjectNode> typedObjectsIn(JsonNode object) {
        List<JsonNode> free = Overlay.within(object, node -> true).stream()
                .flatMap(node -> Stream.of(
                                "labels",
                                "annotations",
                                "data",
                                "stringData",
                                "matchLabels",
                                "selector",
                                "requests",
                                "limits",
                                "config",
                                "parameters")
                        .map(node::path)
                        .filter(child ->
                                child.isObject() && !child.has("matchLabels") && !child.has("matchExpressions")))
                .toList();
        return Overlay.within(object, JsonNode::isObject).stream()
                .filter(node -> free.stream().noneMatch(map -> map == node))
                .map(ObjectNode.class::cast)
                .toList();
    }
}
