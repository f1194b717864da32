package org.kolsuite.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RealInput;
import org.kolsuite.registry.Api;

/** Imports of files that nobody on this team wrote, against the facts that data/README.md states of them. */
@QuarkusTest
@WithTestResource(KolStack.class)
class RealFilesTest {
    private static final String INFLUENCERS =
            "influencers/juancos__Multicanal-Engagement-Analysis-and-Markerting-Mix/social media influencers";

    private final Api mei = Api.freshOrganisation();

    @Test
    void threeInstagramSnapshotsHoldOneThousandThreeHundredFourteenHandles() {
        // When
        file(" - instagram.csv")
                .of("instagram", "2022-03-01")
                .column(0, "handle")
                .column(1, "displayName")
                .column(2, "topic")
                .column(3, "topic")
                .column(5, "followers")
                .column(6, "country")
                .column(8, "authenticEngagements")
                .column(10, "avgEngagements")
                .finished();
        // The labels of the June file stand one column off; a person corrects them.
        JsonPath june = file("-instagram june 2022 - june 2022.csv")
                .of("instagram", "2022-06-01")
                .column(0, "handle")
                .column(1, "displayName")
                .column(2, "topic")
                .column(3, "topic")
                .column(5, "followers")
                .column(6, "country")
                .column(8, "authenticEngagements")
                .column(10, "avgEngagements")
                .finished();
        file(" - instagram sep-2022.csv")
                .of("instagram", "2022-09-01")
                .column(1, "handle")
                .column(2, "displayName")
                .column(4, "followers")
                .column(5, "country")
                .column(7, "authenticEngagements")
                .column(9, "avgEngagements")
                .column(10, "topic")
                .column(11, "topic")
                .finished();

        // Then: nothing is lost, and the sixteen handles with conflicting values in June are shown
        assertEveryLineIsAccountedFor(june);
        assertThat(june.getLong("counts.openConflicts")).isEqualTo(16);
        String conflicts = "/api/v1/imports/" + june.getString("id") + "/conflicts";
        List<String> contested = mei.get(conflicts).jsonPath().getList("items.handle");
        assertThat(contested).contains("amitabhbachchan", "cznburak", "leonardodicaprio");
        settleEverything();
        assertThat(number("select count(distinct handle) from account_name where tenant_id = ?"))
                .isEqualTo(1_314);
        assertThat(number("select count(*) from account where tenant_id = ?")).isEqualTo(1_314);
        assertThat(number("select count(*) from kol where tenant_id = ?")).isEqualTo(1_314);
        assertThat(number("select count(distinct taken_on) from account_observation where tenant_id = ?"))
                .isEqualTo(3);
    }

    @Test
    void threeTikTokSnapshotsHoldTwoThousandOneHundredNinetyEightHandles() {
        // When: the abbreviated columns of the first file ("13.8M"), the exact ones of the others
        file(" - tiktok.csv")
                .of("tiktok", "2022-03-01")
                .column(0, "handle")
                .column(1, "displayName")
                .column(2, "followers")
                .column(4, "avgViews")
                .column(6, "avgLikes")
                .column(8, "avgComments")
                .column(10, "avgShares")
                .finished();
        file("-tiktok june 2022 - june 2022.csv")
                .of("tiktok", "2022-06-01")
                .column(0, "handle")
                .column(1, "displayName")
                .column(3, "followers")
                .column(5, "avgViews")
                .column(7, "avgLikes")
                .column(9, "avgComments")
                .column(11, "avgShares")
                .finished();
        file(" - Tiktok sep 2022.csv")
                .of("tiktok", "2022-09-01")
                .column(1, "handle")
                .column(2, "displayName")
                .column(4, "followers")
                .column(6, "avgViews")
                .column(8, "avgLikes")
                .column(10, "avgComments")
                .column(12, "avgShares")
                .finished();
        settleEverything();

        // Then
        assertThat(number("select count(distinct handle) from account_name where tenant_id = ?"))
                .isEqualTo(2_198);
        assertThat(number("select count(*) from account where tenant_id = ?")).isEqualTo(2_198);
        assertThat(number("select followers from account where tenant_id = ? and handle = 'khaby.lame'"))
                .isEqualTo(149_200_000);
        assertThat(number("""
                        select count(*) from account_observation o join account a on a.id = o.account_id
                        where a.tenant_id = ? and a.handle = 'khaby.lame'""")).isEqualTo(3);
    }

