package org.kolsuite.platform.time;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's one clock, injected as {@link java.time.Clock}. */
@ApplicationScoped
class ClockProducer {
    /** A service in the production profile does not start with a clock that can be moved. */
    void refuseInProduction(@Observes StartupEvent event, @ConfigProperty(name = "kol.clock.movable") boolean movable) {
        if (movable
                && LaunchMode.current() == LaunchMode.NORMAL
                && ConfigUtils.getProfiles().equals(List.of("prod"))) {
            throw new IllegalStateException("kol.clock.movable must not be set in the production profile");
        }
    }

    @Produces
    @Singleton
    MovableClock movable() {
        return new MovableClock();
    }
}
