package org.kolsuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.localstack.Ports;
import org.kolsuite.localstack.StartFailed;

class SuiteTest {
    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedWithThePartThatWantsIt() throws IOException {
        // Given
        SuiteOptions options = SuiteOptions.forTests(folder, folder.resolve("run"));
        int port = options.ports().postgres();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // Then
            assertThatThrownBy(() -> Suite.start(options))
                    .isInstanceOf(StartFailed.class)
                    .hasMessage(
                            "PostgreSQL did not start: port " + other.getLocalPort() + " is taken by another program");
        }
    }

    @Test
    void aPartThatDoesNotStartEndsTheOthersAndIsNamed() {
        // Given: a folder in which no service was ever built
        SuiteOptions options = SuiteOptions.forTests(folder, folder.resolve("run"));

        // Then
        assertThatThrownBy(() -> Suite.start(options))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("did not start");
        assertThat(RunFile.in(options.folder()).entries()).isEmpty();
        assertThat(Ports.isFree(options.ports().postgres())).isTrue();
        assertThat(Ports.isFree(options.ports().kafka())).isTrue();
        assertThat(Ports.isFree(options.ports().keycloak())).isTrue();
    }

    @Test
    void aSecondRunFromTheSameFolderIsRefused() {
        // Given: this very process stands in the list of a running suite
        SuiteOptions options = SuiteOptions.forTests(folder, folder.resolve("run"));
        RunFile.in(options.folder()).begin();

        // Then
        assertThatThrownBy(() -> Suite.start(options)).hasMessageContaining("it runs already");
    }
}
