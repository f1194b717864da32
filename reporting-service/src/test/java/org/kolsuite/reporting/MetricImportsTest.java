package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.campaign.CollaborationState;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RealInput;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;
import org.kolsuite.reporting.Scene.Collaboration;

@QuarkusTest
@WithTestResource(KolStack.class)
class MetricImportsTest {

    @Test
    void fiftyXiaohongshuNotesAreReadWithTheirOddities() throws IOException {
        // Given: a collaboration for each note of the file
        Path file = RealInput.file("social/sansui66__xiaohongshu-analysis/processed_xiaohongshu_notes.xlsx");
        Scene scene = Scene.sceneOf(UUID.randomUUID()).told();
        Table table = TabularFile.open(file, "notes.xlsx").table();
        List<String> links;
        try (var rows = table.rows()) {
            links = rows.map(row -> row.text(0)).toList();
        }
        String manager = Tokens.memberOf(scene.tenant, "mei", "brand-manager");
        for (String link : links) {
            TestKafka.publish(scene.tenant, publishedNote(scene, link));
        }
        scene.report("collaboration", report -> report.getLong("total") == 50);

        // When
        JsonPath job = Scene.imported(
                "metrics", manager, "notes.xlsx", Files.readAllBytes(file), Map.of("asOf", "2024-12-01"));

        // Then
        assertThat(links).hasSize(50);
        assertThat(job.getInt("linesTotal")).isEqualTo(50);
        assertThat(job.getInt("linesRead")).isEqualTo(50);
        assertThat(job.getInt("added")).isEqualTo(50);
        assertThat(job.getInt("rejected")).isZero();
        JsonPath problems = given().auth()
                .oauth2(manager)
                .get("/api/v1/metrics/imports/" + job.getString("id") + "/problems?limit=200")
                .jsonPath();
        assertThat(problems.getList("items.code")).contains("READS_BELOW_ENGAGEMENTS", "DECLARED_TOTAL_DIFFERS");
        assertThat(problems.getList("items.severity")).containsOnly("WARNING");
        // the fourth line: 350 estimated reads, 555 declared engagements
        assertThat(problems.getList("items.findAll { it.line == 4 }.detail").toString())
                .contains("350 reads", "587 engagements");
        long reads = sum(table, "预估阅读量");
        JsonPath report = scene.report(
                "campaign", row -> Objects.equals(row.get("items[0].metrics.READS.value"), Math.toIntExact(reads)));
        assertThat(report.getLong("items[0].metrics.ENGAGEMENTS.value"))
                .isEqualTo(sum(table, "点赞数") + sum(table, "收藏数") + sum(table, "评论数") + sum(table, "分享数"));
        assertThat(report.getString("items[0].metrics.ENGAGEMENT_RATE.notComputable.because"))
                .isEqualTo("no source has given views");
    }

