package org.kolsuite.gateway.routing;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.GatewaySettings.CallSettings;

/**
 * A circuit breaker per service: one that doesn't answer is left alone for a moment, and its callers are told at once instead
 * of waiting. An answer of any status is an answer.
 */
@ApplicationScoped
class Circuits {
    private final Map<String, Circuit> byService = new ConcurrentHashMap<>();
    private final CallSettings settings;
    private final Vertx vertx;

    Circuits(GatewaySettings settings, Vertx vertx) {
        this.settings = settings.calls();
        this.vertx = vertx;
    }

    Circuit of(Service service) {
        return byService.computeIfAbsent(service.name(), name -> new Circuit(name, settings, vertx));
    }

    /** The breaker of one service. */
    static final class Circuit {
        private final TypedGuard<CompletionStage<ProxyResponse>> guard;
        private final Vertx vertx;

        private Circuit(String name, CallSettings settings, Vertx vertx) {
            this.vertx = vertx;
            this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<ProxyResponse>>() {})
                    .withDescription(name)
                    .withCircuitBreaker()
                    .name(name)
                    .requestVolumeThreshold(2 * settings.failuresToOpen())
                    .failureRatio(0.5)
                    // The client broke off: that says nothing about the service.
                    .skipOn(StreamResetException.class)
                    .delay(settings.openFor().toMillis(), ChronoUnit.MILLIS)
                    .done()
                    .build();
        }

        Future<ProxyResponse> guard(Supplier<Future<ProxyResponse>> send) {
            return Future.fromCompletionStage(
                    guard.get(() -> send.get().toCompletionStage()), vertx.getOrCreateContext());
        }
    }
}
