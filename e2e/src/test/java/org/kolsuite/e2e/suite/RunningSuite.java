package org.kolsuite.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final class Holder {
        private static final Suite SUITE = start();
    }

    public static Suite get() {
        return Holder.SUITE;
    }

    /** Where the gateway listens, {@code http://localhost:…}. */
    public static String address() {
        return get().options().webAddress();
    }

    public static String keycloak() {
        return "http://localhost:" + get().options().ports().keycloak();
    }

    /** The checkout. */
    public static Path root() {
        return ROOT;
    }

    private static Suite start() {
        try {
            Path folder = ROOT.resolve("e2e/target/suite");
            Files.createDirectories(folder);
            return Suite.start(SuiteOptions.forTests(ROOT, Files.createTempDirectory(folder, "run")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
