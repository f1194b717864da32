package org.kolsuite.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.limits.BodyLimit;
import org.kolsuite.gateway.limits.BodyTooLarge;
import org.kolsuite.gateway.limits.MeteredBody;
import org.kolsuite.gateway.problem.Problem;
import org.kolsuite.gateway.problem.Refusals;

/** One call on its way to a service and back: headers in, a metered body, patience, headers out. */
final class Exchange implements ProxyInterceptor {
    /** A client that leaves later than this did not change its mind: the service kept it waiting. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final RoutingContext call;
    private final Service service;
    private final Optional<String> accessToken;
    private final ClientHeaders clientHeaders;
    private final Set<String> ownHeaders;
    private final Circuits circuits;
    private final ConnectionUse connections;
    private final GatewaySettings settings;
    private @Nullable HttpClientRequest outgoing;

    Exchange(
            RoutingContext call,
            Service service,
            Optional<String> accessToken,
            ClientHeaders clientHeaders,
            Set<String> ownHeaders,
            Circuits circuits,
            ConnectionUse connections,
            GatewaySettings settings) {
        this.call = call;
        this.service = service;
        this.accessToken = accessToken;
        this.clientHeaders = clientHeaders;
        this.ownHeaders = ownHeaders;
        this.circuits = circuits;
        this.connections = connections;
        this.settings = settings;
    }

    /** The request to the service, once there is a connection for it. */
    Future<HttpClientRequest> open(ProxyContext exchange) {
        return exchange.client()
                .request(new RequestOptions()
                        .setHost(service.address().getHost())
                        .setPort(service.port())
                        .setSsl(service.isTls()))
                .map(connections::by)
                .onSuccess(request -> outgoing = request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
        clientHeaders.rewrite(exchange.request().headers(), call.request(), accessToken);
        var patience = new Patience(call.vertx(), settings.calls().answerTimeout());
        @Nullable MeteredBody metered = meter(exchange, patience);
        return circuits.of(service)
                .guard(() -> send(exchange, patience))
                .onComplete(done -> patience.end())
                .recover(failure -> Future.succeededFuture(refuse(exchange, metered, failure)));
    }

    /**
     * A client that is gone says nothing about the service, unless it had waited long enough to be right. One that went before its call
     * was sent would leave the service waiting for a body whose end never comes.
     */
    private Future<ProxyResponse> send(ProxyContext exchange, Patience patience) {
        if (call.response().closed()) {
            return Future.failedFuture(new ClientGone());
        }
        long sent = System.nanoTime();
        return patience.await(exchange.sendRequest()).recover(failure -> {
            boolean wasQuick = System.nanoTime() - sent < LONG_WAIT.toNanos();
            return Future.failedFuture(call.response().closed() && wasQuick ? new ClientGone() : failure);
        });
    }

    /** Nobody is there to hear the answer. */
    static final class ClientGone extends RuntimeException {
        private static final long serialVersionUID = 1;

        ClientGone() {
            super("the client broke off");
        }
    }

    private @Nullable MeteredBody meter(ProxyContext exchange, Patience patience) {
        Body body = exchange.request().getBody();
        if (body == null) {
            return null;
        }
        var metered = new MeteredBody(body.stream(), mostBytes(), patience::renew);
        exchange.request().setBody(Body.body(metered, body.length()));
        return metered;
    }

    private long mostBytes() {
        return BodyLimit.of(call.request(), settings.limits());
    }

    private ProxyResponse refuse(ProxyContext exchange, @Nullable MeteredBody metered, Throwable failure) {
        Problem problem;
        if (metered != null && metered.isTooLarge()) {
            BodyTooLarge.closeSoon(call);
            problem = Refusals.bodyTooLarge(mostBytes());
        } else if (failure instanceof Circuits.Crowded) {
            problem = Refusals.tooMuchToDo(service.name());
        } else {
            abandon();
            if (failure instanceof ClientGone) {
                LOG.debugf("nobody waits for %s any more", service.name());
            } else {
                LOG.warnf("%s did not answer: %s", service.name(), failure);
            }
            problem = Refusals.temporarilyUnavailable(service.name());
        }
        return say(problem, exchange.request().release().response());
    }

    private ProxyResponse say(Problem problem, ProxyResponse response) {
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .setBody(Body.body(problem.body(call.request().path())));
        problem.headers().forEach(response::putHeader);
        return response;
    }

    /** An answer that comes after all must find nobody waiting, and its connection must not wait either. */
    private void abandon() {
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext exchange) {
        ServiceAnswer.problemInsteadOf(exchange.response(), service)
                .ifPresent(problem -> say(problem, exchange.response().release()));
        if (exchange.response().getStatusCode() == 503) {
            ServiceAnswer.tellWhenToComeBack(exchange.response().headers());
        }
        ServiceAnswer.rewrite(exchange.response().headers(), service, call.request(), ownHeaders);
        return exchange.sendResponse();
    }
}
