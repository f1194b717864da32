package org.kolsuite.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Stops what a suite has started, and only that. A launcher that still runs is asked, and stops its parts in order; where it was
 * killed, its parts are ended one by one, last started first.
 */
final class Down {
    /** Its services may be writing their start-up caches. */
    private static final Duration LAUNCHER_PATIENCE = Duration.ofMinutes(4);

    private static final Duration PART_PATIENCE = Duration.ofSeconds(30);

    private Down() {}

    /** How many processes were stopped. */
    static int stop(Path folder) {
        RunFile runFile = RunFile.in(folder);
        List<RunFile.Entry> running = runFile.entries().stream()
                .filter(entry -> entry.process().isPresent())
                .toList();
        running.stream()
                .filter(entry -> entry.name().equals(RunFile.LAUNCHER))
                .map(RunFile.Entry::process)
                .flatMap(Optional::stream)
                .forEach(launcher -> end(launcher, LAUNCHER_PATIENCE));
        for (RunFile.Entry entry : running.reversed()) {
            entry.process().ifPresent(process -> end(process, PART_PATIENCE));
        }
        runFile.delete();
        return running.size();
    }

    private static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().orTimeout(patience.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException stillThere) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
