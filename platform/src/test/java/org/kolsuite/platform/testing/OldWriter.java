package org.kolsuite.platform.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes as a program would that knows one schema and nothing later: a row into every table that the application may write, naming every
 * column of that schema and no other, as the application's role with a tenant bound, so that row-level security has its say.
 */
final class OldWriter {
    private static final int ATTEMPTS = 500;
    private static final String CHECK_VIOLATION = "23514";

    private final Connection application;
    private final Schema schema;
    private final Random random = new Random(20260101);
    private int counter;

    OldWriter(Connection application, Schema schema) {
        this.application = application;
        this.schema = schema;
    }

    /** A row each; returns the tables. */
    List<String> insertEverywhere(UUID tenant) throws SQLException {
        application.setAutoCommit(false);
        Map<String, Map<String, String>> written = new LinkedHashMap<>();
        List<String> tables = new ArrayList<>();
        for (String table : inOrderOfReferences()) {
            if (schema.may("insert", table)) {
                // What names no tenant of its own is written by the relay's side of the program.
                bind(tenant, columnsOf(table).values().stream().noneMatch(OldWriter::isBound));
                written.put(table, insert(table, tenant, written));
                tables.add(table);
            } else if (schema.may("select", table)) {
                // What the migrations fill, rows refer to as it stands.
                written.put(table, any(table));
            }
        }
        application.commit();
        return tables;
    }

