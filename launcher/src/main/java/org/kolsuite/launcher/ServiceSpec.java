package org.kolsuite.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The five services: the folder each is built in, its place in the port plan, its database. */
public enum ServiceSpec {
    KOL_REGISTRY("kol-registry-service", 1, "registry"),
    CAMPAIGN("campaign-service", 2, "campaign"),
    PAYMENT("payment-service", 3, "payment"),
    REPORTING("reporting-service", 4, "reporting"),
    GATEWAY("gateway", 0, null);

    private final String module;
    private final int portOffset;
    private final Optional<String> database;

    ServiceSpec(String module, int portOffset, @Nullable String database) {
        this.module = module;
        this.portOffset = portOffset;
        this.database = Optional.ofNullable(database);
    }

    /** The folder of the service, which is also how people call it. */
    public String module() {
        return module;
    }

    int portOffset() {
        return portOffset;
    }

    Optional<String> database() {
        return database;
    }

    /** As other parts call it: the first half of its topics, its dead letters, its entry in the gateway's routes. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The program that the build packages. */
    Path program(Path root) {
        return root.resolve(module).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }
}
