package org.kolsuite.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The real clock plus an offset, which tests and the demo seed move and production never does. Microseconds, in UTC. */
public final class MovableClock extends Clock {
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** Moves the clock on (or back, with a negative duration) from where it is. */
    public void move(Duration by) {
        offset.accumulateAndGet(by, Duration::plus);
    }

    /** Sets the clock to an instant, from which it goes on. */
    public void setTo(Instant instant) {
        offset.set(Duration.between(Clock.systemUTC().instant(), instant));
    }

    /** Back to the real time. */
    public void reset() {
        offset.set(Duration.ZERO);
    }

    /** The time as everybody else has it, for what others have dated: a token ends by it, wherever this clock stands. */
    public Instant real() {
        return Clock.systemUTC().instant();
    }

    @Override
    public Instant instant() {
        // PostgreSQL keeps microseconds; a finer instant would not equal itself after a round trip.
        return Clock.systemUTC().instant().plus(offset.get()).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone; convert where a person reads them");
    }
}
