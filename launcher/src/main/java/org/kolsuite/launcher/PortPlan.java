package org.kolsuite.launcher;

import org.kolsuite.localstack.Ports;

/** Every port of the suite, counted from one base; docs/architecture.md has the table. */
public record PortPlan(int base) {
    public static final int DEFAULT_BASE = 8080;

    private static final int PORTS = 10;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535 - PORTS;

    public PortPlan {
        if (base < LOWEST || base > HIGHEST) {
            throw new IllegalArgumentException("the base port must be between " + LOWEST + " and " + HIGHEST);
        }
    }

    /** Ten ports in a row that nobody listens on now, away from where people's own programs are. */
    public static PortPlan random() {
        while (true) {
            int base = Math.min(Ports.free(), HIGHEST);
            if (new PortPlan(base).isFree()) {
                return new PortPlan(base);
            }
        }
    }

    public int gateway() {
        return base;
    }

    /** Where a service listens. */
    public int of(ServiceSpec service) {
        return base + service.portOffset();
    }

    public int keycloak() {
        return base + 5;
    }

    int keycloakManagement() {
        return base + 6;
    }

    public int postgres() {
        return base + 7;
    }

    public int kafka() {
        return base + 8;
    }

    int kafkaController() {
        return base + 9;
    }

    private boolean isFree() {
        for (int offset = 0; offset < PORTS; offset++) {
            if (!Ports.isFree(base + offset)) {
                return false;
            }
        }
        return true;
    }
}
