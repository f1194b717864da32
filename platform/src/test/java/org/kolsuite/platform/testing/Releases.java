package org.kolsuite.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which migrations were released, and what was in them: a file per release under {@code releases/}, as {@code sha256sum} writes it.
 * An installation has run what stands there, so it is never edited; what is to change comes as a migration of its own.
 */
final class Releases {
    private static final String SHARED = "platform/src/main/resources/db/platform";

    private final Path root;
    /** By file name: the fingerprint of each migration, by its path from the root. */
    private final Map<String, Map<String, String>> releases;

    private Releases(Path root, Map<String, Map<String, String>> releases) {
        this.root = root;
        this.releases = releases;
    }

    static Releases read() {
        return read(
                Path.of(System.getProperty("kol.root", "..")).toAbsolutePath().normalize());
    }

    static Releases read(Path root) {
        Map<String, Map<String, String>> releases = new TreeMap<>();
        try (Stream<Path> files = Files.list(root.resolve("releases"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".sha256")).toList()) {
                Map<String, String> fingerprints = new TreeMap<>();
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(" [ *]", 2);
                    fingerprints.put(parts[1], parts[0]);
                }
                releases.put(file.getFileName().toString(), fingerprints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (releases.isEmpty()) {
            throw new IllegalStateException("releases/ names no release");
        }
        return new Releases(root, releases);
    }

    /** Migrations of any release that are gone or no longer say what they said. */
    List<String> edited() {
        List<String> edited = new ArrayList<>();
        releases.forEach((release, fingerprints) -> fingerprints.forEach((path, fingerprint) -> {
            Path file = root.resolve(path);
            if (!Files.exists(file)) {
                edited.add(release + ": " + path + " is gone");
            } else if (!fingerprint.equals(sha256(file))) {
                edited.add(release + ": " + path + " was edited");
            }
        }));
        return edited;
    }

    /** Every migration that a service runs now. */
    List<Path> current(String service) {
        return names(service).stream().map(root::resolve).toList();
    }

    /**
     * What the version before has run: of the service's newest release that lacks a migration of today. While a version is made that
     * is the last release; on the day of a release, the one before.
     */
    List<Path> versionBefore(String service) {
        Set<String> now = names(service);
        return releases.values().stream()
                .map(Map::keySet)
                .map(paths -> {
                    Set<String> ours = new TreeSet<>(paths);
                    ours.retainAll(now);
                    return ours;
                })
                .filter(paths -> paths.size() < now.size())
                .max(Comparator.comparingInt(Set::size))
                .orElseThrow(
                        () -> new IllegalStateException("releases/ knows no version of " + service + " before this"))
                .stream()
                .map(root::resolve)
                .toList();
    }

    /** Everything up to a migration of the service's own, which is named by its version: {@code V004}. */
    List<Path> upTo(String service, String version) {
        List<Path> migrations = names(service).stream()
                .filter(path -> path.startsWith(SHARED) || number(path) <= Integer.parseInt(version.substring(1)))
                .map(root::resolve)
                .toList();
        if (migrations.stream().noneMatch(path -> path.getFileName().toString().startsWith(version + "__"))) {
            throw new IllegalArgumentException(service + " has no migration " + version);
        }
        return migrations;
    }

    private static int number(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private Set<String> names(String service) {
        Set<String> names = new TreeSet<>();
        for (String folder : List.of(SHARED, service + "/src/main/resources/db/migration")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".sql"))
                        .forEach(file -> names.add(folder + "/" + file.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
