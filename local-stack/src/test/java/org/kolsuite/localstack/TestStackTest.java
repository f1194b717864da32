package org.kolsuite.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.event.Topics;

class TestStackTest {
    @Test
    void givesPostgresAndTheTopicsOfTheContractsAndEndsBoth() throws Exception {
        // Given
        int postgresPort;
        try (TestStack stack = TestStack.start()) {
            postgresPort = stack.postgresPort();

            // Then
            assertThat(serverVersion(stack)).startsWith("18");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
                assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
                        .contains(Topics.KOL_STATE, Topics.COLLABORATION_EVENTS, "payment.dead-letters");
            }
        }

        // Then
        assertThat(Ports.isFree(postgresPort)).isTrue();
    }

    private static String serverVersion(TestStack stack) throws SQLException {
        try (Connection connection = stack.databases().connect("postgres")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
