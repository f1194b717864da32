package org.kolsuite.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The service's one clock. */
@ApplicationScoped
class ClockProducer {
    @Produces
    @Singleton
    MovableClock movable() {
        return new MovableClock();
    }

    @Produces
    @Singleton
    Clock clock(MovableClock movable) {
        return movable;
    }
}
