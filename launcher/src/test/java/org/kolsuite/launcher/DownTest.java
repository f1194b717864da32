package org.kolsuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownTest {
    @TempDir
    Path folder;

    private final Process ours = sleeping();
    private final Process another = sleeping();

    private static Process sleeping() {
        try {
            return new ProcessBuilder("sleep", "600").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void endBoth() {
        ours.destroyForcibly();
        another.destroyForcibly();
    }

    @Test
    void stopsWhatTheListNamesAndNothingElse() {
        // Given
        RunFile.in(folder).add("kafka", ours.toHandle());

        // When
        int stopped = Down.stop(folder);

        // Then
        assertThat(stopped).isEqualTo(1);
        assertThat(ours.isAlive()).isFalse();
        assertThat(another.isAlive()).isTrue();
        assertThat(RunFile.in(folder).somethingRuns()).isFalse();
    }

    @Test
    void leavesAProcessThatWasGivenAnOldIdOfOurs() throws IOException {
        // Given: the list was written a year before the process with this id began
        long aYearAgo = System.currentTimeMillis() - 31_536_000_000L;
        Files.writeString(folder.resolve("running.txt"), "kafka " + another.pid() + " " + aYearAgo + "\n");

        // When
        int stopped = Down.stop(folder);

        // Then
        assertThat(stopped).isZero();
        assertThat(another.isAlive()).isTrue();
    }

    @Test
    void aListWithAHalfWrittenLastLineStillStopsTheRest() throws IOException {
        // Given: a power cut in the middle of a line
        RunFile.in(folder).add("kafka", ours.toHandle());
        Files.writeString(
                folder.resolve("running.txt"), Files.readString(folder.resolve("running.txt")) + "postgres 12");

        // When
        Down.stop(folder);

        // Then
        assertThat(ours.isAlive()).isFalse();
    }
}
