package org.kolsuite.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Period;
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
