package org.kolsuite.registry.agency;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.registry.Api;

@QuarkusTest
@WithTestResource(KolStack.class)
class AgencyResourceTest {
    private static final String AGENCIES = "/api/v1/agencies";

    private final Api mei = Api.freshOrganisation();

    @Test
    void anAgencyIsChangedAgainstTheVersionThatWasSeen() {
        // Given
        String agency = anAgency(Map.of("name", "Star MCN", "country", "中国", "notes", "15 % back"));
        String seen = mei.get(agency)
                .then()
                .statusCode(200)
                .body("country", equalTo("CN"))
                .extract()
                .header("ETag");

        // When
        change(mei, agency, seen, Map.of("name", "Starlight MCN", "country", "Japan"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Starlight MCN"))
                .body("country", equalTo("JP"))
                .body("notes", nullValue());

        // Then
        change(mei, agency, seen, Map.of("name", "Too late")).then().statusCode(412);
        change(mei, agency, null, Map.of("name", "Unseen")).then().statusCode(428);
        mei.get(agency).then().body("name", equalTo("Starlight MCN"));
    }

    @Test
    void anAgencyNeedsANameAndACountryThatThereIs() {
        mei.post(AGENCIES, Map.of("name", " ")).then().statusCode(422).body("errors[0].field", equalTo("name"));
        mei.post(AGENCIES, Map.of("name", "Star MCN", "country", "Atlantis"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_COUNTRY"));
    }

    @Test
    void theIdThatAnAgencySignsInWithIsEnteredOnce() {
        Map<String, Object> agency = Map.of("id", UUID.randomUUID(), "name", "Star MCN");
        anAgency(agency);

        mei.post(AGENCIES, agency).then().statusCode(409).body("code", equalTo("AGENCY_REGISTERED_ALREADY"));
    }

    @Test
    void financeReadsAgenciesAndAnotherOrganisationSeesNone() {
        // Given
        String agency = anAgency(Map.of("name", "Star MCN"));
        Api fang = mei.as("fang", "finance");
        Api stranger = Api.freshOrganisation();

        // Then
        String version = fang.get(agency).then().statusCode(200).extract().header("ETag");
        change(fang, agency, version, Map.of("name", "Mine")).then().statusCode(403);
        stranger.get(agency).then().statusCode(404);
        change(stranger, agency, version, Map.of("name", "Mine")).then().statusCode(404);
    }

    /** Its address. */
    private String anAgency(Map<String, Object> words) {
        return AGENCIES
                + "/"
                + mei.post(AGENCIES, words).then().statusCode(201).extract().path("id");
    }

    private static Response change(Api caller, String agency, @Nullable String version, Map<String, Object> words) {
        var request = caller.request().contentType(ContentType.JSON).body(words);
        return (version == null ? request : request.header("If-Match", version)).put(agency);
    }
}
