package org.kolsuite.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kolsuite.platform.inbox.Listening;

/**
 * Says whether events flow, out of the outbox and to the consumers. A broker that can't be reached makes the service
 * {@code degraded}, not unready: commands succeed, and what they publish waits in the outbox (CASES E4).
 */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {
    @Inject
    OutboxRelay relay;

    @Inject
    Listening listening;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        return relay.failingSince()
                .or(() -> listening.silence().map(clock.instant()::minus))
                .map(since -> HealthCheckResponse.named("events")
                        .up()
                        .withData("state", "degraded")
                        .withData("since", since.toString())
                        .build())
                .orElseGet(() -> HealthCheckResponse.named("events")
                        .up()
                        .withData("state", "flowing")
                        .build());
    }
}
