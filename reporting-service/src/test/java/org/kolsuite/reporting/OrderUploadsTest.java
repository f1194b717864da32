package org.kolsuite.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;

/** The door that order files come in by: what is turned away, templates, and a first look at the columns. */
@QuarkusTest
@WithTestResource(KolStack.class)
class OrderUploadsTest {
    private static final String HEADER = "order number,paid,refunded,promo code,paid at,state\n";

    @Test
    void whatIsNoTableIsRefusedAtTheDoor() {
        upload("empty.csv", new byte[0]).then().statusCode(422).body("code", equalTo("EMPTY_FILE"));
        upload("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_FILE"));
        given().auth()
                .oauth2(Scene.MEI)
                .header("Idempotency-Key", "no-file-" + Ids.next())
                .multiPart("shop", "x")
                .post("/api/v1/orders/imports")
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_MISSING"));
        given().auth()
                .oauth2(Scene.MEI)
                .multiPart("file", "a.csv", "a,b\n1,2\n".getBytes(UTF_8))
                .post("/api/v1/orders/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void aHeaderOnlyAndAMissingColumnAreRefusedWithTheirReason() {
        // When
        JsonPath headerOnly = Scene.imported("orders", Scene.MEI, "h.csv", HEADER.getBytes(UTF_8), Map.of());
        JsonPath noMoney =
                Scene.imported("orders", Scene.MEI, "n.csv", "order number,colour\n1,red\n".getBytes(UTF_8), Map.of());
        // Then
        assertThat(headerOnly.getString("refusedCode")).isEqualTo("HEADER_ONLY");
        assertThat(noMoney.getString("refusedCode")).isEqualTo("FIELD_NOT_MAPPED");
        assertThat(noMoney.getString("refusedWhy")).contains("paid");
    }

    @Test
    void m01_theSameUploadTwiceIsOneJob() {
        // Given
        String key = Ids.next().toString();
        byte[] file = (HEADER + "I1,1.00,0,,2026-03-02,paid\n").getBytes(UTF_8);
        // When
        String first = uploadWith(key, file, "once").header("Location");
        String second = uploadWith(key, file, "once").header("Location");
        // Then
        assertThat(first).isNotNull().isEqualTo(second);
        uploadWith(key, file, "another shop").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void templatesAreListedAndSaved() {
        // Given
        String name = "our shop " + Ids.next();
        // When
        given().auth()
                .oauth2(Scene.MEI)
                .header("Idempotency-Key", Ids.next().toString())
                .contentType("application/json")
                .body(Map.of("name", name, "mapping", Map.of("orderNumber", "No", "paid", "Sum")))
                .post("/api/v1/orders/templates")
                .then()
                .statusCode(200);
        // Then
        JsonPath mine =
                given().auth().oauth2(Scene.MEI).get("/api/v1/orders/templates").jsonPath();
        assertThat(mine.getList("name")).contains("generic", "shopify-admin-export", "taobao-order-report", name);
        JsonPath theirs = given().auth()
                .oauth2(Tokens.memberOf(Tokens.NORTHWIND, "bruno", "brand-manager"))
                .get("/api/v1/orders/templates")
                .jsonPath();
        assertThat(theirs.getList("name")).doesNotContain(name);
    }

    @Test
    void aTemplateOfNothingIsRefused() {
        for (String address : java.util.List.of("/api/v1/orders/templates", "/api/v1/metrics/templates")) {
            given().auth()
                    .oauth2(Scene.MEI)
                    .header("Idempotency-Key", Ids.next().toString())
                    .contentType("application/json")
                    .post(address)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("INVALID_REQUEST"));
        }
    }

    @Test
    void aPreviewGuessesTheColumns() {
        given().auth()
                .oauth2(Scene.MEI)
                .multiPart("file", "o.csv", (HEADER + "P1,1.00,0,X,2026-03-02,paid\n").getBytes(UTF_8))
                .post("/api/v1/orders/imports/preview")
                .then()
                .statusCode(200)
                .body("headerLine", equalTo(1))
                .body("guesses.find { it.field == 'paid' }.column", equalTo("paid"))
                .body("guesses.find { it.field == 'promoCodes' }.column", equalTo("promo code"))
                .body("samples[0].cells[0]", equalTo("P1"));
    }

    private static io.restassured.response.Response upload(String name, byte[] file) {
        return given().auth()
                .oauth2(Scene.MEI)
                .header("Idempotency-Key", Ids.next().toString())
                .multiPart("file", name, file)
                .post("/api/v1/orders/imports");
    }

    private static io.restassured.response.Response uploadWith(String key, byte[] file, String shop) {
        return given().auth()
                .oauth2(Scene.MEI)
                .header("Idempotency-Key", key)
                .multiPart("file", "i.csv", file)
                .multiPart("shop", shop)
                .post("/api/v1/orders/imports");
    }
}
