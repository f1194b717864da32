package org.kolsuite.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionUseTest {
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<HttpServerRequest> asked = new LinkedBlockingQueue<>();
    private final int port = answered(
                    vertx.createHttpServer().requestHandler(asked::add).listen(0))
            .actualPort();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1));
    private final ConnectionUse use = new ConnectionUse();

    @AfterEach
    void close() {
        answered(vertx.close());
    }

    @Test
    void aCallThatIsResetAfterItsAnswerLeavesTheConnectionToWhoeverUsesItNow() throws InterruptedException {
        // Given a call whose answer came whole, and another on the same connection
        HttpClientRequest first = call();
        Future<HttpClientResponse> firstAnswer = first.send();
        question().response().end("whole");
        HttpConnection connection = answered(firstAnswer).request().connection();
        HttpClientRequest second = call();
        Future<Buffer> secondAnswer = second.send().compose(HttpClientResponse::body);
        HttpServerRequest underWay = question();
        assertThat(second.connection()).isSameAs(connection);

        // When the first one's client breaks off
        first.reset();
        underWay.response().end("the second's");

        // Then the second is answered
        assertThat(answered(secondAnswer).toString()).isEqualTo("the second's");
    }

    @Test
    void aCallThatIsUnderWayIsReset() throws InterruptedException {
        HttpClientRequest call = call();
        Future<HttpClientResponse> answer = call.send();
        question();

        boolean reset = call.reset();

        assertThat(reset).isTrue();
        assertThat(answer.toCompletionStage()).failsWithin(Duration.ofSeconds(20));
    }

    private HttpClientRequest call() {
        return use.by(answered(client.request(HttpMethod.GET, port, "localhost", "/")));
    }

    private HttpServerRequest question() throws InterruptedException {
        HttpServerRequest next = asked.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private static <T> T answered(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
