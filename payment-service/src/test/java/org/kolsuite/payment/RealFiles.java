package org.kolsuite.payment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Real input beside the repository; a test that needs it is skipped, loudly, when it is not there. */
public final class RealFiles {
    public static final String SUBITE = "data/bank-statements/Subite-eu__camt-to-coda/example-files/CAMT/";

    private RealFiles() {}

    /** A file or folder below {@code ../shared}. */
    public static Path shared(String path) {
        Path shared = folder();
        assumeTrue(
                shared != null && Files.exists(shared.resolve(path)),
                "SKIPPED, REAL INPUT IS NOT THERE: ../shared/" + path
                        + " (set KOL_SHARED to the folder that holds it)");
        return shared.resolve(path);
    }

    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(shared(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The XML files of a folder, by name. */
    public static List<Path> xmlIn(String folder) {
        try (Stream<Path> files = Files.list(shared(folder))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable Path folder() {
        String configured = System.getenv("KOL_SHARED");
        if (configured != null) {
            return Path.of(configured);
        }
        Path here = Path.of(System.getProperty("kol.root", "")).toAbsolutePath();
        while (here != null) {
            if (Files.isDirectory(here.resolve("shared/data"))) {
                return here.resolve("shared");
            }
            here = here.getParent();
        }
        return null;
    }
}
