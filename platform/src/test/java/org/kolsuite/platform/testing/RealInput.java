package org.kolsuite.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that nobody on this team wrote, which stand beside the repository in {@code ../shared/data}. They are never copied
 * into it. Where they are absent, the test that asks for one is skipped and says so loudly.
 */
public final class RealInput {
    private RealInput() {}

    /** The file or folder at a path below {@code ../shared/data}, such as {@code influencers/…/x.csv}. */
    public static Path file(String path) {
        String stated = System.getenv("KOL_SHARED");
        Path found = stated == null ? besideTheRepository() : Path.of(stated);
        Path file = found.resolve("data").resolve(path);
        boolean present = Files.exists(file);
        if (!present) {
            System.err.println("""

                    ==== SKIPPED: real input is missing ====
                    %s is not there, so this test proves nothing today.
                    Put the folder "shared" beside the repository or name it in KOL_SHARED.
                    ========================================
                    """.formatted(file));
        }
        Assumptions.assumeTrue(present, "real input is missing: " + path);
        return file;
    }

    /** The content of a file. */
    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(file(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The files of a folder whose names end so, by name. */
    public static List<Path> filesIn(String folder, String ending) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Walks up from the root of the build, so that a checkout anywhere below the folder that holds it works too. */
    private static Path besideTheRepository() {
        Path start = Path.of(System.getProperty("kol.root", System.getProperty("user.dir")))
                .toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared.resolve("data"))) {
                return shared;
            }
        }
        return start.resolveSibling("shared");
    }
}
