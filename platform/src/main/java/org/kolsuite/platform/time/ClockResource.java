package org.kolsuite.platform.time;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kolsuite.platform.caller.Roles;

/**
 * Reads and moves the clock, for journeys and the demo seed. It exists only where {@code kol.clock.movable} is true,
 * which {@link ClockProducer} refuses in production.
 */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/operations/{service}/clock")
@Tag(name = "Operations")
@RolesAllowed(Roles.ADMIN)
public class ClockResource {
    @Inject
    MovableClock clock;

    @ConfigProperty(name = "kol.clock.movable")
    boolean movable;

    @ConfigProperty(name = "quarkus.application.name")
    String name;

    /** What time the service thinks it is. */
    public record Reading(@NotNull Instant now) {}

    @GET
    public Reading read(@PathParam("service") String service) {
        requireMovable(service);
        return new Reading(clock.instant());
    }

    @PUT
    public Reading set(@PathParam("service") String service, @Valid @NotNull Reading reading) {
        requireMovable(service);
        clock.setTo(reading.now());
        return new Reading(clock.instant());
    }

    private void requireMovable(String service) {
        if (!movable || !service.equals(name)) {
            throw new NotFoundException();
        }
    }
}
