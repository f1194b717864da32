package org.kolsuite.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.GatewaySettings.RateSettings;
import org.kolsuite.gateway.problem.Problem;
import org.kolsuite.gateway.problem.Refusals;

/**
 * Calls per address, per subject and per organisation, each a token bucket that refills evenly. Every counted answer says what is left, in the
 * headers {@code RateLimit-Policy} and {@code RateLimit} of the IETF draft (CASES S17). Each replica counts for itself: the
 * limit is there against floods, not for billing.
 */
@ApplicationScoped
public class RateLimits {
    private static final int KNOWN_CALLERS = 100_000;

    private final CallerAddress addresses;
    private final Policy byAddress;
    private final Policy bySubject;
    private final Policy byTenant;

    RateLimits(GatewaySettings settings, CallerAddress addresses) {
        this.addresses = addresses;
        byAddress = new Policy("address", settings.limits().address());
        bySubject = new Policy("subject", settings.limits().subject());
        byTenant = new Policy("tenant", settings.limits().tenant());
    }

    /** Counts the call for the address that it came from; a problem when that was one too many. */
    public Optional<Problem> countAddress(RoutingContext call) {
        return byAddress.count(call, addresses.of(call.request()));
    }

    /** Counts the call for who made it; a problem when that was one too many. */
    public Optional<Problem> countSubject(RoutingContext call, String subject) {
        return bySubject.count(call, subject);
    }

    /**
     * Counts the call for the organisation of who made it, after {@link #countSubject}; a problem when that was one too many. Only then
     * do the headers speak of the organisation: what somebody has left for themselves is the nearer limit.
     */
    public Optional<Problem> countTenant(RoutingContext call, String tenant) {
        return byTenant.countSilently(call, tenant);
    }

    private static final class Policy {
        private final String name;
        private final RateSettings settings;
        private final Cache<String, Bucket> buckets;

        Policy(String name, RateSettings settings) {
            this.name = name;
            this.settings = settings;
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(KNOWN_CALLERS)
                    .expireAfterAccess(settings.window().multipliedBy(2))
                    .build();
        }

        Optional<Problem> count(RoutingContext call, String key) {
            ConsumptionProbe probe = take(key);
            say(call, probe);
            return complaint(probe);
        }

        /** As the other, but the answer tells of it only when it is a refusal. */
        Optional<Problem> countSilently(RoutingContext call, String key) {
            ConsumptionProbe probe = take(key);
            if (!probe.isConsumed()) {
                say(call, probe);
            }
            return complaint(probe);
        }

        private ConsumptionProbe take(String key) {
            return buckets.get(key, unknown -> newBucket()).tryConsumeAndReturnRemaining(1);
        }

        private void say(RoutingContext call, ConsumptionProbe probe) {
            long untilFull = seconds(Duration.ofNanos(probe.getNanosToWaitForReset()));
            call.response()
                    .putHeader(
                            "RateLimit-Policy",
                            "\"%s\";q=%d;w=%d".formatted(name, settings.requests(), seconds(settings.window())))
                    .putHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), untilFull));
        }

        private static Optional<Problem> complaint(ConsumptionProbe probe) {
            if (probe.isConsumed()) {
                return Optional.empty();
            }
            long wait = seconds(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            return Optional.of(Refusals.tooManyRequests(wait));
        }

        private Bucket newBucket() {
            return Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(settings.requests()).refillGreedy(settings.requests(), settings.window()))
                    .build();
        }

        /** Rounded up: who waits that long is let in. */
        private static long seconds(Duration duration) {
            return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
        }
    }
}
