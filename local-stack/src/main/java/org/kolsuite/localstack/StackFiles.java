package org.kolsuite.localstack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kolsuite.contracts.event.Topics;

/**
 * Where the build has put what the stack runs: {@code local-stack/target/stack/lib} (libraries of the broker) and
 * {@code local-stack/target/stack/keycloak}. Found beside this class's own code, else under the checkout named by {@code kol.root}.
 */
final class StackFiles {
    private StackFiles() {}

    /** A classpath with this module, its contracts, and every library of the stack. */
    static String classpath() {
        List<String> parts = new ArrayList<>();
        codeOf(StackFiles.class).ifPresent(path -> parts.add(path.toString()));
        codeOf(Topics.class).ifPresent(path -> parts.add(path.toString()));
        parts.add(folder().resolve("lib").resolve("*").toString());
        return String.join(File.pathSeparator, parts);
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static Path folder() {
        return candidates().stream()
                .map(target -> target.resolve("stack"))
                .filter(stack -> Files.isDirectory(stack.resolve("lib")))
                .findFirst()
                .orElseThrow(() -> new StartFailed(
                        "The local stack", "local-stack/target/stack is missing: build the module local-stack first"));
    }

    private static List<Path> candidates() {
        List<Path> targets = new ArrayList<>();
        codeOf(StackFiles.class).map(Path::getParent).ifPresent(targets::add);
        Path start = Path.of(System.getProperty("kol.root", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            targets.add(folder.resolve("local-stack").resolve("target"));
        }
        return targets;
    }

    private static Optional<Path> codeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        return Optional.of(Path.of(source.getLocation().getPath()));
    }
}
