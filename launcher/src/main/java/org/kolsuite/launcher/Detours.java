package org.kolsuite.launcher;

import java.util.Map;
import java.util.OptionalInt;

/**
 * By which ports services come to PostgreSQL and Kafka where something stands between: in fault tests, a proxy that cuts and delays.
 *
 * @param postgres for each service that takes one
 * @param kafka for all of them, because the broker itself tells its clients where to come to
 */
public record Detours(Map<ServiceSpec, Integer> postgres, OptionalInt kafka) {
    public static final Detours NONE = new Detours(Map.of(), OptionalInt.empty());

    int postgres(ServiceSpec service, PortPlan ports) {
        return postgres.getOrDefault(service, ports.postgres());
    }

    int kafka(PortPlan ports) {
        return kafka.orElse(ports.kafka());
    }
}
