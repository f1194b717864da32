package org.kolsuite.platform.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * This process's folder for files that nobody else reads and that need not survive it: uploads that are being read, the search index.
 *
 * <p>A process that is killed removes nothing, and a pod keeps what its container wrote: after some kills the disk would be full of
 * what nobody reads. So the folder's name says whose it is, and whoever starts next removes those of processes that are gone.
 */
public final class WorkFolder {
    private static final Logger LOG = Logger.getLogger(WorkFolder.class);
    private static final String PREFIX = "kol-work-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-(\\d{1,18})-.*");

    /** When another process began is computed from when the machine did, which a corrected clock moves. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    /** Made when it is first asked for. */
    private static final class Own {
        private static final Path FOLDER = in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private WorkFolder() {}

    /** The folder; it is there. */
    public static Path path() {
        return Own.FOLDER;
    }

    /** Makes a folder for this process, and removes those of processes that are gone. */
    static Path in(Path parent) {
        try {
            removeAbandoned(parent);
            ProcessHandle own = ProcessHandle.current();
            return Files.createTempDirectory(
                    parent, PREFIX + own.pid() + "-" + start(own).toEpochMilli() + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isAbandoned(folder.getFileName().toString())) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(String name) {
        Matcher owner = NAME.matcher(name);
        if (!owner.matches()) {
            return false;
        }
        long id = Long.parseLong(owner.group(1));
        Instant start = Instant.ofEpochMilli(Long.parseLong(owner.group(2)));
        ProcessHandle own = ProcessHandle.current();
        if (id == own.pid()) {
            // In a container every process in turn has the same id.
            return !start.equals(start(own));
        }
        return ProcessHandle.of(id)
                .map(living -> living.info().startInstant())
                .map(began -> began.isPresent() && !isNear(began.get(), start))
                .orElse(true);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SAME_START) <= 0;
    }

    /** In milliseconds, as the name has it. */
    private static Instant start(ProcessHandle process) {
        return Instant.ofEpochMilli(
                process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
    }

    /** What can't be removed, because it is somebody else's, stays. */
    private static void remove(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException failure) {
            LOG.warnf("%s stays: %s", folder, failure.getMessage());
        }
    }
}
