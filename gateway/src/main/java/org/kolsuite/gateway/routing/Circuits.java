package org.kolsuite.gateway.routing;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.GatewaySettings.CallSettings;

/**
 * A circuit breaker per service: one that doesn't answer is left alone for a moment, and its callers are told at once instead
 * of waiting. An answer of any status is an answer.
 *
 * <p>Only so many calls wait for a service at once. One more would only make all of them wait longer, and the service hold more than
 * it can carry; so who comes then is told to come back, while those who wait are answered in time.
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

    /** As many calls wait for the service as may. */
    static final class Crowded extends RuntimeException {
        private Crowded(int most) {
            super(most + " calls wait already", null, false, false);
        }
    }

    /** The breaker of one service. */
    static final class Circuit {
        private final TypedGuard<CompletionStage<ProxyResponse>> guard;
        private final Vertx vertx;
        private final int most;
        private final AtomicInteger waiting = new AtomicInteger();

        private Circuit(String name, CallSettings settings, Vertx vertx) {
            this.vertx = vertx;
            this.most = settings.atOnce();
            this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<ProxyResponse>>() {})
                    .withDescription(name)
                    .withCircuitBreaker()
                    .name(name)
                    .requestVolumeThreshold(2 * settings.failuresToOpen())
                    .failureRatio(0.5)
                    // The client broke off: that says nothing about the service.
                    .skipOn(List.of(StreamResetException.class, Exchange.ClientGone.class))
                    .delay(settings.openFor().toMillis(), ChronoUnit.MILLIS)
                    .done()
                    .build();
        }

        /** The beginning of the answer, or why there is none; {@link Crowded} when too many wait already. */
        Future<ProxyResponse> guard(Supplier<Future<ProxyResponse>> send) {
            if (waiting.incrementAndGet() > most) {
                waiting.decrementAndGet();
                return Future.failedFuture(new Crowded(most));
            }
            return Future.fromCompletionStage(
                            guard.get(() -> send.get().toCompletionStage()), vertx.getOrCreateContext())
                    .onComplete(answered -> waiting.decrementAndGet());
        }
    }
}
