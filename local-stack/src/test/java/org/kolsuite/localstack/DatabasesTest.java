package org.kolsuite.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabasesTest {
    private final Databases databases = TestStack.attachOrStart().databases();
    private final String database =
            "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @BeforeEach
    void createDatabase() {
        databases.create(database);
    }

    @AfterEach
    void dropDatabase() {
        databases.drop(database);
    }

    @Test
    void creatingAgainChangesNothing() throws SQLException {
        // Given
        asOwner("create table note (id int primary key)");
        asOwner("insert into note values (1)");

        // When
        databases.create(database);

        // Then
        assertThat(asApplication("select count(*) from note")).isEqualTo(1);
    }

    @Test
    void theApplicationRoleReadsAndWritesWhatTheOwnerCreates() throws SQLException {
        // Given
        asOwner("create table note (id int generated always as identity, body text)");

        // When
        long inserted = asApplication("with i as (insert into note(body) values ('x') returning id) select id from i");

        // Then
        assertThat(inserted).isEqualTo(1);
    }

    @Test
    void theApplicationRoleIsBoundByRowLevelSecurityAndCannotChangeTables() throws SQLException {
        // Given
        asOwner("create table note (id int)");
        asOwner("insert into note values (1)");

        // When
        asOwner("alter table note enable row level security");

        // Then
        assertThat(asApplication("select count(*) from note")).isZero();
        assertThatThrownBy(() -> asApplication("alter table note disable row level security"))
                .hasMessageContaining("must be owner");
    }

    @Test
    void theOwnerMayInstallTheExtensionsWeUse() throws SQLException {
        // When
        for (String extension : new String[] {"pg_trgm", "btree_gist", "citext", "unaccent", "pgcrypto"}) {
            asOwner("create extension " + extension);
        }

        // Then
        assertThat(asApplication("select count(*) from pg_extension where extname in"
                        + " ('pg_trgm', 'btree_gist', 'citext', 'unaccent', 'pgcrypto')"))
                .isEqualTo(5);
    }

    @Test
    void aNameThatNeedsQuotingIsRefused() {
        assertThatThrownBy(() -> databases.create("a; drop database postgres"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void asOwner(String command) throws SQLException {
        execute(database, command);
    }

    private long asApplication(String query) throws SQLException {
        return execute(Databases.applicationRole(database), query);
    }

    private long execute(String role, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databases.jdbcUrl(database), role, role);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(command)) {
                return statement.getUpdateCount();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
