package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.reporting.Scene.Collaboration;

@QuarkusTest
@WithTestResource(KolStack.class)
class TrackedLinksTest {
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15";

    @Test
    void aClickIsRedirectedAndCountedAndBotsApart() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = known(scene);

        // When
        visit(PHONE)
                .get("/t/" + li.slug())
                .then()
                .statusCode(302)
                .header("Location", "https://shop.example/p/" + li.slug())
                .header("Cache-Control", "no-store");
        visit("Mozilla/5.0 (compatible; Baiduspider/2.0)")
                .get("/t/" + li.slug())
                .then()
                .statusCode(302);
        visit(PHONE)
                .header("Sec-Purpose", "prefetch")
                .get("/t/" + li.slug())
                .then()
                .statusCode(302);
        visit(PHONE).head("/t/" + li.slug()).then().statusCode(302);

        // Then
        JsonPath report =
                scene.report("collaboration", row -> Objects.equals(row.get("items[0].metrics.CLICKS.value"), 1));
        assertThat(kinds(li)).containsExactlyInAnyOrder("PERSON", "BOT", "PREFETCH", "HEAD");
        assertThat(report.getString("items[0].metrics.CLICKS.inputs[0].source")).isEqualTo("TRACKED");
    }

    @Test
    void twoHundredClicksAtOnceAreTwoHundred() throws InterruptedException, ExecutionException {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = known(scene);

        // When
        try (var pool = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> pool.submit(
                            () -> visit(PHONE).get("/t/" + li.slug()).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(302);
            }
        }

        // Then
        scene.report("collaboration", row -> Objects.equals(row.get("items[0].metrics.CLICKS.value"), 200));
    }

    @Test
    void aLinkThatNobodyIssuedIsNotFound() {
        visit(PHONE).get("/t/nobody-issued-this").then().statusCode(404).body("code", equalTo("UNKNOWN_LINK"));
        visit(PHONE).get("/t/a'b").then().statusCode(404);
    }

    @Test
    void aTargetThatABrowserWouldRunIsNotServed() {
        // Given
        Scene scene = Scene.aScene().told();
        UUID id = Ids.next();
        String slug = "x" + id.toString().replace("-", "");
        TestKafka.publish(
                scene.tenant,
                new CollaborationState(
                        id,
                        1,
                        scene.campaign,
                        Ids.next(),
                        Ids.next(),
                        null,
                        "GIFT",
                        "INVITED",
                        null,
                        null,
                        null,
                        slug,
                        "javascript:alert(1)",
                        "https://xiaohongshu.com/explore/" + slug,
                        Scene.PUBLISHED));
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        // Then
        visit(PHONE).get("/t/" + slug).then().statusCode(404);
    }

    private static Collaboration known(Scene scene) {
        Collaboration li = scene.gift("LI");
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        return li;
    }

    private static RequestSpecification visit(String userAgent) {
        return given().redirects().follow(false).header("User-Agent", userAgent);
    }

    private static List<String> kinds(Collaboration of) {
        try (var superuser = KolStack.superuser();
                var clicks = superuser.prepareStatement("select kind from click_fact where collaboration_id = ?")) {
            clicks.setObject(1, of.id());
            var rows = clicks.executeQuery();
            List<String> kinds = new java.util.ArrayList<>();
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
            return kinds;
        } catch (java.sql.SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
