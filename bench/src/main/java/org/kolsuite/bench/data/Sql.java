package org.kolsuite.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Statements of the bench itself: seeding, and what a row is held against. */
final class Sql {
    private Sql() {}

    static void run(Connection database, String... statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Asks, and reads every row of the answer. */
    static int rows(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int rows = 0;
            while (result.next()) {
                rows++;
            }
            return rows;
        }
    }

    /** Writes what {@code COPY … TO STDOUT} gives into a file. */
    static void copyOut(Connection database, String copy, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            database.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        }
    }

    /** Reads a file with {@code COPY … FROM STDIN}. */
    static long copyIn(Connection database, String copy, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return database.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in, 1 << 20);
        }
    }

    static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
