package org.kolsuite.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.surroundings.Browser;
import org.kolsuite.gateway.surroundings.Surroundings;
import org.kolsuite.gateway.surroundings.Tokens;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RoutingTest {
    /** With a silent service; the surroundings set it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    GatewaySettings settings;

    @ConfigProperty(name = "kol.gateway.services.payment.url")
    URI paymentUrl;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void sendsEverySegmentToItsOwner() {
        settings.services()
                .forEach((name, service) -> service.segments().forEach(segment -> {
                    boolean isDown = name.equals("payment");
                    for (String door : new String[] {"/api/v1/", "/partner/v1/"}) {
                        ValidatableResponse answer =
                                withToken().get(door + segment + "/7").then();
                        if (isDown) {
                            answer.statusCode(503);
                        } else {
                            answer.statusCode(200)
                                    .body("service", equalTo(name))
                                    .body("uri", equalTo(door + segment + "/7"));
                        }
                    }
                }));
    }

    @Test
    void sendsOperationsToTheServiceThatTheyName() {
        withToken()
                .get("/api/v1/operations/kol-registry/audit?limit=5")
                .then()
                .statusCode(200)
                .body("service", equalTo("kol-registry"))
                .body("uri", equalTo("/api/v1/operations/kol-registry/audit?limit=5"));
        withToken().get("/api/v1/operations/unknown/audit").then().statusCode(404);
        withToken().get("/partner/v1/operations/kol-registry/audit").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/unknown", "/api/v1/kolsx", "/api/v1", "/api/v2/kols", "/api/kols", "/partner/kols"})
    void knowsWhatNobodyOwns(String path) {
        withToken()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void passesMethodTargetBodyAndConditionsOn(String method) {
        withToken()
                .header("If-Match", "\"3\"")
                .header("Idempotency-Key", "k-1")
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .body("{\"name\":\"夏季\"}")
                .when()
                .request(method, "/api/v1/campaigns/7/launch?dry=true&q=%E7%BE%8E")
                .then()
                .statusCode(200)
                .body("method", equalTo(method))
                .body("uri", equalTo("/api/v1/campaigns/7/launch?dry=true&q=%E7%BE%8E"))
                .body("bytes", equalTo("{\"name\":\"夏季\"}".getBytes(StandardCharsets.UTF_8).length))
                .body("headers.'if-match'", equalTo("\"3\""))
                .body("headers.'idempotency-key'", equalTo("k-1"))
                .body("headers.'accept-language'", equalTo("zh-CN"));
    }

    @Test
    void s5_stripsEveryClaimOfIdentityAndSetsItsOwn() {
        withToken()
                .headers(Map.of(
                        "X-Tenant", "other",
                        "X-User", "ada",
                        "X-Forwarded-For", "10.0.0.1",
                        "X-Forwarded-Host", "evil.example",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Prefix", "/x",
                        "Forwarded", "for=10.0.0.1;host=evil.example",
                        "X-Real-IP", "10.0.0.1",
                        "X-HTTP-Method-Override", "DELETE",
                        "X-Whatever-Comes-Next", "ada"))
                .header("Cookie", "inside=1; q_session=forged")
                .get("/api/v1/campaigns")
                .then()
                .statusCode(200)
                .body("method", equalTo("GET"))
                .body("headers.'x-tenant'", nullValue())
                .body("headers.'x-user'", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.'x-real-ip'", nullValue())
                .body("headers.'x-forwarded-prefix'", nullValue())
                .body("headers.'x-http-method-override'", nullValue())
                .body("headers.'x-whatever-comes-next'", nullValue())
                .body("headers.cookie", nullValue())
                .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
                .body("headers.'x-forwarded-host'", equalTo("localhost:" + port))
                .body("headers.'x-forwarded-proto'", equalTo("http"));
    }

    @Test
    void carriesTheSessionsTokenAndKeepsItsCookieOutside() {
        String answer = Browser.signedInAs("mei").get("/api/v1/campaigns").body();
        JsonObject headers = new JsonObject(answer).getJsonObject("headers");
        assertThat(headers.getString("authorization")).startsWith("Bearer eyJ");
        assertThat(headers.containsKey("cookie")).isFalse();
    }

    @Test
    void passesTheTraceOn() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        withToken()
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .get("/api/v1/campaigns")
                .then()
                .body("headers.traceparent", matchesPattern("00-" + trace + "-(?!b7ad6b7169203331)[0-9a-f]{16}-0[01]"));
        withToken().get("/api/v1/campaigns").then().body("headers.traceparent", notNullValue());
    }

    @Test
    void namesPlacesInsideByTheirPath() {
        withToken()
                .post("/api/v1/imports/moved")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/imports/moved/7?x=1");
    }

    @Test
    void keepsTheInsidesOfAServiceInside() {
        withToken()
                .get("/api/v1/kols/chatty")
                .then()
                .header("Set-Cookie", nullValue())
                .header("Server", nullValue())
                .header("X-Frame-Options", "DENY")
                .header("ETag", "\"3\"");
    }

    @Test
    void passesAServicesRefusalOn() {
        withToken().post("/api/v1/campaigns/refused").then().statusCode(409).body("code", equalTo("BUDGET_EXHAUSTED"));
    }

    @Test
    void s18_passesOnWhichVerbsAnAddressAnswersTo() {
        withToken()
                .delete("/api/v1/kols/only-read")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD")
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void followsATrackedLinkForAnybodyAndTellsTheServiceNothingButTheAddress() {
        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer forged")
                .header("Cookie", "q_session=forged")
                .header("X-Forwarded-For", "10.0.0.1")
                .get("/t/mei-summer")
                .then()
                .statusCode(302)
                .header("Location", "https://shop.example/landing?promo=MEI10")
                .header("X-Heard-Authorization", "null")
                .header("X-Heard-From", "127.0.0.1");
        given().post("/t/mei-summer").then().statusCode(405).header("Allow", startsWith("GET"));
        given().get("/t/").then().statusCode(404);
        given().get("/t/a/b").then().statusCode(404);
    }

    @Test
    void saysWhichPartIsDownAndWhenToTryAgain() {
        for (int i = 0; i < 15; i++) {
            withToken()
                    .get("/api/v1/payouts")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .header("X-Content-Type-Options", "nosniff")
                    .body("code", equalTo("TEMPORARILY_UNAVAILABLE"));
        }
    }

    @Test
    void findsAServiceAgainThatCameBack() throws IOException {
        // Given: so many failures that the gateway has stopped asking
        for (int i = 0; i < 12; i++) {
            withToken().get("/api/v1/statements").then().statusCode(503);
        }
        // When
        HttpServer payment = HttpServer.create(new InetSocketAddress(paymentUrl.getPort()), 0);
        payment.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        payment.start();
        // Then
        try {
            await().untilAsserted(
                            () -> withToken().get("/api/v1/statements").then().statusCode(204));
        } finally {
            payment.stop(0);
        }
    }

    @Test
    @Timeout(20)
    void losesPatienceWithASilentService() {
        withToken()
                .body("x".repeat(1000))
                .post("/api/v1/kols/never")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        withToken().get("/api/v1/kols").then().statusCode(200);
    }

    @Test
    @Timeout(30)
    void clientsThatBreakOffSpeakNotAgainstTheService() throws IOException {
        // Given: as many as would open the circuit, and time enough for patience to end
        for (int i = 0; i < 30; i++) {
            try (Socket client = new Socket("localhost", port)) {
                client.getOutputStream()
                        .write(("POST /api/v1/kols/never HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n"
                                        + "Authorization: Bearer " + Tokens.good() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                // The gateway has the call before its client goes.
                withToken().get("/api/v1/kols").then().statusCode(200);
            }
        }
        // Then
        await().during(PATIENCE.multipliedBy(2))
                .atMost(PATIENCE.multipliedBy(15))
                .untilAsserted(() -> withToken().get("/api/v1/kols").then().statusCode(200));
    }

    @Test
    @Timeout(20)
    void passesEventsOnAsTheyHappen() throws IOException, InterruptedException {
        // When
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/reports/stream"))
                                .header("Authorization", "Bearer " + Tokens.good())
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());
        // Then: the first event is here while the stream is still open
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
        }
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    private static RequestSpecification withToken() {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.good())
                .redirects()
                .follow(false);
    }
}
