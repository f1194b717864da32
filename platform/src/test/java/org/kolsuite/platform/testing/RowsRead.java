package org.kolsuite.platform.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Counts the rows that PostgreSQL reads for a request, which are the same on every machine: so that nobody waits because of what others
 * have, or of what ended long ago. Among as few rows as a test has, PostgreSQL would rather read a whole table; that is forbidden
 * meanwhile, so that only a missing way shows.
 */
public final class RowsRead implements AutoCloseable {
    private final String[] tables;

    private RowsRead(String... tables) {
        this.tables = tables.clone();
    }

    /** Watches these tables of the service under test, until it is closed. */
    public static RowsRead of(String... tables) throws SQLException {
        setting("set enable_seqscan = off");
        return new RowsRead(tables);
    }

    /**
     * How many rows and entries of indexes the request made PostgreSQL read.
     *
     * @param request is sent again where it fails at first, because the service may not have noticed yet that its connections have ended
     */
    public long by(Runnable request) throws SQLException {
        reconnect();
        long before = count();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(request::run);
        reconnect();
        return count() - before;
    }

    @Override
    public void close() throws SQLException {
        setting("reset enable_seqscan");
        reconnect();
    }

    private long count() throws SQLException {
        try (Connection connection = KolStack.superuser();
                PreparedStatement query = connection.prepareStatement("""
                        select (select sum(seq_tup_read) from pg_stat_user_tables where relname = any(watched))
                             + (select sum(idx_tup_read) from pg_stat_user_indexes where relname = any(watched))
                        from (select ?::text[] watched)""")) {
            query.setArray(1, connection.createArrayOf("text", tables));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void setting(String change) throws SQLException {
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin execute format('alter database %I " + change + "', current_database()); end $$");
        }
    }

    /** The application's connections come anew: with the settings of now, and what the old ones counted is told when they end. */
    private static void reconnect() throws SQLException {
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement();
                PreparedStatement left =
                        connection.prepareStatement("select count(*) from pg_stat_activity where pid = any(?)")) {
            try (ResultSet ended = statement.executeQuery("""
                    select array_agg(pid) filter (where pg_terminate_backend(pid)) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'""")) {
                ended.next();
                if (ended.getArray(1) == null) {
                    return;
                }
                left.setArray(1, ended.getArray(1));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                try (ResultSet still = left.executeQuery()) {
                    still.next();
                    return still.getInt(1) == 0;
                }
            });
        }
    }
}
