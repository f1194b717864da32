package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be true of every overlay, whatever its size. */
class OverlayTest {
    private static final List<SuiteSettings> SERVICES = SuiteSettings.ofEveryService();

    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsWhatItsModelSays(Overlay overlay) {
        assertThat(overlay.objects()).hasSizeGreaterThan(40).allSatisfy(StrictModels::read);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServiceIsThereOnItsOwnPort(Overlay overlay) {
        for (SuiteSettings service : SERVICES) {
            JsonNode container = serviceContainer(overlay, service);

            assertThat(container.at("/ports/0/containerPort").asInt())
                    .as(service.module())
                    .isEqualTo(service.port());
            assertThat(container.at("/image").asText()).contains("/" + service.module() + ":");
        }
        assertThat(overlay.namesOf("Deployment")).hasSize(SERVICES.size() + 1).contains("keycloak");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsInTheNamespaceThatTheOverlayMakes(Overlay overlay) {
        String namespace = overlay.namesOf("Namespace").iterator().next();

        assertThat(overlay.objects())
                .filteredOn(object -> !object.path("kind").asText().equals("Namespace"))
                .allSatisfy(object ->
                        assertThat(object.at("/metadata/namespace").asText()).isEqualTo(namespace));
        assertThat(overlay.objects())
                .extracting(object -> object.path("kind").asText() + "/" + Overlay.nameOf(object))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyImageIsOursOrPinned(Overlay overlay) {
        List<String> images = Stream.concat(
                        overlay.everywhere(node -> node.path("image").isTextual()).stream()
                                .map(node -> node.path("image").asText()),
                        overlay.everywhere(node -> node.path("imageName").isTextual()).stream()
                                .map(node -> node.path("imageName").asText()))
                .toList();

        List<String> ours = SERVICES.stream()
                .map(service -> serviceContainer(overlay, service).path("image").asText())
                .toList();
        String version =
                read("pom.xml").replaceAll("(?s).*?<artifactId>kol-suite</artifactId>\\s*<version>(.*?)<.*", "$1");

        assertThat(images)
                .containsAll(ours)
                .allSatisfy(image -> assertThat(image)
                        .matches("[a-z0-9./:-]+:[0-9][A-Za-z0-9._-]*(@sha256:[0-9a-f]{64})?")
                        .doesNotContain("latest"));
        assertThat(ours).allSatisfy(image -> assertThat(image).contains(":" + version));
        assertThat(images).contains("quay.io/keycloak/keycloak:" + property("keycloak.version"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothingOfOursRunsWithMoreThanItNeeds(Overlay overlay) {
        overlay.podTemplates().forEach((name, template) -> {
            JsonNode pod = template.path("spec");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(name)
                    .isFalse();
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).as(name).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).as(name).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(Set.of("hostNetwork", "hostPID", "hostIPC")).noneMatch(pod::has);
            assertThat(pod.path("volumes")).noneMatch(volume -> volume.has("hostPath"));
            for (JsonNode container : Overlay.containers(template)) {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.path("privileged").asBoolean(true)).isFalse();
                assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
                assertThat(container.at("/resources/requests/cpu").isTextual()).isTrue();
                assertThat(container.at("/resources/requests/memory").isTextual())
                        .isTrue();
                assertThat(container.at("/resources/limits/memory").isTextual()).isTrue();
                assertThat(container.path("volumeMounts"))
                        .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyContainerThatStaysIsProbedOnAPortItHas(Overlay overlay) {
        overlay.podTemplates().forEach((name, template) -> {
            for (JsonNode container : template.at("/spec/containers")) {
                Set<String> ports = namesIn(container.path("ports"));
                for (String kind : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                    JsonNode probe = container.path(kind).path("httpGet");
                    assertThat(ports)
                            .as(name + " " + kind)
                            .contains(probe.path("port").asText());
                    assertThat(probe.path("path").asText())
                            .isEqualTo((name.equals("keycloak") ? "/health/" : "/q/health/")
                                    + Map.of(
                                                    "startupProbe",
                                                    "started",
                                                    "readinessProbe",
                                                    "ready",
                                                    "livenessProbe",
                                                    "live")
                                            .get(kind));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatTakesItsTimeToStopIsGivenIt(Overlay overlay) {
        for (SuiteSettings service : SERVICES) {
            JsonNode template = overlay.podTemplate(service.module());
            int drains =
                    Integer.parseInt(service.get("quarkus.shutdown.timeout").replaceAll("\\D", ""));
            int waits = serviceContainer(overlay, service)
                    .at("/lifecycle/preStop/sleep/seconds")
                    .asInt();

            assertThat(template.at("/spec/terminationGracePeriodSeconds").asInt())
                    .as(service.module())
                    .isGreaterThan(drains + waits);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySelectorFindsItsPods(Overlay overlay) {
        Set<Map<String, String>> labels = overlay.podTemplates().values().stream()
                .map(template -> texts(template.at("/metadata/labels")))
                .collect(Collectors.toSet());
        List<Map<String, String>> selectors = Stream.of(
                        overlay.ofKind("Service").stream().map(service -> service.at("/spec/selector")),
                        overlay.ofKind("Deployment").stream().map(one -> one.at("/spec/selector/matchLabels")),
                        overlay.ofKind("PodDisruptionBudget").stream().map(one -> one.at("/spec/selector/matchLabels")))
                .flatMap(selected -> selected)
                .map(OverlayTest::texts)
                .toList();

        assertThat(selectors).isNotEmpty().allSatisfy(selector -> {
            assertThat(selector).isNotEmpty();
            assertThat(labels)
                    .filteredOn(pod -> pod.entrySet().containsAll(selector.entrySet()))
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyNameThatIsReferredToExists(Overlay overlay) {
        Set<String> missing = new TreeSet<>();
        overlay.podTemplates().forEach((name, template) -> {
            expect(overlay.namesOf("ServiceAccount"), template.at("/spec/serviceAccountName"), name, missing);
            Set<String> volumes = namesIn(template.at("/spec/volumes"));
            Set<String> mounted = new HashSet<>();
            for (JsonNode container : Overlay.containers(template)) {
                for (JsonNode mount : container.path("volumeMounts")) {
                    expect(volumes, mount.path("name"), name + " volume", missing);
                    mounted.add(mount.path("name").asText());
                }
            }
            assertThat(mounted).as(name).isEqualTo(volumes);
            for (JsonNode config : Overlay.within(template, node -> node.has("configMapKeyRef"))) {
                JsonNode reference = config.path("configMapKeyRef");
                assertThat(overlay.one("ConfigMap", reference.path("name").asText())
                                .path("data")
                                .has(reference.path("key").asText()))
                        .as(name + " " + reference)
                        .isTrue();
            }
            for (JsonNode volume :
                    Overlay.within(template, node -> node.at("/configMap/name").isTextual())) {
                expect(overlay.namesOf("ConfigMap"), volume.at("/configMap/name"), name, missing);
            }
        });
        for (JsonNode scaler : overlay.ofKind("HorizontalPodAutoscaler")) {
            expect(overlay.namesOf("Deployment"), scaler.at("/spec/scaleTargetRef/name"), "scaler", missing);
        }
        for (JsonNode service : overlay.ofKind("Service")) {
            for (JsonNode port : service.at("/spec/ports")) {
                Set<String> ports =
                        namesIn(overlay.podTemplate(Overlay.nameOf(service)).at("/spec/containers/0/ports"));
                expect(ports, port.path("targetPort"), "service " + Overlay.nameOf(service), missing);
            }
        }
        for (JsonNode route : overlay.ofKind("HTTPRoute")) {
            for (JsonNode parent : route.at("/spec/parentRefs")) {
                JsonNode gateway = overlay.one("Gateway", parent.path("name").asText());
                expect(namesIn(gateway.at("/spec/listeners")), parent.path("sectionName"), "route", missing);
            }
            for (JsonNode backend : Overlay.within(route, node -> node.has("port") && node.has("name"))) {
                JsonNode service = overlay.one("Service", backend.path("name").asText());
                assertThat(service.at("/spec/ports"))
                        .anyMatch(port -> port.path("port").asInt()
                                == backend.path("port").asInt());
            }
            for (JsonNode host : route.at("/spec/hostnames")) {
                assertThat(overlay.ofKind("Gateway").getFirst().findValuesAsText("hostname"))
                        .contains(host.asText());
                assertThat(host.asText()).contains(".");
            }
        }
        for (String kind : List.of("KafkaTopic", "KafkaUser", "KafkaNodePool")) {
            for (JsonNode object : overlay.ofKind(kind)) {
                expect(
                        overlay.namesOf("Kafka"),
                        object.path("metadata").path("labels").path("strimzi.io/cluster"),
                        kind,
                        missing);
            }
        }
        for (JsonNode backup : overlay.ofKind("ScheduledBackup")) {
            expect(overlay.namesOf("Cluster"), backup.at("/spec/cluster/name"), "backup", missing);
        }
        for (JsonNode cluster : overlay.ofKind("Cluster")) {
            expect(
                    overlay.namesOf("ObjectStore"),
                    cluster.at("/spec/plugins/0/parameters/barmanObjectName"),
                    "cluster",
                    missing);
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyDatabaseIsBackedUpEveryNightAtATimeOfItsOwn(Overlay overlay) {
        assertThat(overlay.ofKind("ScheduledBackup"))
                .extracting(backup -> backup.at("/spec/cluster/name").asText())
                .containsExactlyInAnyOrderElementsOf(overlay.namesOf("Cluster"));
        assertThat(overlay.ofKind("ScheduledBackup"))
                .extracting(backup -> backup.at("/spec/schedule").asText())
                .doesNotHaveDuplicates()
                .allMatch(schedule -> schedule.matches("0 \\d+ \\d+ \\* \\* \\*"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void onlyTheEdgeIsReachedFromOutside(Overlay overlay) {
        assertThat(overlay.ofKind("Service"))
                .noneMatch(service -> service.path("spec").has("type"));
        assertThat(overlay.ofKind("Ingress")).isEmpty();
        assertThat(overlay.ofKind("Gateway").getFirst().at("/spec/listeners"))
                .filteredOn(listener -> !listener.path("name").asText().equals("http"))
                .hasSize(2)
                .allSatisfy(listener ->
                        assertThat(listener.at("/tls/mode").asText()).isEqualTo("Terminate"));
        JsonNode first = overlay.one("HTTPRoute", "web").at("/spec/rules/0");
        assertThat(first.at("/matches/0/path/value").asText()).isEqualTo("/q");
        assertThat(first.has("backendRefs")).isFalse();
    }

    static JsonNode serviceContainer(Overlay overlay, SuiteSettings service) {
        return overlay.one("Deployment", service.module()).at("/spec/template/spec/containers/0");
    }

    static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    static Set<String> namesIn(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path("name").asText())
                .collect(Collectors.toSet());
    }

    static String read(String file) {
        try {
            return java.nio.file.Files.readString(Tools.ROOT.resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        String pom = read("pom.xml");
        int start = pom.indexOf("<" + name + ">") + name.length() + 2;
        return pom.substring(start, pom.indexOf('<', start));
    }

    private static void expect(Set<String> known, JsonNode name, String where, Set<String> missing) {
        if (!known.contains(name.asText())) {
            missing.add(where + ": " + name);
        }
    }
}