    @Test
    void bothPrestonPlayzChannelsAreSeenInAllThreeYoutubeSnapshots() {
        // When
        JsonPath first = file(" - youtube.csv")
                .of("youtube", "2022-03-01")
                .column(0, "handle")
                .column(1, "displayName")
                .column(2, "topic")
                .column(4, "followers")
                .column(5, "country")
                .column(7, "avgViews")
                .column(9, "avgLikes")
                .column(11, "avgComments")
                .finished();
        String conflicts = "/api/v1/imports/" + first.getString("id") + "/conflicts";
        JsonPath preston = mei.get(conflicts).jsonPath();
        mei.post(
                        conflicts + "/" + preston.getString("items[0].id") + "/resolve",
                        Map.of("decision", "SEPARATE_ACCOUNTS"))
                .then()
                .statusCode(200)
                .body("decision", equalTo("SEPARATE_ACCOUNTS"));
        JsonPath june = file("-youtube june 2022 - june 2022.csv")
                .of("youtube", "2022-06-01")
                .column(0, "handle")
                .column(1, "displayName")
                .column(2, "topic")
                .column(3, "topic")
                .column(5, "followers")
                .column(6, "country")
                .column(8, "avgViews")
                .column(10, "avgLikes")
                .column(12, "avgComments")
                .finished();
        JsonPath september = file(" - Youtube sep-2022.csv")
                .of("youtube", "2022-09-01")
                .column(2, "handle")
                .column(1, "displayName")
                .column(3, "country")
                .column(5, "followers")
                .column(6, "topic")
                .column(8, "avgLikes")
                .column(10, "avgComments")
                .column(11, "topic")
                .finished();

        // Then: the question is asked once
        assertThat(preston.getList("items")).hasSize(1);
        assertThat(preston.<Integer>getList("items[0].lines.line")).containsExactly(225, 560);
        assertThat(preston.getBoolean("items[0].separable")).isTrue();
        assertThat(june.getLong("counts.openConflicts")).isZero();
        assertThat(september.getLong("counts.openConflicts")).isZero();
        assertThat(number("""
                        select count(*) from account_observation o join account a on a.id = o.account_id
                        where a.tenant_id = ? and a.handle_key = 'prestonplayz'""")).isEqualTo(6);
        // 1,181 spellings; "MyMissAnand" and "mymissanand" are one channel, and PrestonPlayz is two
        assertThat(number("select count(distinct handle) from account_name where tenant_id = ?"))
                .isEqualTo(1_181);
        assertThat(number("select count(*) from account where tenant_id = ?")).isEqualTo(1_181);
        // "#VALOR!" is reported with line and column, and the line is kept
        JsonPath issues = mei.get("/api/v1/imports/" + june.getString("id") + "/errors?limit=200")
                .jsonPath();
        assertThat(issues.<String>getList("items.findAll { it.line == 2 }.code"))
                .contains("SPREADSHEET_ERROR");
        assertThat(issues.getInt("items.find { it.line == 2 && it.code == 'SPREADSHEET_ERROR' }.columnNo"))
                .isEqualTo(11);
        assertThat(june.getInt("counts.rejected")).isZero();
        assertEveryLineIsAccountedFor(june);
    }

    @Test
    void biliBiliCreatorsStayOneThroughFiftyRenamings() {
        // When
        JsonPath done = mei.upload(RealInput.file(
                        "social/HadeonYu__BiliPopular-DailyInfo/derived_snapshots_2023-08-25_to_10-17.csv"))
                .of("bilibili", "2023-10-17")
                .column(0, "snapshotDate")
                .column(5, "platformUid")
                .column(6, "displayName")
                .column(7, "followers")
                .column(2, "topic")
                .finished();

        // Then
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertEveryLineIsAccountedFor(done);
        assertThat(done.getInt("counts.created")).isEqualTo(6_628);
        assertThat(number("select count(*) from account where tenant_id = ?")).isEqualTo(6_628);
        assertThat(number("""
                        select count(*) from (select account_id from account_name where tenant_id = ?
                                              group by account_id having count(*) > 1) renamed""")).isEqualTo(50);
        assertThat(number("""
                        select count(*) from (select account_id, taken_on from account_observation where tenant_id = ?
                                              group by account_id, taken_on having count(distinct followers) > 1) several""")).isEqualTo(1_351);
    }

    private Api.Upload file(String name) {
        return mei.upload(RealInput.file(INFLUENCERS + name));
    }

    /** Keeps the first line of every open conflict of every import. */
    private void settleEverything() {
        for (String id : mei.get("/api/v1/imports").jsonPath().<String>getList("items.id")) {
            String conflicts = "/api/v1/imports/" + id + "/conflicts";
            JsonPath open = mei.get(conflicts).jsonPath();
            for (int i = 0; i < open.getList("items").size(); i++) {
                mei.post(
                                conflicts + "/" + open.getString("items[" + i + "].id") + "/resolve",
                                Map.of("decision", "KEEP_LINE", "line", open.getInt("items[" + i + "].lines[0].line")))
                        .then()
                        .statusCode(200);
            }
        }
    }

    private static void assertEveryLineIsAccountedFor(JsonPath job) {
        assertThat(job.getInt("counts.created")
                        + job.getInt("counts.updated")
                        + job.getInt("counts.repeated")
                        + job.getInt("counts.rejected")
                        + job.getInt("counts.inConflict"))
                .isEqualTo(job.getInt("totalLines"));
    }

    private long number(String query) {
        return Database.number(query, mei.tenant());
    }
}
