package org.kolsuite.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part did not come up. Says which part and why, and shows the end of its log. */
public final class StartFailed extends RuntimeException {
    private static final int TAIL_LINES = 25;

    public StartFailed(String part, String reason) {
        super(part + " did not start: " + reason);
    }

    public StartFailed(String part, String reason, Path log) {
        this(part, reason, log, null);
    }

    public StartFailed(String part, String reason, Path log, @Nullable Throwable cause) {
        super(part + " did not start: " + reason + "\n  The end of " + log + ":\n" + tail(log), cause);
    }

    /** The last lines of a log, indented; what is not UTF-8 in it is replaced. */
    public static String tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                    .map(line -> "  | " + line + "\n")
                    .reduce("", String::concat);
        } catch (NoSuchFileException e) {
            return "  | (no log was written)\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