    private Map<String, String> any(String table) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = application.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + asText(columnsOf(table).keySet()) + " from " + table + " limit 1")) {
            int place = 1;
            boolean there = row.next();
            for (String name : columnsOf(table).keySet()) {
                if (there) {
                    found.put(name, row.getString(place++));
                }
            }
        }
        return found;
    }

    private static String asText(Collection<String> columns) {
        return columns.stream().map(name -> "cast(" + name + " as text)").collect(Collectors.joining(", "));
    }

    /** Sets every column that it may to what it is; returns how many rows were touched. */
    int updateEverywhere(UUID tenant) throws SQLException {
        int touched = 0;
        for (var table : schema.tables().entrySet()) {
            if (schema.may("update", table.getKey())) {
                bind(tenant, table.getValue().values().stream().noneMatch(OldWriter::isBound));
                String same = table.getValue().entrySet().stream()
                        .filter(column -> !column.getValue().generated())
                        .map(column -> column.getKey() + " = " + column.getKey())
                        .collect(Collectors.joining(", "));
                try (Statement statement = application.createStatement()) {
                    touched += statement.executeUpdate("update " + table.getKey() + " set " + same);
                }
            }
        }
        application.commit();
        return touched;
    }

    private Map<String, Schema.Column> columnsOf(String table) {
        return Objects.requireNonNull(schema.tables().get(table), table);
    }

    private void bind(UUID tenant, boolean system) throws SQLException {
        try (PreparedStatement statement = application.prepareStatement(
                "select set_config('kol.tenant', ?, false), set_config('kol.owner', ?, false), set_config('kol.scope', ?, false)")) {
            statement.setString(1, tenant.toString());
            statement.setString(2, tenant.toString());
            statement.setString(3, system ? "system" : "");
            statement.execute();
        }
    }

    private Map<String, String> insert(String table, UUID tenant, Map<String, Map<String, String>> written)
            throws SQLException {
        Map<String, Schema.Column> columns = new LinkedHashMap<>(columnsOf(table));
        Collection<String> all = List.copyOf(columns.keySet());
        columns.values().removeIf(column -> column.generated() || isBound(column));
        counter++;
        String marks = columns.values().stream()
                .map(column -> "cast(? as " + column.type() + ")")
                .collect(Collectors.joining(", "));
        try (PreparedStatement statement = application.prepareStatement("insert into " + table + " ("
                + String.join(", ", columns.keySet()) + ") values (" + marks + ") returning " + asText(all))) {
            for (int attempt = 0; ; attempt++) {
                int position = 1;
                for (var column : columns.entrySet()) {
                    List<@Nullable String> values = values(table, column.getKey(), column.getValue(), tenant, written);
                    statement.setString(position++, values.get(attempt == 0 ? 0 : random.nextInt(values.size())));
                }
                Savepoint before = application.setSavepoint();
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    Map<String, String> inserted = new LinkedHashMap<>();
                    int place = 1;
                    for (String name : all) {
                        inserted.put(name, row.getString(place++));
                    }
                    return inserted;
                } catch (SQLException refused) {
                    if (!CHECK_VIOLATION.equals(refused.getSQLState()) || attempt == ATTEMPTS) {
                        throw new AssertionError("an old row was refused: " + refused.getMessage(), refused);
                    }
                    application.rollback(before);
                }
            }
        }
    }

    /** What the column may hold, the likeliest first. */
    private List<@Nullable String> values(
            String table, String name, Schema.Column column, UUID tenant, Map<String, Map<String, String>> written) {
        for (Schema.Rule rule : schema.rules().values()) {
            if (rule.table().equals(table)
                    && rule.refers() != null
                    && rule.columns().contains(name)) {
                return one(referred(rule, name, written));
            }
        }
        if (name.equals("tenant_id")) {
            return one(tenant.toString());
        }
        List<@Nullable String> values = new ArrayList<>();
        for (Schema.Rule rule : schema.rules().values()) {
            if (rule.table().equals(table)
                    && rule.columns().contains(name)
                    && column.type().equals("text")) {
                values.addAll(Schema.literals(rule.definition()));
            }
        }
        if (values.isEmpty()) {
            values.addAll(plain(column.type()));
        }
        return values;
    }

    private static List<@Nullable String> one(@Nullable String value) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(value);
        return values;
    }

    private List<String> plain(String type) {
        if (type.endsWith("[]")) {
            return List.of("{" + plain(type.substring(0, type.length() - 2)).getFirst() + "}");
        }
        String kind = type.replaceAll("\\(.*\\)", "");
        return switch (kind) {
            case "uuid" -> List.of(UUID.randomUUID().toString());
            case "text", "character varying" -> List.of("old " + counter + "-" + random.nextInt(1_000_000));
            case "character" -> List.of("CN");
            case "smallint", "integer", "bigint", "xid8" -> List.of(String.valueOf(counter), "1", "0", "50");
            case "numeric", "double precision", "real" -> List.of("0.5", "1", "0");
            case "boolean" -> List.of("true", "false");
            case "date" -> List.of("2026-01-01");
            case "timestamp with time zone" -> List.of("2026-01-01T00:00:00Z");
            case "bytea" -> List.of("\\x00");
            case "json", "jsonb" -> List.of("{}");
            default -> throw new IllegalStateException("no value is known for the type " + type);
        };
    }

    /** The column of the row that was written before; null where a row would refer to its own kind. */
    private static @Nullable String referred(Schema.Rule rule, String name, Map<String, Map<String, String>> written) {
        Map<String, String> row = written.get(rule.refers());
        if (row == null) {
            return null;
        }
        String[] sides = rule.definition().split("REFERENCES", 2);
        return row.get(names(sides[1]).get(names(sides[0]).indexOf(name)));
    }

    private static List<String> names(String side) {
        return List.of(side.substring(side.indexOf('(') + 1, side.indexOf(')')).split(", "));
    }

    private Set<String> inOrderOfReferences() {
        Set<String> order = new LinkedHashSet<>();
        schema.tables().keySet().forEach(table -> addAfterReferred(table, order, new LinkedHashSet<>()));
        return order;
    }

    private void addAfterReferred(String table, Set<String> order, Set<String> path) {
        if (order.contains(table) || !path.add(table)) {
            return;
        }
        for (Schema.Rule rule : schema.rules().values()) {
            String referred = rule.refers();
            if (rule.table().equals(table) && referred != null) {
                addAfterReferred(referred, order, path);
            }
        }
        order.add(table);
    }

    /** Whether the database fills it with whom the transaction acts for. */
    private static boolean isBound(Schema.Column column) {
        String standard = column.standard();
        return standard != null && (standard.contains("kol_tenant()") || standard.contains("kol_owner()"));
    }
}
