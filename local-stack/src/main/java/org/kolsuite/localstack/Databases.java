package org.kolsuite.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * Databases with their two roles. The owner, named like the database, runs the migrations; the application role
 * {@code <database>_app} is what a service connects as: not the owner, so that row-level security binds it, with the right to read
 * and write rows of every table the owner creates (a migration revokes more where a table only grows). Passwords equal the role's
 * name; the server listens on this machine only.
 */
public final class Databases {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private final String host;
    private final int port;

    private Databases(String host, int port) {
        this.host = host;
        this.port = port;
    }

    public static Databases of(LocalPostgres server) {
        return at(LocalPostgres.HOST, server.port());
    }

    public static Databases at(String host, int port) {
        return new Databases(host, port);
    }

    /** The role a service connects as. */
    public static String applicationRole(String database) {
        return database + "_app";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Creates the database and both roles where they are missing; safe to repeat. */
    public void create(String database) {
        requirePlain(database);
        String application = applicationRole(database);
        try (Connection server = connect("postgres")) {
            if (!exists(server, "select 1 from pg_roles where rolname = '" + database + "'")) {
                run(server, "create role " + database + " login password '" + database + "'");
            }
            if (!exists(server, "select 1 from pg_roles where rolname = '" + application + "'")) {
                run(
                        server,
                        "create role " + application + " login nosuperuser nobypassrls password '" + application + "'");
            }
            if (!exists(server, "select 1 from pg_database where datname = '" + database + "'")) {
                run(server, "create database " + database + " owner " + database + " template template0");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database + " could not be created", e);
        }
        try (Connection inside = connect(database)) {
            run(inside, "revoke all on schema public from public");
            run(inside, "alter schema public owner to " + database);
            run(inside, "grant usage on schema public to " + application);
            String ownersDefaults = "alter default privileges for role " + database + " in schema public ";
            run(inside, ownersDefaults + "grant select, insert, update, delete on tables to " + application);
            run(inside, ownersDefaults + "grant usage, select on sequences to " + application);
        } catch (SQLException e) {
            throw new IllegalStateException("roles of " + database + " could not be granted", e);
        }
    }

    /** Drops the database and its roles, closing what is still connected. */
    public void drop(String database) {
        requirePlain(database);
        try (Connection server = connect("postgres")) {
            run(server, "drop database if exists " + database + " with (force)");
            run(server, "drop role if exists " + applicationRole(database));
            run(server, "drop role if exists " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database + " could not be dropped", e);
        }
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), LocalPostgres.SUPERUSER, "");
    }

    private static void requirePlain(String database) {
        if (!PLAIN_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a plain database name: " + database);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
