package org.kolsuite.e2e.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kolsuite.localstack.Databases;

/** What the databases hold, read beside the services and past their row-level security, so that no bug of theirs hides anything. */
final class Stored {
    private final Databases databases;

    Stored(Databases databases) {
        this.databases = databases;
    }

    /** The first column and how often, or how much, by the second. */
    Map<String, Long> counts(String database, String query, Object... parameters) {
        Map<String, Long> counts = new LinkedHashMap<>();
        read(database, query, parameters, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** A single number. */
    long number(String database, String query, Object... parameters) {
        long[] number = new long[1];
        read(database, query, parameters, row -> number[0] = row.getLong(1));
        return number[0];
    }

    /** The first column. */
    Set<String> words(String database, String query, Object... parameters) {
        Set<String> words = new TreeSet<>();
        read(database, query, parameters, row -> words.add(row.getString(1)));
        return words;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String database, String query, Object[] parameters, Row each) {
        try (Connection connection = databases.connect(database);
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(database + ": " + query, e);
        }
    }
}
