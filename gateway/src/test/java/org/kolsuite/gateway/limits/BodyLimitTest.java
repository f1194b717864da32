package org.kolsuite.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.kolsuite.gateway.surroundings.RawHttp;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

/** The limit is 5 MB for a form here, and 1 MB for any other body. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BodyLimitTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String FORM = "multipart/form-data; boundary=end";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void letsALargeFileThrough() {
        given().auth()
                .oauth2(Tokens.good())
                .header("Content-Type", FORM)
                .body(new byte[5 * MEGABYTE])
                .post("/api/v1/imports")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(5 * MEGABYTE));
    }

    @Test
    void letsAFileOfUnknownSizeThrough() throws IOException, InterruptedException {
        JsonObject answer = new JsonObject(chunked(4 * MEGABYTE).body());
        assertThat(answer.getInteger("bytes")).isEqualTo(4 * MEGABYTE);
    }

    @Test
    void refusesABodyThatAnnouncesToBeTooLarge() {
        String answer = RawHttp.exchange("""
                POST /api/v1/imports HTTP/1.1
                Host: localhost
                Content-Type: multipart/form-data; boundary=end
                Content-Length: 300000000000

                """);
        assertThat(RawHttp.statusOf(answer)).isEqualTo(413);
        assertThat(answer).contains("application/problem+json", "BODY_TOO_LARGE");
    }

    @Test
    void breaksOffABodyThatTurnsOutTooLarge() throws IOException, InterruptedException {
        var answer = chunked(6 * MEGABYTE);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void s15_refusesABodyThatIsNoUploadPastOneMegabyte() throws IOException, InterruptedException {
        for (String type : List.of("application/json", "text/csv", "application/x-www-form-urlencoded")) {
            var atMost = chunked(MEGABYTE, type);
            assertThat(atMost.statusCode()).as(type).isEqualTo(200);
            var chunked = chunked(MEGABYTE + 1, type);
            assertThat(chunked.statusCode()).as(type).isEqualTo(413);
            assertThat(chunked.body()).contains("BODY_TOO_LARGE", "at most 1 MB");
            String announced = RawHttp.exchange("""
                    POST /api/v1/imports HTTP/1.1
                    Host: localhost
                    Content-Type: %s
                    Content-Length: 1048577

                    """.formatted(type));
            assertThat(RawHttp.statusOf(announced)).as(type).isEqualTo(413);
        }
    }

    private java.net.http.HttpResponse<String> chunked(int bytes) throws IOException, InterruptedException {
        return chunked(bytes, FORM);
    }

    private java.net.http.HttpResponse<String> chunked(int bytes, String type)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/imports"))
                                .header("Authorization", "Bearer " + Tokens.good())
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
                                .build(),
                        BodyHandlers.ofString());
    }
}
