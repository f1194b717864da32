package org.kolsuite.gateway.status;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells in its data which part is down. The check itself stays up: the gateway can answer, with a 503 where it has to, and
 * taking it out of service would help nobody.
 */
@Readiness
@ApplicationScoped
class PartsCheck implements HealthCheck {
    private final Parts parts;

    PartsCheck(Parts parts) {
        this.parts = parts;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("parts").up();
        var all = parts.all();
        response.withData("degraded", all.stream().anyMatch(part -> part.state() != Part.State.UP));
        all.forEach(part -> response.withData(part.name(), part.state().name()));
        return response.build();
    }
}