    @Test
    void e08_lateAndShuffledMetricsGiveTheSameNumbers() {
        // Given: two scenes and the same twelve snapshots
        Scene inOrder = Scene.aScene().told();
        Scene shuffled = Scene.aScene().told();
        Collaboration first = inOrder.gift("LI");
        Collaboration second = shuffled.gift("LI");
        inOrder.report("collaboration", report -> report.getList("items").size() == 1);
        shuffled.report("collaboration", report -> report.getList("items").size() == 1);
        List<String> days = new ArrayList<>();
        for (int day = 2; day < 14; day++) {
            days.add("2026-03-%02d,%d,%d".formatted(day, day * 1_000, day * 40));
        }

        // When: once as one file in order, once line by line in any order
        upload(first, days);
        List<String> anyOrder = new ArrayList<>(days);
        Collections.shuffle(anyOrder, new Random(7));
        anyOrder.forEach(day -> upload(second, List.of(day)));

        // Then
        JsonPath expected = inOrder.report("collaboration", report -> likes(report) == 520);
        JsonPath actual = shuffled.report("collaboration", report -> likes(report) == 520);
        for (String metric : List.of("VIEWS", "ENGAGEMENTS", "ENGAGEMENT_RATE", "POSTS")) {
            assertThat(actual.getString("items[0].metrics." + metric + ".value"))
                    .isEqualTo(expected.getString("items[0].metrics." + metric + ".value"));
        }
        // the last line of the shuffled ones is of the middle of the month: the totals stand before its day does
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(days(shuffled)).isEqualTo(days(inOrder)));
    }

    @Test
    void linesThatFitNoPostAreNamed() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        String file = "post link,collaboration id,taken at,likes\n"
                + "https://www.xiaohongshu.com/explore/unknown,,2026-03-02,1\n"
                + "not a link,,2026-03-02,1\n"
                + "," + Ids.next() + ",2026-03-02,1\n"
                + ",," + "2026-03-02,1\n"
                + "," + li.id() + ",2026-03-02,-5\n"
                + "," + li.id() + ",2099-03-02,5\n"
                + "," + li.id() + ",2026-03-02,\n"
                + "," + li.id() + ",2026-03-02,#VALOR!\n"
                + "," + li.id() + ",2026-03-02,1.2万\n";

        // When
        JsonPath job = Scene.imported("metrics", Scene.MEI, "m.csv", file.getBytes(UTF_8), Map.of());

        // Then
        assertThat(job.getInt("added")).isEqualTo(1);
        assertThat(problems(job).getList("items.code"))
                .containsExactly(
                        "UNKNOWN_POST",
                        "NOT_A_LINK",
                        "UNKNOWN_COLLABORATION",
                        "MISSING",
                        "NEGATIVE_COUNTER",
                        "IN_THE_FUTURE",
                        "NO_COUNTERS",
                        "SPREADSHEET_ERROR");
        scene.report("collaboration", report -> likes(report) == 12_000);
    }

    @Test
    void longFilesAreJudgedAndStoredInParts() {
        // Given: two full parts and some, every two hundredth line bad, across the seams
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        StringBuilder file = new StringBuilder("collaboration id,taken at,likes\n");
        for (int line = 1; line <= 24_001; line++) {
            file.append(li.id())
                    .append(",2026-03-02 %02d:%02d:%02d,".formatted(line / 3600, line / 60 % 60, line % 60))
                    .append(line % 200 == 0 ? "many" : String.valueOf(line))
                    .append('\n');
        }

        // When
        JsonPath job =
                Scene.imported("metrics", Scene.MEI, "m.csv", file.toString().getBytes(UTF_8), Map.of());
        JsonPath again =
                Scene.imported("metrics", Scene.MEI, "m.csv", file.toString().getBytes(UTF_8), Map.of());
        JsonPath allOrNothing = Scene.imported(
                "metrics", Scene.MEI, "m.csv", file.toString().getBytes(UTF_8), Map.of("mode", "ALL_OR_NOTHING"));

        // Then
        assertThat(job.getInt("linesTotal")).isEqualTo(24_001);
        assertThat(job.getInt("linesRead")).isEqualTo(24_001);
        assertThat(job.getInt("rejected")).isEqualTo(120);
        assertThat(job.getInt("added")).isEqualTo(23_881);
        assertThat(problems(job).getList("items.line", Integer.class))
                .hasSize(120)
                .isSorted()
                .contains(10_001, 20_001, 24_001);
        assertThat(again.getInt("added")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(23_881);
        assertThat(allOrNothing.getString("status")).isEqualTo("REFUSED");
        assertThat(problems(allOrNothing).getList("items")).hasSize(120);
        scene.report("collaboration", report -> likes(report) == 24_001);
    }

    @Test
    void aShortFileDoesNotWaitBehindALongOne() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        Collaboration wang = scene.gift("WANG");
        scene.report("collaboration", report -> report.getList("items").size() == 2);

        // When
        String longOne = accepted(secondsFrom(li, 250_000));
        String shortOne = accepted(secondsFrom(wang, 10));

        // Then
        assertThat(Scene.ended(Scene.MEI, shortOne).getInt("added")).isEqualTo(10);
        assertThat(given().auth().oauth2(Scene.MEI).get(longOne).jsonPath().getString("status"))
                .isEqualTo("RUNNING");
        assertThat(Scene.ended(Scene.MEI, longOne).getInt("added")).isEqualTo(250_000);
    }

    @Test
    void filesThatSayTheSameAtOnceAddItOnce() {
        // Given: the one from its beginning to its end, the other from its end to its beginning
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        List<String> lines = secondsFrom(li, 60_000);

        // When
        String forwards = accepted(lines);
        String backwards = accepted(lines.reversed());

        // Then
        JsonPath one = Scene.ended(Scene.MEI, forwards);
        JsonPath other = Scene.ended(Scene.MEI, backwards);
        assertThat(one.getInt("added") + other.getInt("added")).isEqualTo(60_000);
        assertThat(one.getInt("unchanged") + other.getInt("unchanged")).isEqualTo(60_000);
        scene.report("collaboration", report -> likes(report) == 60_000);
    }

    /** A line for each second since a moment, each with more likes than the one before. */
    private static List<String> secondsFrom(Collaboration collaboration, int lines) {
        LocalDateTime start = LocalDateTime.of(2026, 3, 2, 0, 0);
        return IntStream.rangeClosed(1, lines)
                .mapToObj(second -> collaboration.id() + "," + start.plusSeconds(second) + "," + second)
                .toList();
    }

    private static String accepted(List<String> lines) {
        String file = "collaboration id,taken at,likes\n" + String.join("\n", lines);
        return Scene.accepted("metrics", Scene.MEI, "m.csv", file.getBytes(UTF_8), Map.of());
    }

    @Test
    void aFileWithALineTooManyIsRefusedAndNothingOfItIsStored() {
        // Given: the five hundred thousand that are allowed, and one
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        scene.report("collaboration", report -> report.getList("items").size() == 1);
        String line = li.id() + ",2026-03-02,7\n";
        String file = "collaboration id,taken at,likes\n" + "x,2026-03-02,7\n" + line.repeat(500_000);

        // When
        JsonPath job = Scene.imported("metrics", Scene.MEI, "m.csv", file.getBytes(UTF_8), Map.of());

        // Then
        assertThat(job.getString("status")).isEqualTo("REFUSED");
        assertThat(job.getString("refusedCode")).isEqualTo("TOO_MANY_ROWS");
        assertThat(problems(job).getList("items")).isEmpty();
        JsonPath one = Scene.imported(
                "metrics", Scene.MEI, "m.csv", ("collaboration id,taken at,likes\n" + line).getBytes(UTF_8), Map.of());
        assertThat(one.getInt("added")).isEqualTo(1);
    }

    @Test
    void aKolReportsMetricsOfTheirOwnCollaborationOnly() {
        // Given
        Scene scene = Scene.aScene().told();
        Collaboration li = scene.gift("LI");
        Collaboration wang = scene.gift("WANG");
        scene.report("collaboration", report -> report.getList("items").size() == 2);
        String kol = Tokens.kol(li.user());

        // When
        Response mine = report(kol, snapshot(li, 900));
        Response foreign = report(kol, snapshot(wang, 1));
        Response unknown = report(kol, snapshot(Ids.next(), 1));

        // Then
        mine.then().statusCode(200).body("added", equalTo(1));
        foreign.then().statusCode(404).body("code", equalTo("UNKNOWN_ID"));
        assertThat(foreign.jsonPath().getString("title"))
                .isEqualTo(unknown.jsonPath().getString("title"));
        JsonPath rows = scene.report(
                "kol",
                report -> report.getList("items.metrics.ENGAGEMENTS.value").contains(900));
        assertThat(rows.getList("items.metrics.ENGAGEMENTS.inputs.flatten().source"))
                .contains("PARTNER");
    }

    @Test
    void partnersNeedTheScopeAndMembersAreNoPartners() {
        // Given
        Map<String, Object> any = snapshot(Ids.next(), 1);
        // Then
        report(Tokens.kol("anybody", "openid briefs:read"), any).then().statusCode(403);
        report(Scene.MEI, any).then().statusCode(403);
        given().contentType("application/json")
                .body(Map.of("snapshots", List.of(any)))
                .post("/partner/v1/metrics")
                .then()
                .statusCode(401);
    }

    @Test
    void s04_whatTheBodyMayNotSayIsRefused() {
        // Given
        String kol = Tokens.kol("anybody");
        Map<String, Object> withTenant = new HashMap<>(snapshot(Ids.next(), 1));
        withTenant.put("tenantId", Tokens.NORTHWIND.toString());
        Map<String, Object> negative = new HashMap<>(snapshot(Ids.next(), -1));
        Map<String, Object> future = new HashMap<>(snapshot(Ids.next(), 1));
        future.put("takenAt", "2099-01-01T00:00:00Z");
        Map<String, Object> wrongType = new HashMap<>(snapshot(Ids.next(), 1));
        wrongType.put("likes", "many");
        // Then
        report(kol, withTenant).then().statusCode(422).body("errors[0].code", equalTo("UNKNOWN_FIELD"));
        report(kol, negative).then().statusCode(422).body("errors[0].field", equalTo("snapshots[0].likes"));
        report(kol, future).then().statusCode(422).body("code", equalTo("TAKEN_IN_THE_FUTURE"));
        report(kol, wrongType).then().statusCode(422).body("errors[0].code", equalTo("WRONG_VALUE"));
        given().auth()
                .oauth2(kol)
                .header("Idempotency-Key", "x" + Ids.next())
                .contentType("application/json")
                .body(Map.of("snapshots", List.of()))
                .post("/partner/v1/metrics")
                .then()
                .statusCode(422)
                .body("code", equalTo("WRONG_NUMBER_OF_SNAPSHOTS"));
        for (String nothing : List.of("", "{\"snapshots\":[null]}")) {
            given().auth()
                    .oauth2(kol)
                    .header("Idempotency-Key", "x" + Ids.next())
                    .contentType("application/json")
                    .body(nothing)
                    .post("/partner/v1/metrics")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("INVALID_REQUEST"));
        }
    }

    private static CollaborationState publishedNote(Scene scene, String link) {
        return new CollaborationState(
                Ids.next(),
                1,
                scene.campaign,
                Ids.next(),
                Ids.next(),
                null,
                "GIFT",
                "PUBLISHED",
                null,
                scene.product,
                null,
                null,
                null,
                link,
                java.time.Instant.parse("2024-11-08T02:00:00Z"));
    }

    private static long sum(Table table, String column) {
        int index = table.header().indexOf(column).orElseThrow();
        try (var rows = table.rows()) {
            return rows.mapToLong((Row row) -> Long.parseLong(row.text(index))).sum();
        }
    }

    private static void upload(Collaboration to, List<String> days) {
        StringBuilder file = new StringBuilder("post link,taken at,views,likes\n");
        days.forEach(day -> file.append(to.postUrl()).append(',').append(day).append('\n'));
        Scene.imported("metrics", Scene.MEI, "d.csv", file.toString().getBytes(UTF_8), Map.of());
    }

    private static long likes(JsonPath report) {
        Object value = report.get("items[0].metrics.ENGAGEMENTS.value");
        return value == null ? -1 : ((Number) value).longValue();
    }

    private static List<Map<String, Object>> days(Scene scene) {
        return given().auth()
                .oauth2(Scene.MEI)
                .get("/api/v1/reports/campaigns/" + scene.campaign)
                .jsonPath()
                .getList("days");
    }

    private static Map<String, Object> snapshot(Collaboration of, long likes) {
        return snapshot(of.id(), likes);
    }

    private static Map<String, Object> snapshot(UUID collaboration, long likes) {
        return Map.of("collaborationId", collaboration.toString(), "takenAt", "2026-03-05T00:00:00Z", "likes", likes);
    }

    private static Response report(String token, Map<String, Object> snapshot) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", Ids.next().toString())
                .contentType("application/json")
                .body(Map.of("snapshots", List.of(snapshot)))
                .post("/partner/v1/metrics");
    }

    private static JsonPath problems(JsonPath job) {
        return given().auth()
                .oauth2(Scene.MEI)
                .get("/api/v1/metrics/imports/" + job.getString("id") + "/problems?limit=200")
                .jsonPath();
    }
}
