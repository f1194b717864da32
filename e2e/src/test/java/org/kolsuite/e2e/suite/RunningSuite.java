package org.kolsuite.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kolsuite.launcher.PortPlan;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.launcher.Suite;
import org.kolsuite.launcher.SuiteOptions;

/**
 * The one suite of this build, started by the first test that asks and stopped with the JVM. It runs in the {@code demo} profile, in
 * which the clock can be moved, on free ports and in a folder of its own, so that a suite of the developer can run beside it.
 */
public final class RunningSuite {
    private static final Path ROOT =
            Path.of(System.getProperty("kol.root", "..")).toAbsolutePath().normalize();

    private RunningSuite() {}

    /** Set to the base port of a suite that runs already, journeys use that one: {@code -De2e.base=8080} for a developer's loop. */
    private static final @Nullable Integer ATTACHED = Integer.getInteger("e2e.base");

    private static volatile @Nullable Suite other;

    /** Another suite than the usual one, for a JVM of its own; before anything asks for the usual one. */
    public static void use(Suite suite) {
        other = suite;
    }

    private static final class Holder {
        private static final Suite SUITE = start();
    }

    /** The suite itself, to kill and restart its parts. */
    public static Suite get() {
        if (ATTACHED != null) {
            throw new IllegalStateException(
                    "a suite that journeys only look at is not theirs to kill; leave -De2e.base out");
        }
        Suite suite = other;
        return suite == null ? Holder.SUITE : suite;
    }

    private static PortPlan ports() {
        return ATTACHED == null ? get().options().ports() : new PortPlan(ATTACHED);
    }

    /** Where the gateway listens, {@code http://localhost:…}. */
    public static String address() {
        return "http://localhost:" + ports().gateway();
    }

    public static String keycloak() {
        return "http://localhost:" + ports().keycloak();
    }

    /** Where a service listens itself. */
    public static String address(ServiceSpec service) {
        return "http://localhost:" + ports().of(service);
    }

    /** The checkout. */
    public static Path root() {
        return ROOT;
    }

    /** A folder for data and logs of one run. */
    public static Path newFolder() {
        try {
            Path folder = ROOT.resolve("e2e/target/suite");
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suite start() {
        return Suite.start(SuiteOptions.forTests(ROOT, newFolder()));
    }
}
