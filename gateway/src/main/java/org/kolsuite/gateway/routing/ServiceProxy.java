package org.kolsuite.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.TreeSet;
import org.kolsuite.gateway.GatewaySettings;

/** Hands a call on to a service and its answer back, streaming both ways: an upload or an event stream is never held here. */
@ApplicationScoped
class ServiceProxy {
    private final GatewaySettings settings;
    private final ClientHeaders clientHeaders;
    private final Circuits circuits;
    private final ConnectionUse connections = new ConnectionUse();
    private final HttpClient client;

    ServiceProxy(Vertx vertx, GatewaySettings settings, ClientHeaders clientHeaders, Circuits circuits) {
        this.settings = settings;
        this.clientHeaders = clientHeaders;
        this.circuits = circuits;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.calls().connectTimeout().toMillis())
                .setMaxPoolSize(settings.calls().connections())
                .setMaxWaitQueueSize(settings.calls().connections())
                // Shorter than the services', so that no call goes out on a connection that is just being closed.
                .setKeepAliveTimeout(20));
    }

    /**
     * Answers the call with what the service says, or with 503 when it says nothing.
     *
     * @param accessToken what the service learns of the caller; empty on public paths
     */
    void forward(RoutingContext call, Service service, Optional<String> accessToken) {
        if (call.response().closed()) {
            // The client broke off while we asked who it is.
            return;
        }
        var own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        own.addAll(call.response().headers().names());
        if (call.request().headers().contains("Expect", "100-continue", true)) {
            call.response().writeContinue();
        }
        var exchange = new Exchange(call, service, accessToken, clientHeaders, own, circuits, connections, settings);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(exchange::open)
                .addInterceptor(exchange)
                .handle(call.request());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
