package org.kolsuite.launcher.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.kolsuite.launcher.SuiteOptions;

/** Runs every seed once per data folder. The marker is written after a seed has ended, so a kill in between repeats it. */
public final class SeedOnce {
    private SeedOnce() {}

    public static void run(SuiteOptions suite, Consumer<String> progress) {
        for (Seed seed : ServiceLoader.load(Seed.class)) {
            Path marker = suite.folder()
                    .resolve("data")
                    .resolve("seeded-" + seed.getClass().getSimpleName());
            if (Files.exists(marker)) {
                continue;
            }
            try {
                progress.accept(seed.title());
                seed.run(suite, progress);
                Files.createFile(marker);
            } catch (IOException e) {
                throw new UncheckedIOException(seed.title() + " could not be seeded", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while seeding " + seed.title(), e);
            } catch (Exception e) {
                throw new IllegalStateException(seed.title() + " could not be seeded: " + e.getMessage(), e);
            }
        }
    }
}
