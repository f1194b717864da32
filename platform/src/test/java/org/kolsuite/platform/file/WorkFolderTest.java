package org.kolsuite.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.platform.testing.SmallJvm;

class WorkFolderTest {
    private static final ProcessHandle OWN = ProcessHandle.current();
    private static final ProcessHandle OTHER = OWN.parent().orElseThrow();

    @TempDir
    Path parent;

    /** A process that is killed in the middle of its work. */
    static final class Killed {
        private Killed() {}

        public static void main(String... arguments) throws IOException {
            Path folder = WorkFolder.in(Path.of(arguments[0]));
            Files.writeString(
                    Files.createDirectories(folder.resolve("search/a")).resolve("segment"), "kols");
            System.out.println(folder);
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextOne() throws IOException {
        // Given
        String[] printed =
                SmallJvm.run("-Xmx32m", Killed.class, parent.toString()).split("\n");
        Path left = Path.of(printed[printed.length - 1]);
        assertThat(left.resolve("search/a/segment")).exists();

        // When
        Path own = WorkFolder.in(parent);

        // Then
        assertThat(parent).isDirectoryNotContaining(path -> path.equals(left));
        assertThat(own).isEmptyDirectory().hasParent(parent);
    }

    @Test
    void whatALivingProcessUsesStays() throws IOException {
        // Given: of this process, and of another one
        Path own = WorkFolder.in(parent);
        Path other = folderOf(OTHER.pid(), OTHER.info().startInstant().orElseThrow());

        // When
        WorkFolder.in(parent);

        // Then
        assertThat(own).exists();
        assertThat(other).exists();
    }

    @Test
    void whoHasTheIdOfADeadProcessIsNotTakenForIt() throws IOException {
        // Given: the ids were other processes' before; in a container each process is the first
        Path before =
                folderOf(OWN.pid(), OWN.info().startInstant().orElseThrow().minusMillis(10));
        Path longAgo =
                folderOf(OTHER.pid(), OTHER.info().startInstant().orElseThrow().minusSeconds(60));

        // When
        WorkFolder.in(parent);

        // Then
        assertThat(before).doesNotExist();
        assertThat(longAgo).doesNotExist();
    }

    @Test
    void whatHasAnotherNameStays() throws IOException {
        // Given
        Path somebodys = Files.createDirectory(parent.resolve("kol-work-of-somebody"));

        // When
        WorkFolder.in(parent);

        // Then
        assertThat(somebodys).exists();
    }

    private Path folderOf(long id, Instant start) throws IOException {
        return Files.createDirectory(parent.resolve("kol-work-%d-%d-1".formatted(id, start.toEpochMilli())));
    }
}
