package org.kolsuite.bench.suite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.bench.BenchOptions;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.launcher.Suite;
import org.kolsuite.launcher.SuiteOptions;
import org.kolsuite.launcher.seed.SeedOnce;
import org.kolsuite.launcher.seed.Visitor;
import org.kolsuite.localstack.Databases;
import org.kolsuite.localstack.Durability;
import org.kolsuite.localstack.LocalPostgres;

/**
 * A suite to measure: packaged services with their start-up caches, PostgreSQL with fsync on, data of its own. The gateway's limits per
 * caller are out of the way, because one caller makes all the load; whatever else a call passes is as people have it.
 */
public final class MeasuredSuite implements AutoCloseable {
    private static final String NO_LIMIT = "1000000000";

    private final SuiteOptions options;
    private final @Nullable Suite suite;

    private MeasuredSuite(SuiteOptions options, @Nullable Suite suite) {
        this.options = options;
        this.suite = suite;
    }

    /** @param needed the services; the others are left out */
    public static MeasuredSuite start(BenchOptions options, Path folder, Set<ServiceSpec> needed) {
        SuiteOptions unlimited = durable(options, folder)
                .with("kol.gateway.limits.subject.requests", NO_LIMIT)
                .with("kol.gateway.limits.tenant.requests", NO_LIMIT)
                .with("kol.gateway.limits.address.requests", NO_LIMIT);
        for (ServiceSpec service : ServiceSpec.values()) {
            if (!needed.contains(service)) {
                unlimited = unlimited.without(service);
            }
        }
        return new MeasuredSuite(unlimited, Suite.start(unlimited));
    }

    /** One that runs already, and goes on when the bench has ended. */
    public static MeasuredSuite attached(BenchOptions options) {
        return new MeasuredSuite(
                durable(options, options.root().resolve(".kol").resolve("bench").resolve("up")), null);
    }

    /** Which services run in it. */
    public Set<ServiceSpec> services() {
        return Arrays.stream(ServiceSpec.values())
                .filter(service -> !options.without().contains(service))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Durable and with start-up caches, in a folder of its own. */
    public static SuiteOptions durable(BenchOptions options, Path folder) {
        return new SuiteOptions(
                options.root(), folder, options.ports(), Durability.DURABLE, true, options.without(), Map.of());
    }

    /** The suite itself, to restart or kill parts. */
    public Suite parts() {
        if (suite == null) {
            throw new IllegalStateException("this row restarts parts, which it can't in a suite that it only looks at");
        }
        return suite;
    }

    /** The organisations, people, KOLs and campaigns of the demo; takes a minute, the second time nothing. */
    public void seedDemo() {
        SeedOnce.run(options, step -> {});
    }

    /** Where the gateway listens, {@code http://localhost:…}. */
    public String address() {
        return options.webAddress();
    }

    /** Where a service listens itself. */
    public String address(ServiceSpec service) {
        return "http://localhost:" + options.ports().of(service);
    }

    public int postgresPort() {
        return options.ports().postgres();
    }

    /** Kafka's address. */
    public String bootstrap() {
        return "localhost:" + options.ports().kafka();
    }

    /** A connection to a service's database as superuser, whom row-level security does not bind. */
    public Connection connect(String database) throws SQLException {
        return Databases.at(LocalPostgres.HOST, postgresPort()).connect(database);
    }

    /** A person of the demo who signs in anew, as in a browser; the session's access token is good for five minutes. */
    public Visitor signIn(String username) {
        return Visitor.signIn(address(), username);
    }

    /** Access tokens of a person, as the gateway would hold them in the session. */
    public AccessTokens tokensOf(String username) {
        return AccessTokens.signIn(
                "http://localhost:" + options.ports().keycloak() + "/realms/kol", address(), username);
    }

    @Override
    public void close() {
        if (suite != null) {
            suite.close();
        }
    }
}
