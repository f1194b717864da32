package org.kolsuite.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of processes that a suite has started, one per line: name, process id, when it started. The start time says whether the
 * process is still ours: ids are given again to others. The first line is the launcher itself.
 */
final class RunFile {
    static final String LAUNCHER = "launcher";

    private static final Pattern LINE = Pattern.compile("(\\S+) (\\d+) (\\d{13})");
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path file;

    private RunFile(Path file) {
        this.file = file;
    }

    static RunFile in(Path folder) {
        return new RunFile(folder.resolve("running.txt"));
    }

    /** One line of the list. */
    record Entry(String name, long pid, Instant start) {
        static Entry of(String name, ProcessHandle process) {
            return new Entry(name, process.pid(), startOf(process).orElse(Instant.EPOCH));
        }

        /** Nothing for a line that a power cut left half written. */
        static Optional<Entry> parse(String line) {
            Matcher fields = LINE.matcher(line);
            return fields.matches()
                    ? Optional.of(new Entry(
                            fields.group(1),
                            Long.parseLong(fields.group(2)),
                            Instant.ofEpochMilli(Long.parseLong(fields.group(3)))))
                    : Optional.empty();
        }

        String line() {
            return name + " " + pid + " " + start.toEpochMilli() + "\n";
        }

        /** The process, when it still runs and is the same. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process)
                            .map(now -> Duration.between(start, now).abs().compareTo(SAME_START) < 0)
                            .orElse(false));
        }

        private static Optional<Instant> startOf(ProcessHandle process) {
            return process.info().startInstant();
        }
    }

    /** Starts the list anew with the process that is asking. */
    void begin() {
        delete();
        add(LAUNCHER, ProcessHandle.current());
    }

    synchronized void add(String name, ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, Entry.of(name, process).line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> entries() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(Entry::parse)
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean somethingRuns() {
        return entries().stream().anyMatch(entry -> entry.process().isPresent());
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
