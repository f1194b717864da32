package org.kolsuite.bench.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the programs are: {@code ./kol bench} puts what the machine lacks into {@code .kol/tools}. */
public final class Tools {
    private final Path root;

    public Tools(Path root) {
        this.root = root;
    }

    /** The load generator (docs/adr/0022). */
    public Path h2load() {
        return find("h2load", "nghttp2-client (macOS: brew install nghttp2)");
    }

    /** The load generator where calls differ from each other. */
    public Path wrk() {
        return find("wrk", "wrk (macOS: brew install wrk)");
    }

    public Path nginx() {
        return find("nginx", "nginx (macOS: brew install nginx)");
    }

    public Path pgbench() {
        return find("pgbench", "postgresql (macOS: brew install postgresql)");
    }

    private Path find(String program, String home) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.of(root.resolve(".kol").resolve("tools")),
                        Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/sbin"))
                                .map(Path::of))
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(program
                        + " is missing. `./kol bench` fetches it on Debian and Ubuntu; elsewhere install " + home));
    }
}
