package org.kolsuite.campaign.escalation.rest;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.kolsuite.campaign.Api.BRUNO;
import static org.kolsuite.campaign.Api.FRANK;
import static org.kolsuite.campaign.Api.MEI;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

@QuarkusTest
@WithTestResource(KolStack.class)
class EscalationRuleResourceTest {

    @Test
    void theOrganisationEditsItsRule() {
        // Given
        String id = MEI.created("/api/v1/escalation-rules", rule(1, over("ORDERS", 1_000_000)))
                .getString("id");

        // When
        MEI.request()
                .header("If-Match", "\"0\"")
                .body(rule(1, over("ORDERS", 2_000_000), over("SAVES", 900_000)))
                .put("/api/v1/escalation-rules/" + id)
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("conditions.size()", is(2));

        // Then
        MEI.get("/api/v1/escalation-rules").then().body("items.id", hasItem(id));
        BRUNO.get("/api/v1/escalation-rules").then().body("items.id", not(hasItem(id)));
        BRUNO.get("/api/v1/escalation-rules/" + id)
                .then()
                .statusCode(404)
                .body("code", is("ESCALATION_RULE_NOT_FOUND"));
        FRANK.create("/api/v1/escalation-rules", rule(1, over("ORDERS", 1)))
                .then()
                .statusCode(403);
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        refused(rule(2, over("ORDERS", 10)), "NEEDED_OUT_OF_RANGE");
        refused(rule(1, over("AUDIT_SCORE", 120)), "THRESHOLD_OUT_OF_RANGE");
        refused(rule(1, over("ORDERS", -1)), "THRESHOLD_OUT_OF_RANGE");
        refused(rule(1, over("VIRAL_RATE", 0)), "VIRAL_THRESHOLD_MISSING");
        refused(rule(1, over("FAME", 1)), "INVALID_REQUEST");
    }

    private static void refused(Map<String, Object> rule, String code) {
        MEI.create("/api/v1/escalation-rules", rule).then().statusCode(422).body("code", is(code));
    }

    @SafeVarargs
    private static Map<String, Object> rule(int needed, Map<String, Object>... conditions) {
        return Map.of("name", "Proven sellers", "active", true, "needed", needed, "conditions", List.of(conditions));
    }

    private static Map<String, Object> over(String metric, long threshold) {
        return Map.of("metric", metric, "threshold", threshold);
    }
}
