import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds the web front end into the package, when there is something new to build: installs the locked dependencies if the lock
 * is newer than what is installed, runs {@code npm run build} if a source is newer than the output, copies {@code dist/}.
 *
 * <p>Arguments: the folder of the web front end, the folder of the package's public files.
 */
final class BuildWebUi {
    private static final Set<String> NOT_SOURCES = Set.of("node_modules", "dist", ".vite");
    private static final FileTime NEVER = FileTime.fromMillis(0);

    public static void main(String[] args) throws IOException, InterruptedException {
        Path sources = Path.of(args[0]);
        Path output = Path.of(args[1]);
        Path dist = sources.resolve("dist");
        Path page = dist.resolve("index.html");
        Path installed = sources.resolve("node_modules/.package-lock.json");
        if (timeOf(installed).compareTo(timeOf(sources.resolve("package-lock.json"))) < 0) {
            npm(sources, "ci", "--no-audit", "--no-fund");
        }
        if (timeOf(page).compareTo(newestIn(sources)) < 0) {
            npm(sources, "run", "build");
        }
        copy(dist, output);
    }

    private static void npm(Path folder, String... arguments) throws IOException, InterruptedException {
        String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        String[] command =
                Stream.concat(Stream.of(npm), Stream.of(arguments)).toArray(String[]::new);
        System.out.println("Web front end: " + String.join(" ", command));
        int result =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
        if (result != 0) {
            System.err.println("The web front end can't be built: " + String.join(" ", command) + " ended with " + result);
            System.exit(result);
        }
    }

    private static FileTime timeOf(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
    }

    private static FileTime newestIn(Path folder) throws IOException {
        FileTime[] newest = {NEVER};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                boolean skipped = !inner.equals(folder) && NOT_SOURCES.contains(inner.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.lastModifiedTime().compareTo(newest[0]) > 0) {
                    newest[0] = attributes.lastModifiedTime();
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return newest[0];
    }

    /** Replaces what was there: files of an earlier build would otherwise stay in the package. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
