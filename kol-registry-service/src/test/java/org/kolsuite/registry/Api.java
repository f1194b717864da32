package org.kolsuite.registry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.platform.testing.Tokens;

/** The registry as its clients call it. Each organisation is fresh, so tests never see each other's KOLs. */
public final class Api {
    private final UUID tenant;
    private final String token;

    private Api(UUID tenant, String token) {
        this.tenant = tenant;
        this.token = token;
    }

    /** A brand manager of an organisation that nobody else uses. */
    public static Api freshOrganisation() {
        UUID tenant = UUID.randomUUID();
        return new Api(tenant, Tokens.memberOf(tenant, "mei", "brand-manager"));
    }

    /** Somebody else of the same organisation. */
    public Api as(String user, String... roles) {
        return new Api(tenant, Tokens.memberOf(tenant, user, roles));
    }

    public static Api withToken(String token) {
        return new Api(new UUID(0, 0), token);
    }

    public String token() {
        return token;
    }

    public UUID tenant() {
        return tenant;
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    public Response get(String path, Object... parameters) {
        return request().get(path, parameters);
    }

    public Response post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Response post(String path, Object body, String key) {
        return request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    public Response post(String path) {
        return request().header("Idempotency-Key", UUID.randomUUID().toString()).post(path);
    }

    public JsonPath kol(String id) {
        return get("/api/v1/kols/" + id).then().statusCode(200).extract().jsonPath();
    }

    /** Creates a KOL with one account; its id. */
    public String createKol(String name, String platform, String handle, long followers) {
        return post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                name,
                                "accounts",
                                List.of(Map.of("platform", platform, "handle", handle, "followers", followers))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An upload in the making. */
    public Upload upload(String fileName, byte[] content) {
        return new Upload(request().multiPart("file", fileName, content, "application/octet-stream"));
    }

    public Upload upload(String fileName, String content) {
        return upload(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    public Upload upload(Path file) {
        return new Upload(request().multiPart("file", new File(file.toString()), "text/csv"));
    }

    /** Fields of the form beside the file. */
    public final class Upload {
        private final RequestSpecification form;
        private final java.util.ArrayList<String> columns = new java.util.ArrayList<>();

        private Upload(RequestSpecification form) {
            this.form = form.header("Idempotency-Key", UUID.randomUUID().toString());
        }

        public Upload of(String platform, String snapshotDate) {
            form.multiPart("platform", platform).multiPart("snapshotDate", snapshotDate);
            return this;
        }

        public Upload column(int index, String field) {
            columns.add("{\"index\": %d, \"field\": \"%s\"}".formatted(index, field));
            return this;
        }

        public Upload with(String field, String value) {
            form.multiPart(field, value);
            return this;
        }

        public Response send() {
            if (!columns.isEmpty()) {
                form.multiPart("mapping", "{\"columns\": [" + String.join(",", columns) + "]}", "application/json");
            }
            return form.post("/api/v1/imports");
        }

        public Response preview() {
            return form.post("/api/v1/imports/preview");
        }

        /** Sends it and waits until the job is over. */
        public JsonPath finished() {
            String location = send().then().statusCode(202).extract().header("Location");
            return finishedImport(location);
        }
    }

    public JsonPath finishedImport(String location) {
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            String state = get(location).then().statusCode(200).extract().path("status");
            return !state.equals("QUEUED") && !state.equals("RUNNING");
        });
        return get(location).jsonPath();
    }
}
