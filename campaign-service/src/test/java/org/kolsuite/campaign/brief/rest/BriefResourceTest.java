package org.kolsuite.campaign.brief.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.kolsuite.campaign.Api.BRUNO;
import static org.kolsuite.campaign.Api.MEI;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

@QuarkusTest
@WithTestResource(KolStack.class)
class BriefResourceTest {

    @Test
    void aBriefIsWrittenRewrittenAndListed() {
        // Given
        String campaign = MEI.aRunningCampaign(1_000);
        Map<String, Object> words = MEI.aBriefFor(campaign);
        String id = MEI.created("/api/v1/briefs", words).getString("id");

        // When
        words.put("title", "Winter glow");
        words.remove("rights");
        MEI.request()
                .header("If-Match", MEI.get("/api/v1/briefs/" + id).header("ETag"))
                .body(words)
                .put("/api/v1/briefs/" + id)
                .then()
                .statusCode(200)
                .body("title", is("Winter glow"))
                .body("rights", nullValue());

        // Then
        MEI.get("/api/v1/briefs?campaignId=" + campaign).then().body("items.title", contains("Winter glow"));
        BRUNO.get("/api/v1/briefs/" + id).then().statusCode(404).body("code", is("BRIEF_NOT_FOUND"));
        BRUNO.get("/api/v1/briefs?campaignId=" + campaign).then().body("total", is(0));
    }

    @Test
    void w08_aLocalDeadlineIsAnInstantInTheCampaignsZoneAlsoWhereTheClockSkipsIt() {
        // Given
        Map<String, Object> plan = MEI.aPlan(MEI.aBrand(), 1_000);
        plan.put("timeZone", "Europe/Berlin");
        String campaign = MEI.created("/api/v1/campaigns", plan).getString("id");
        Map<String, Object> words = MEI.aBriefFor(campaign);
        words.put(
                "deliverables",
                List.of(
                        Map.of("format", "video", "quantity", 1, "dueLocal", "2026-12-01T18:00:00"),
                        Map.of("format", "video", "quantity", 1, "dueLocal", "2027-03-28T02:30:00")));

        // When / Then
        MEI.create("/api/v1/briefs", words)
                .then()
                .statusCode(201)
                .body("deliverables.dueAt", contains("2026-12-01T17:00:00Z", "2027-03-28T01:30:00Z"));
    }

    @Test
    void badBriefsAreRefusedByField() {
        String campaign = MEI.aRunningCampaign(1_000);
        refused(campaign, "trackingTarget", "javascript:alert(1)", "TRACKING_TARGET_NOT_WEB", "trackingTarget");
        refused(campaign, "places", 0, "PLACES_MUST_BE_POSITIVE", "places");
        refused(campaign, "deliverables", List.of(), null, "deliverables");
        refused(
                campaign,
                "rights",
                Map.of(
                        "channels",
                        List.of("tmall"),
                        "territory",
                        List.of("China"),
                        "termDays",
                        0,
                        "paidAds",
                        false,
                        "exclusive",
                        false),
                null,
                "rights.termDays");
        refused(campaign, "placesTaken", 3, "INVALID_REQUEST", "placesTaken");
    }

    private static void refused(
            String campaign, String field, Object value, @org.jspecify.annotations.Nullable String code, String at) {
        Map<String, Object> words = MEI.aBriefFor(campaign);
        words.put(field, value);
        var answer = MEI.create("/api/v1/briefs", words).then().statusCode(422).body("errors.field", hasItem(at));
        if (code != null) {
            answer.body("code", is(code));
        }
    }
}
