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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.kolsuite.gateway.surroundings.RawHttp;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

/** The limit is 5 MB here. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BodyLimitTest {
    private static final int MEGABYTE = 1024 * 1024;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void letsALargeFileThrough() {
        given().auth()
                .oauth2(Tokens.good())
                .contentType("text/csv")
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

    private java.net.http.HttpResponse<String> chunked(int bytes) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/imports"))
                                .header("Authorization", "Bearer " + Tokens.good())
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
                                .build(),
                        BodyHandlers.ofString());
    }
}
