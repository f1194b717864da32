package org.kolsuite.registry.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.kolsuite.platform.testing.KolStack;

/** Looks behind the application's back. */
final class Database {
    private Database() {}

    static String text(String query, UUID tenant) {
        try (Connection connection = KolStack.superuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, tenant);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static long number(String query, UUID tenant) {
        return Long.parseLong(text(query, tenant));
    }
}
