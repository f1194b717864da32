package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which realm Keycloak imports. There is one, the local stack's; an installation for real organisations takes it without the demo, in a
 * file that this test writes: {@code mvn -pl contracts,k8s test -Dtest=RealmTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Drealm.write=true}.
 */
class RealmTest {
    private static final Path DERIVED =
            Tools.ROOT.resolve("k8s").resolve("realm").resolve("kol-realm.json");
    private static final String LOCAL = OverlayTest.read("local-stack/src/main/resources/realm/kol-realm.json");
    /** Programs of the demo's agencies. */
    private static final Set<String> CLIENTS_OF_THE_DEMO = Set.of("mcn-starlight");

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @Test
    void anInstallationsRealmIsTheLocalStacksWithoutItsDemo() throws IOException {
        // Given
        ObjectNode realm = (ObjectNode) JSON.readTree(LOCAL);
        realm.remove("users");
        int clients = realm.path("clients").size();
        without((ArrayNode) realm.path("clients"), "clientId");
        without((ArrayNode) realm.path("scopeMappings"), "client");
        if (Boolean.getBoolean("realm.write")) {
            Files.writeString(DERIVED, text(realm));
        }

        // Then
        assertThat(realm.path("clients")).hasSize(clients - CLIENTS_OF_THE_DEMO.size());
        assertThat(JSON.readTree(Files.readString(DERIVED)))
                .as("write it with -Drealm.write=true")
                .isEqualTo(realm);
    }

    @Test
    void productionKnowsNobodyAndNoAgency() {
        String imported = imported(Overlay.named("production"));

        assertThat(hasTheDemo(Overlay.named("production"))).isFalse();
        // The demo's ids, addresses and settings all look like this.
        assertThat(imported).doesNotContainIgnoringCase("demo", "starlight").doesNotContain("0190a000", ".example\"");
        assertThat(Overlay.named("production").podTemplate("keycloak").toString())
                .doesNotContainIgnoringCase("demo", "starlight");
    }

    @Test
    void onlyAnOverlayThatSaysSoBringsTheDemo() {
        for (Overlay overlay : Overlay.all()) {
            if (hasTheDemo(overlay)) {
                assertThat(imported(overlay)).isEqualTo(LOCAL);
                assertThat(OverlayTest.read("k8s/overlays/" + overlay.name() + "/kustomization.yaml"))
                        .contains("the people of the demo", "- ../../demo");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatTheFileLeavesOpenIsFilledIn(Overlay overlay) {
        // No default of the local stack goes out into the world, and no secret is made that nobody asks for.
        Set<String> open = Pattern.compile("\\$\\{(KOL_[A-Z_]+):")
                .matcher(imported(overlay))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> filled = OverlayTest.namesIn(overlay.podTemplate("keycloak").at("/spec/containers/0/env")).stream()
                .filter(name -> name.startsWith("KOL_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(open).isNotEmpty().isEqualTo(filled);
    }

    static boolean hasTheDemo(Overlay overlay) {
        try {
            return JSON.readTree(imported(overlay)).has("users");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the realm of " + overlay + " is not JSON", e);
        }
    }

    private static String imported(Overlay overlay) {
        String realm = overlay.podTemplate("keycloak")
                .at("/spec/volumes")
                .findValue("configMap")
                .path("name")
                .asText();
        return overlay.one("ConfigMap", realm)
                .path("data")
                .path("kol-realm.json")
                .asText();
    }

    private static void without(ArrayNode objects, String name) {
        objects.removeIf((JsonNode object) ->
                CLIENTS_OF_THE_DEMO.contains(object.path(name).asText()));
    }

    /** Laid out as the file that it comes from, so that the two can be compared by eye. */
    private static String text(JsonNode realm) throws JsonProcessingException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
        layout.indentObjectsWith(lines);
        layout.indentArraysWith(lines);
        return JSON.writer(layout).writeValueAsString(realm) + "\n";
    }
}
