package org.kolsuite.platform.inbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (connection, pool, lock) from those that trying again won't mend. */
public final class Transient {
    private static final String UNIQUE_VIOLATION = "23505";

    private Transient() {}

    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Inbox.Unreadable) {
                return false;
            }
            if (cause instanceof io.vertx.pgclient.PgException pg) {
                return isTransientSqlState(pg.getSqlState());
            }
            // What Hibernate makes of an error that it has no type for, and what the JDBC driver says.
            if (cause instanceof SQLException sql && isTransientSqlState(sql.getSQLState())) {
                return true;
            }
            if (cause instanceof IOException && !(cause instanceof com.fasterxml.jackson.core.JacksonException)
                    || cause instanceof TimeoutException
                    || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
                    || cause instanceof io.vertx.core.VertxException
                    || cause instanceof org.hibernate.exception.JDBCConnectionException
                    || cause instanceof org.hibernate.exception.LockAcquisitionException
                    || cause instanceof org.hibernate.StaleStateException
                    || cause instanceof jakarta.persistence.OptimisticLockException) {
                return true;
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        return false;
    }

    /**
     * Somebody else has inserted the row first, between our look and our insert: a rebuild, another replica, a caller. Whoever
     * looks again finds it.
     */
    static boolean isClash(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof io.vertx.pgclient.PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState())
                    || cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Classes 08 connection, 40 serialization and deadlock, 53 resources (the disk is full, too many connections), 57
     * shutdown; 55P03 lock not available, and 25P03 and 25P04, a transaction that took too long.
     */
    private static boolean isTransientSqlState(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.equals("55P03")
                        || state.equals("25P03")
                        || state.equals("25P04"));
    }
}
