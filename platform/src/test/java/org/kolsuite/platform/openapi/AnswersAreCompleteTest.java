package org.kolsuite.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;

/** What the document says of answers, tried on those of this module. */
@QuarkusTest
@WithTestResource(KolStack.class)
class AnswersAreCompleteTest {
    private JsonPath schemas = JsonPath.from("{}");

    @BeforeEach
    void readTheDocument() {
        schemas = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("components.schemas.");
    }

    @Test
    void whatIsNotNullableIsAlwaysThere() {
        assertThat(schemas.<String>getList("NoteAnswer.required")).containsExactlyInAnyOrder("id", "text");
        assertThat(schemas.<String>getList("Entry.required"))
                .contains("id", "at", "actor")
                .doesNotContain("reason");
    }

    @Test
    void everyBodyOfTheOperationsThatAllServicesHaveHasASchema() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .path("paths");
        List<JsonNode> bodies = paths.properties().stream()
                .filter(path -> path.getKey().contains("/operations/"))
                .flatMap(path -> path.getValue().findValues("application/json").stream())
                .toList();
        assertThat(bodies)
                .hasSizeGreaterThan(5)
                .allSatisfy(body -> assertThat(body.has("schema")).isTrue());
    }

    @Test
    void whatIsNullableMayBeNull() {
        assertThat(schemas.<Object>get("Entry.properties.reason.type")).isEqualTo(List.of("string", "null"));
        assertThat(schemas.<List<Object>>get("DeadLetter.properties.replayedAt.anyOf"))
                .hasSize(2);
    }

    @Test
    void whatARequestMustCarryIsLeftToItsConstraints() {
        assertThat(schemas.<Object>get("NoteRequest.required")).isNull();
    }

    @Test
    void anAmountIsCompleteWhereverItStands() {
        assertThat(schemas.<String>getList("Money.required")).containsExactlyInAnyOrder("amountMinor", "currency");
        assertThat(schemas.getMap("Money.properties")).containsOnlyKeys("amountMinor", "currency");
    }
}
