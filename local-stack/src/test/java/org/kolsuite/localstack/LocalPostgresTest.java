package org.kolsuite.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir
    Path folder;

    @Test
    void whatWasCommittedIsThereAfterAStopAndAfterAKill() throws SQLException {
        // Given
        try (LocalPostgres first = start()) {
            query(first, "create table note as select 1 as id");
            query(first, "insert into note values (2)");
        }

        // When
        LocalPostgres second = start();
        query(second, "insert into note values (3)");
        second.kill();

        // Then
        try (LocalPostgres third = start()) {
            assertThat(query(third, "select count(*) from note")).isEqualTo("3");
        }
    }

    @Test
    void theStackForPeopleWritesToTheDiskBeforeItAnswers() throws SQLException {
        try (LocalPostgres server = start()) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        // Given
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            // Then
            assertThatThrownBy(() -> LocalPostgres.start(folder.resolve("data"), port, Durability.DURABLE))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("PostgreSQL")
                    .hasMessageContaining("port " + port + " is taken");
        }
    }

    private LocalPostgres start() {
        return LocalPostgres.start(folder.resolve("data"), Ports.free(), Durability.DURABLE);
    }

    private static String query(LocalPostgres server, String command) throws SQLException {
        try (Connection connection = Databases.of(server).connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(command)) {
                return String.valueOf(statement.getUpdateCount());
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
