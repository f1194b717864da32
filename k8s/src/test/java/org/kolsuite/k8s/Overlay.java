package org.kolsuite.k8s;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One overlay, built: the objects that a cluster would be given. */
record Overlay(String name, List<JsonNode> objects) {
    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What people install, and production with everything that can be added to it. */
    private static final List<Path> FOLDERS = List.of(
            Tools.ROOT.resolve("k8s").resolve("overlays"),
            Tools.ROOT.resolve(Path.of("k8s", "src", "test", "overlays")));

    private static final Map<String, Overlay> BUILT = new ConcurrentHashMap<>();

    /** Every folder with overlays' folders, each built once. */
    static List<Overlay> all() {
        List<Overlay> overlays = FOLDERS.stream()
                .flatMap(Overlay::within)
                .map(folder -> named(folder.getFileName().toString()))
                .toList();
        if (overlays.size() < 3) {
            throw new IllegalStateException("only " + overlays + " in " + FOLDERS);
        }
        return overlays;
    }

    static Overlay named(String name) {
        Path folder = FOLDERS.stream()
                .map(parent -> parent.resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no overlay " + name));
        return BUILT.computeIfAbsent(name, same -> new Overlay(same, parse(Tools.kustomize(folder))));
    }

    private static Stream<Path> within(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> parse(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            List<JsonNode> objects = new ArrayList<>(documents.readAll());
            objects.removeIf(JsonNode::isNull);
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    Set<String> namesOf(String kind) {
        return ofKind(kind).stream().map(Overlay::nameOf).collect(Collectors.toSet());
    }

    JsonNode one(String kind, String name) {
        return ofKind(kind).stream()
                .filter(object -> nameOf(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + this.name));
    }

    /** The pod templates of everything that runs ours, by the name of what makes them. */
    Map<String, JsonNode> podTemplates() {
        Map<String, JsonNode> templates = new TreeMap<>();
        ofKind("Deployment").forEach(deployment -> templates.put(nameOf(deployment), deployment.at("/spec/template")));
        return templates;
    }

    JsonNode podTemplate(String deployment) {
        return one("Deployment", deployment).at("/spec/template");
    }

    /** Every node below the objects that passes. */
    List<JsonNode> everywhere(Predicate<JsonNode> test) {
        List<JsonNode> found = new ArrayList<>();
        objects.forEach(object -> collect(object, test, found));
        return found;
    }

    static List<JsonNode> within(JsonNode node, Predicate<JsonNode> test) {
        List<JsonNode> found = new ArrayList<>();
        collect(node, test, found);
        return found;
    }

    private static void collect(JsonNode node, Predicate<JsonNode> test, List<JsonNode> found) {
        if (test.test(node)) {
            found.add(node);
        }
        node.forEach(child -> collect(child, test, found));
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** Containers and init containers of a pod template. */
    static List<JsonNode> containers(JsonNode template) {
        List<JsonNode> containers = new ArrayList<>();
        template.at("/spec/initContainers").forEach(containers::add);
        template.at("/spec/containers").forEach(containers::add);
        return containers;
    }

    @Override
    public String toString() {
        return name;
    }
}
