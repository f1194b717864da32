package org.kolsuite.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.reporting.ResultMeasured;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.time.MovableClock;
import org.kolsuite.reporting.Scene.Collaboration;

@QuarkusTest
@WithTestResource(KolStack.class)
class MeasuredResultsTest {
    @Inject
    MovableClock clock;

    @Inject
    Clock time;

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void resultsAreAnnouncedWhenTheyAreDueAndCorrectedWhenFactsComeLate() {
        // Given: a post of today, and metrics of tomorrow
        Instant published = time.instant().minus(Duration.ofHours(1));
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.collaboration("LI", "GIFT", "PUBLISHED", null, published, null);
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        assertThat(announced(li)).isEmpty();

        // When: a week passes
        clock.move(Duration.ofDays(8));
        upload(li, published.plus(Duration.ofDays(1)), 700);
        List<ResultMeasured> week = awaitAnnounced(li, 700L);

        // Then
        assertThat(week.getLast().daysAfter()).isEqualTo(7);
        assertThat(week.getLast().campaignId()).isEqualTo(scene.campaign);

        // When: two more weeks pass, and a snapshot of the sixth day turns up
        clock.move(Duration.ofDays(14));
        upload(li, published.plus(Duration.ofDays(6)), 900);

        // Then: the week's result is corrected, the third week's announced
        awaitAnnounced(li, 900L);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(announced(li))
                        .anySatisfy(result -> {
                            assertThat(result.daysAfter()).isEqualTo(7);
                            assertThat(result.engagements()).isEqualTo(900L);
                        })
                        .anySatisfy(result -> {
                            assertThat(result.daysAfter()).isEqualTo(21);
                            assertThat(result.engagements()).isEqualTo(900L);
                        }));
    }

    @Test
    void w11_theSameSnapshotAgainAnnouncesNothing() throws SQLException {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        upload(li, Scene.PUBLISHED.plus(Duration.ofDays(2)), 300);
        awaitAnnounced(li, 300L);
        await().atMost(Duration.ofSeconds(20)).until(() -> announced(li).size() >= 2);
        int before = announced(li).size();

        // When
        upload(li, Scene.PUBLISHED.plus(Duration.ofDays(2)), 300);
        TestKafka.publish(scene.tenant, scene.state(li, 2, "GIFT", "MEASURED", null, Scene.PUBLISHED));
        upload(li, Scene.PUBLISHED.plus(Duration.ofDays(30)), 999);
        scene.report(
                "collaboration",
                report -> Integer.valueOf(999).equals(report.get("items[0].metrics.ENGAGEMENTS.value")));

        // Then: what happened after the cut is not part of it
        assertThat(announced(li)).hasSize(before);
    }

    private static void upload(Collaboration to, Instant takenAt, long likes) {
        String file = "post link,taken at,likes\n" + to.postUrl() + "," + takenAt + "," + likes + "\n";
        assertThat(Scene.imported("metrics", Scene.MEI, "m.csv", file.getBytes(UTF_8), Map.of())
                        .getInt("rejected"))
                .isZero();
    }

    private static List<ResultMeasured> awaitAnnounced(Collaboration of, Long engagements) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> announced(of),
                        results -> results.stream().anyMatch(result -> engagements.equals(result.engagements())));
    }

    private static List<ResultMeasured> announced(Collaboration of) {
        return TestKafka.everythingOn(Topics.RESULT_EVENTS).stream()
                .filter(received -> of.id().toString().equals(received.key()))
                .map(received -> received.as(ResultMeasured.class))
                .toList();
    }
}
