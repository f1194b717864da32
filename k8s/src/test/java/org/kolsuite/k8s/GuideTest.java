package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the operator's guide says is what the objects and the settings say. */
class GuideTest {
    private static final String GUIDE = OverlayTest.read("docs/guides/operator.md");

    @Test
    void aRestoredDatabaseIsTheOneOfProductionButForWhereItComesFrom() {
        // Given
        List<JsonNode> restored = Overlay.parse(OverlayTest.read("k8s/restore.yaml"));
        ObjectNode cluster = restored.getFirst().path("spec").deepCopy();
        ObjectNode original = Overlay.named("production")
                .one("Cluster", "postgres-payment")
                .path("spec")
                .deepCopy();

        // Then
        assertThat(restored).hasSize(2).allSatisfy(StrictModels::read);
        JsonNode recovery = cluster.at("/bootstrap/recovery");
        for (String same : List.of("database", "owner", "secret")) {
            assertThat(recovery.path(same)).isEqualTo(original.at("/bootstrap/initdb/" + same));
        }
        assertThat(cluster.at("/externalClusters/0/plugin/parameters/serverName")
                        .asText())
                .isEqualTo("postgres-payment");
        assertThat(cluster.at("/externalClusters/0/name")).isEqualTo(recovery.path("source"));
        cluster.remove(List.of("bootstrap", "externalClusters"));
        original.remove("bootstrap");
        assertThat(cluster).isEqualTo(original);
    }

    @Test
    void aRestoredDatabaseIsBackedUpToo() {
        JsonNode backup =
                Overlay.parse(OverlayTest.read("k8s/restore.yaml")).getLast().path("spec");

        assertThat(backup.at("/cluster/name").asText()).isEqualTo("postgres-payment-restored");
        assertThat(Overlay.named("production").ofKind("ScheduledBackup"))
                .extracting(other -> other.at("/spec/schedule").asText())
                .doesNotContain(backup.path("schedule").asText());
        ObjectNode how = backup.deepCopy();
        ObjectNode asOthers = Overlay.named("production")
                .one("ScheduledBackup", "postgres-payment")
                .path("spec")
                .deepCopy();
        how.remove(List.of("schedule", "cluster"));
        asOthers.remove(List.of("schedule", "cluster"));
        assertThat(how).isEqualTo(asOthers);
    }

    @Test
    void everyObjectInItIsWhatItsModelSays() {
        List<JsonNode> objects = Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(GUIDE)
                .results()
                .flatMap(block -> Overlay.parse(block.group(1)).stream())
                .filter(object -> object.has("kind"))
                .toList();

        assertThat(objects).isNotEmpty().allSatisfy(StrictModels::read);
    }

    @Test
    void saysHowLongAReplicaMayTakeToFinishWhatItHas() {
        Matcher seconds =
                Pattern.compile("finishes what it has within (\\d+) s").matcher(GUIDE);

        assertThat(seconds.find()).isTrue();
        assertThat(SuiteSettings.ofEveryService())
                .allSatisfy(service -> assertThat(service.get("quarkus.shutdown.timeout"))
                        .as(service.module())
                        .matches(seconds.group(1) + "s?"));
    }

    @Test
    void theReadmeNamesEachLabelAndNameThatMustBeThereBefore() {
        // Given
        Overlay traced = Overlay.named("traced");
        String readme = OverlayTest.read("k8s/README.md");
        List<String> needed = new ArrayList<>();
        traced.everywhere(node -> node.has("namespaceSelector"))
                .forEach(peer -> peer.at("/namespaceSelector/matchLabels")
                        .properties()
                        .forEach(label -> needed.add(
                                label.getKey().equals("kubernetes.io/metadata.name")
                                        ? label.getValue().asText()
                                        : label.getKey() + "="
                                                + label.getValue().asText())));
        JsonNode gateway = traced.ofKind("Gateway").getFirst();
        needed.add(gateway.at("/spec/gatewayClassName").asText());
        needed.add(gateway.path("metadata")
                .path("annotations")
                .path("cert-manager.io/cluster-issuer")
                .asText());

        // Then
        assertThat(needed).contains("monitoring", "cnpg-system", "kol-suite/edge=true", "letsencrypt");
        assertThat(needed).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void backupsGoWhereTheSiteSays() {
        for (Overlay overlay : Overlay.all()) {
            String site = overlay.ofKind("ConfigMap").stream()
                    .filter(map -> Overlay.nameOf(map).startsWith("site-"))
                    .map(map -> map.at("/data/backup-path").asText())
                    .findFirst()
                    .orElseThrow();

            assertThat(site).startsWith("s3://");
            assertThat(overlay.one("ObjectStore", "backups")
                            .at("/spec/configuration/destinationPath")
                            .asText())
                    .isEqualTo(site);
        }
    }

    @Test
    void saysHowLongAMessageIsKnownAsARepetition() {
        Matcher days =
                Pattern.compile("\\((\\d+) days, `kol\\.retention\\.inbox`\\)").matcher(GUIDE);

        assertThat(days.find()).isTrue();
        SuiteSettings service = SuiteSettings.ofEveryService().stream()
                .filter(one -> one.module().equals("payment-service"))
                .findFirst()
                .orElseThrow();
        assertThat(Period.parse(service.get("kol.retention.inbox")).getDays())
                .isEqualTo(Integer.parseInt(days.group(1)));
    }
}
