package org.kolsuite.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.metamodel.EntityType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kolsuite.localstack.Databases;
import org.kolsuite.localstack.TestStack;

/**
 * Two versions of a service on one database, as while replicas are exchanged one by one. A database of the version before, with rows in
 * every table, is migrated; then both sides have to find what they know.
 *
 * <ol>
 *   <li>the migrations only add, as PostgreSQL's catalogue tells it ({@link Schema#breaks});
 *   <li>what stood there before stands there still, in every column of before;
 *   <li>the version before goes on inserting and updating, as the application's role under row-level security;
 *   <li>the entities of today read all of these rows, which know nothing of today's columns.
 * </ol>
 */
public final class RollingUpdate implements AutoCloseable {
    private final Databases databases = TestStack.attachOrStart().databases();
    private final String database =
            "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Releases releases = Releases.read();
    private final String service;

    private RollingUpdate(String service) {
        this.service = service;
        databases.create(database);
    }

    /** A new database with the schema of the version before; {@code service} is the module's name. */
    public static RollingUpdate of(String service) {
        RollingUpdate update = new RollingUpdate(service);
        update.migrate(update.releases.versionBefore(service));
        return update;
    }

    /** A new database with the schema that one of the service's migrations left, for a test of the next; {@code V004}. */
    public static RollingUpdate at(String service, String version) {
        RollingUpdate update = new RollingUpdate(service);
        update.migrateTo(version);
        return update;
    }

    public void migrateTo(String version) {
        migrate(releases.upTo(service, version));
    }

    /** Migrates to the schema of today, as the service does when it starts. */
    public void migrate() {
        migrate(releases.current(service));
    }

    /** A connection that sees everything. */
    public Connection superuser() throws SQLException {
        return databases.connect(database);
    }

    /** A connection as the service has it. */
    public Connection application() throws SQLException {
        String role = Databases.applicationRole(database);
        return DriverManager.getConnection(databases.jdbcUrl(database), role, role);
    }

    /** Goes through the four steps; {@code factory} knows the entities of today. */
    public void losesNothing(Mutiny.SessionFactory factory) throws SQLException {
        assertThat(releases.edited()).as("released migrations").isEmpty();
        UUID before = UUID.randomUUID();
        UUID meanwhile = UUID.randomUUID();
        try (Connection superuser = superuser();
                Connection application = application()) {
            Schema old = Schema.read(superuser, Databases.applicationRole(database));
            OldWriter writer = new OldWriter(application, old);
            List<String> tables = writer.insertEverywhere(before);
            assertThat(tables).as("tables that the version before writes").isNotEmpty();
            Map<String, String> stood = contents(superuser, old);

            migrate();

            assertThat(old.breaks(Schema.read(superuser, Databases.applicationRole(database))))
                    .isEmpty();
            assertThat(contents(superuser, old)).isEqualTo(stood);
            assertThat(writer.updateEverywhere(before)).isPositive();
            assertThat(writer.insertEverywhere(meanwhile)).isEqualTo(tables);
            assertThat(writer.updateEverywhere(meanwhile)).isPositive();
            theCodeOfTodayReads(factory, old);
        }
    }

    @Override
    public void close() {
        databases.drop(database);
    }

    /** From a folder with these and no other, because a migration of platform may come after one of a service. */
    private void migrate(List<Path> migrations) {
        try {
            Path folder = Files.createTempDirectory("kol-migrations");
            try {
                for (Path migration : migrations) {
                    Files.copy(migration, folder.resolve(migration.getFileName()));
                }
                Flyway.configure()
                        .dataSource(databases.jdbcUrl(database), database, database)
                        .locations("filesystem:" + folder)
                        .placeholders(Map.of("appRole", Databases.applicationRole(database)))
                        .load()
                        .migrate();
            } finally {
                for (Path migration : migrations) {
                    Files.deleteIfExists(folder.resolve(migration.getFileName()));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row of every old table, in its old columns. */
    private static Map<String, String> contents(Connection superuser, Schema schema) throws SQLException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (var table : schema.tables().entrySet()) {
            String columns = String.join(", ", table.getValue().keySet());
            contents.put(
                    table.getKey(),
                    text(
                            superuser,
                            "select string_agg(cast(r as text), E'\\n' order by cast(r as text)) from (select "
                                    + columns + " from " + table.getKey() + ") r"));
        }
        return contents;
    }

    /** The database of the service under test has the schema of today; a replica of the version before writes beside it. */
    private static void theCodeOfTodayReads(Mutiny.SessionFactory factory, Schema old) throws SQLException {
        UUID tenant = UUID.randomUUID();
        try (Connection beside = KolStack.application();
                Connection superuser = KolStack.superuser()) {
            try {
                List<String> tables = new OldWriter(beside, old).insertEverywhere(tenant);
                List<String> entities = factory.getMetamodel().getEntities().stream()
                        .map(EntityType::getName)
                        .toList();
                int read = 0;
                for (String entity : entities) {
                    read += factory.withTransaction((session, transaction) -> session.createNativeQuery(
                                            "select set_config('kol.tenant', :tenant, true)", String.class)
                                    .setParameter("tenant", tenant.toString())
                                    .getSingleResult()
                                    .chain(() -> session.createQuery("from " + entity, Object.class)
                                            .getResultList()))
                            .await()
                            .atMost(Duration.ofSeconds(30))
                            .size();
                }
                assertThat(read)
                        .as("rows of " + tables + " that " + entities + " read")
                        .isGreaterThan(entities.size() / 2);
            } finally {
                forget(superuser, old, tenant);
            }
        }
    }

    /** Other tests share the database, and sweeps look at every organisation. */
    private static void forget(Connection superuser, Schema old, UUID tenant) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = 'replica'");
            for (var table : old.tables().entrySet()) {
                for (String column : List.of("tenant_id", "owner")) {
                    if (table.getValue().containsKey(column)) {
                        statement.executeUpdate("delete from " + table.getKey() + " where cast(" + column
                                + " as text) = '" + tenant + "'");
                    }
                }
            }
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
