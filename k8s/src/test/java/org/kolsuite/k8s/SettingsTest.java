package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the containers are told, held against what the services can be told. */
class SettingsTest {
    private static final List<SuiteSettings> SERVICES = SuiteSettings.ofEveryService();
    /** Settings of Quarkus, Kafka's client and the JVM that our own files don't mention. */
    private static final Set<String> OF_OTHERS = Set.of(
            "JDK_JAVA_OPTIONS",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED");

    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySettingIsOneThatTheServiceReads(Overlay overlay) {
        for (SuiteSettings service : SERVICES) {
            Set<String> known = service.properties().keySet().stream()
                    .map(SuiteSettings::environmentName)
                    .collect(Collectors.toSet());

            assertThat(namesOf(environment(overlay, service)))
                    .as(service.module())
                    .allMatch(name -> known.contains(name) || OF_OTHERS.contains(name));
        }
    }

    @Test
    void tracesOfEachServiceReachTheCollectorThatIsNamed() {
        // Given
        Overlay traced = Overlay.named("traced");
        for (SuiteSettings service : SERVICES) {
            JsonNode endpoint = environment(traced, service)
                    .path("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT")
                    .at("/valueFrom/configMapKeyRef");
            String address = traced.one("ConfigMap", endpoint.path("name").asText())
                    .path("data")
                    .path(endpoint.path("key").asText())
                    .asText();

            // Then
            assertThat(environment(traced, service).has("KOL_TRACE_RATIO")).isTrue();
            String component = traced.podTemplate(service.module())
                    .path("metadata")
                    .path("labels")
                    .path("app.kubernetes.io/component")
                    .asText();
            JsonNode policy = traced.one("NetworkPolicy", "traces").path("spec");
            assertThat(policy.path("podSelector").toString()).contains("\"" + component + "\"");
            assertThat(address)
                    .endsWith(":" + policy.at("/egress/0/ports/0/port").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothingLooksForItsNeighboursOnItsOwnMachine(Overlay overlay) {
        for (SuiteSettings service : SERVICES) {
            Set<String> local = service.properties().entrySet().stream()
                    .filter(setting -> setting.getValue().contains("localhost"))
                    .filter(setting -> !looksLikeASecret(setting.getKey()))
                    .map(setting -> SuiteSettings.environmentName(setting.getKey()))
                    .collect(Collectors.toSet());

            assertThat(local).as(service.module()).isNotEmpty().isSubsetOf(namesOf(environment(overlay, service)));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySecretOfTheLocalStackIsReplacedByOneOfTheCluster(Overlay overlay) {
        for (SuiteSettings service : SERVICES) {
            JsonNode environment = environment(overlay, service);
            List<String> secrets = service.properties().keySet().stream()
                    .filter(SettingsTest::looksLikeASecret)
                    // Those that only pass on another setting.
                    .filter(name -> !name.startsWith("quarkus."))
                    .map(SuiteSettings::environmentName)
                    .toList();

            assertThat(secrets).as(service.module()).isNotEmpty().allSatisfy(name -> {
                assertThat(environment
                                .path(name)
                                .at("/valueFrom/secretKeyRef/name")
                                .asText())
                        .isNotEmpty();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyAddressIsAServiceOfTheClusterOnAPortItHas(Overlay overlay) {
        Map<String, Set<Integer>> ports = new HashMap<>();
        overlay.ofKind("Service")
                .forEach(service -> ports.put(
                        Overlay.nameOf(service),
                        service.at("/spec/ports").findValues("port").stream()
                                .map(JsonNode::asInt)
                                .collect(Collectors.toSet())));
        // Those that the operators make.
        overlay.namesOf("Cluster").forEach(cluster -> ports.put(cluster + "-rw", Set.of(5432)));
        overlay.ofKind("Kafka")
                .forEach(kafka -> ports.put(
                        Overlay.nameOf(kafka) + "-kafka-bootstrap",
                        kafka.at("/spec/kafka/listeners").findValues("port").stream()
                                .map(JsonNode::asInt)
                                .collect(Collectors.toSet())));

        Set<String> addresses = addresses(overlay);
        assertThat(addresses).hasSizeGreaterThan(6).allSatisfy(address -> {
            String[] parts = address.split(":");
            assertThat(ports).containsKey(parts[0]);
            assertThat(ports.get(parts[0])).contains(Integer.parseInt(parts[1]));
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServiceWorksOnItsOwnDatabaseWithItsTwoRoles(Overlay overlay) {
        for (SuiteSettings service : SERVICES) {
            if (service.module().equals("gateway")) {
                continue;
            }
            JsonNode environment = environment(overlay, service);
            String database = service.get("kol.postgres.database")
                    .replace("${quarkus.application.name}", service.applicationName());
            JsonNode cluster = overlay.one(
                    "Cluster",
                    environment.path("KOL_POSTGRES_HOST").path("value").asText().replaceAll("-rw$", ""));

            assertThat(cluster.at("/spec/bootstrap/initdb/database").asText()).isEqualTo(database);
            assertThat(cluster.at("/spec/bootstrap/initdb/owner").asText()).isEqualTo(database);
            assertThat(cluster.at("/spec/bootstrap/initdb/secret/name").asText())
                    .isEqualTo(secretOf(environment, "KOL_POSTGRES_OWNER_PASSWORD"));
            JsonNode application = cluster.at("/spec/managed/roles/0");
            assertThat(application.path("name").asText()).isEqualTo(database + "_app");
            assertThat(application.path("bypassrls").asBoolean(true)).isFalse();
            assertThat(application.path("superuser").asBoolean(true)).isFalse();
            assertThat(application.at("/passwordSecret/name").asText())
                    .isEqualTo(secretOf(environment, "KOL_POSTGRES_APP_PASSWORD"));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theScriptMakesExactlyTheSecretsThatNobodyElseMakes(Overlay overlay) {
        // Given
        Map<String, Set<String>> made = new TreeMap<>();
        Overlay.parse(script(RealmTest.hasTheDemo(overlay))).forEach(secret -> {
            StrictModels.read(secret);
            Set<String> keys = new TreeSet<>();
            secret.path("stringData").fieldNames().forEachRemaining(keys::add);
            made.put(Overlay.nameOf(secret), keys);
        });

        // When
        Map<String, Set<String>> needed = new TreeMap<>();
        for (JsonNode entry :
                overlay.everywhere(node -> node.path("secretKeyRef").isObject())) {
            need(
                    needed,
                    entry.at("/secretKeyRef/name").asText(),
                    entry.at("/secretKeyRef/key").asText());
        }
        for (JsonNode volume :
                overlay.everywhere(node -> node.at("/secret/secretName").isTextual())) {
            volume.at("/secret/items")
                    .forEach(item -> need(
                            needed,
                            volume.at("/secret/secretName").asText(),
                            item.path("key").asText()));
        }
        for (JsonNode cluster : overlay.ofKind("Cluster")) {
            // CloudNativePG wants both entries of a basic-auth secret.
            Stream.of(cluster.at("/spec/bootstrap/initdb/secret"), cluster.at("/spec/managed/roles/0/passwordSecret"))
                    .filter(JsonNode::isObject)
                    .forEach(secret -> {
                        need(needed, secret.path("name").asText(), "username");
                        need(needed, secret.path("name").asText(), "password");
                    });
        }
        overlay.ofKind("ObjectStore")
                .forEach(store -> store.at("/spec/configuration/s3Credentials")
                        .forEach(entry -> need(
                                needed,
                                entry.path("name").asText(),
                                entry.path("key").asText())));

        // Then
        for (JsonNode kafka : overlay.ofKind("Kafka")) {
            assertThat(needed.remove(Overlay.nameOf(kafka) + "-cluster-ca-cert"))
                    .containsExactly("ca.crt");
        }
        for (String user : overlay.namesOf("KafkaUser")) {
            assertThat(needed.remove(user)).as(user).containsExactly("sasl.jaas.config");
        }
        assertThat(needed).isEqualTo(made);
    }

    @Test
    void theScriptsPasswordsFitTheirRolesAndDifferEachTime() {
        String first = script(true);
        String second = script(true);

        for (JsonNode secret : Overlay.parse(first)) {
            String name = Overlay.nameOf(secret);
            if (name.endsWith("-database-application")) {
                assertThat(secret.at("/stringData/username").asText())
                        .isEqualTo(name.replace("-database-application", "_app"));
            }
            if (secret.path("stringData").has("password")) {
                assertThat(secret.at("/stringData/password").asText()).hasSize(40);
                assertThat(second)
                        .doesNotContain(secret.at("/stringData/password").asText());
            }
            boolean ofADatabase = name.contains("-database-");
            assertThat(secret.path("metadata")
                            .path("labels")
                            .path("cnpg.io/reload")
                            .asText())
                    .as(name)
                    .isEqualTo(ofADatabase ? "true" : "");
            if (secret.path("stringData").has("keys")) {
                String key = secret.at("/stringData/keys").asText();
                assertThat(java.util.Base64.getDecoder().decode(key.substring(key.indexOf('=') + 1)))
                        .hasSize(32);
            }
        }
    }

    /** {@code host:port} of everything that ours call inside the cluster. */
    static Set<String> addresses(Overlay overlay) {
        Set<String> addresses = new TreeSet<>();
        overlay.podTemplates().keySet().forEach(name -> addresses.addAll(addressesOf(overlay, name)));
        return addresses;
    }

    static Set<String> addressesOf(Overlay overlay, String deployment) {
        JsonNode environment = environment(overlay.one("Deployment", deployment));
        Set<String> addresses = new TreeSet<>();
        StreamSupport.stream(environment.spliterator(), false)
                .map(entry -> entry.path("value").asText())
                .flatMap(value -> java.util.regex.Pattern.compile("(?:^|//)([a-z][a-z0-9-]*:\\d+)")
                        .matcher(value)
                        .results())
                .forEach(match -> addresses.add(match.group(1)));
        if (environment.has("KOL_POSTGRES_HOST")) {
            addresses.add(environment.path("KOL_POSTGRES_HOST").path("value").asText() + ":"
                    + environment.path("KOL_POSTGRES_PORT").path("value").asText());
        }
        return addresses;
    }

    private static String script(boolean demo) {
        String script = Tools.ROOT.resolve("k8s").resolve("secrets").toString();
        return Tools.run(demo ? List.of(script, "--demo", "an-id", "a-key") : List.of(script, "an-id", "a-key"));
    }

    private static JsonNode environment(Overlay overlay, SuiteSettings service) {
        return environment(overlay.one("Deployment", service.module()));
    }

    private static JsonNode environment(JsonNode deployment) {
        ObjectNode environment = Overlay.YAML.createObjectNode();
        deployment
                .at("/spec/template/spec/containers/0/env")
                .forEach(entry -> environment.set(entry.path("name").asText(), entry));
        return environment;
    }

    private static Set<String> namesOf(JsonNode environment) {
        Set<String> names = new TreeSet<>();
        environment.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String secretOf(JsonNode environment, String name) {
        return environment.path(name).at("/valueFrom/secretKeyRef/name").asText();
    }

    private static boolean looksLikeASecret(String setting) {
        return setting.matches(".*(password|secret|[.-]keys?)$");
    }

    private static void need(Map<String, Set<String>> needed, String secret, String key) {
        needed.computeIfAbsent(secret, same -> new TreeSet<>()).add(key);
    }
}
