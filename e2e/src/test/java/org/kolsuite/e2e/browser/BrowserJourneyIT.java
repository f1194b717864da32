package org.kolsuite.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.e2e.suite.RunningSuite;

/** Runs Playwright against the running suite. Screenshots of every step are in target/screenshots/{journey}, traces of failures in target/browser/{journey}. */
class BrowserJourneyIT {

    @ParameterizedTest
    // The whole journey wants a suite that nobody has worked in; the others find its pages filled.
    @ValueSource(strings = {"gift-to-roi", "agencies", "web-cases", "safety", "every-page"})
    void theJourneyRunsInABrowser(String journey) throws IOException, InterruptedException {
        Path folder = RunningSuite.root().resolve("e2e/browser");
        File log = RunningSuite.root().resolve("e2e/target/" + journey + ".log").toFile();
        ProcessBuilder playwright = new ProcessBuilder(
                        "node",
                        "node_modules/@playwright/test/cli.js",
                        "test",
                        journey + ".spec.ts",
                        // Each run empties its own folder: what a failure left must outlive the journeys after it.
                        "--output",
                        "../target/browser/" + journey)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        playwright.environment().put("KOL_WEB", RunningSuite.address());
        playwright
                .environment()
                .put(
                        "KOL_SHARED_INPUT",
                        RunningSuite.root()
                                .resolve("../shared/data")
                                .normalize()
                                .toString());

        Process running = playwright.start();
        try {
            int code = running.waitFor();

            assertThat(code)
                    .as("Playwright said:%n%s", Files.readString(log.toPath()))
                    .isZero();
        } finally {
            running.destroy();
        }
    }
}
