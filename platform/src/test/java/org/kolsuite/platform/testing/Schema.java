package org.kolsuite.platform.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a program relies on in a database, as PostgreSQL's catalogue tells it: columns, what they demand, what is unique, who may do what,
 * functions, triggers. {@link #breaks} says what a newer schema would do to a program that was written for this one.
 *
 * @param tables columns by table and name
 * @param rules checks, foreign keys and exclusions by table and definition
 * @param uniques unique indexes by table and definition
 * @param others definitions that must stay as they are, by what they are: policies, triggers, functions, sequences, views
 * @param rights what the application may do, as {@code "insert on payout"}
 */
record Schema(
        Map<String, Map<String, Column>> tables,
        Map<String, Rule> rules,
        Map<String, Rule> uniques,
        Map<String, String> others,
        Set<String> rights) {
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

    /** @param generated the database makes the value and refuses another */
    record Column(String type, boolean required, @Nullable String standard, boolean generated) {}

    /** @param columns that it speaks of; empty if it can't be told */
    record Rule(
            String table,
            String kind,
            Set<String> columns,
            String definition,
            @Nullable String refers) {}

    static Schema read(Connection superuser, String application) throws SQLException {
        Map<String, Map<String, Column>> tables = new TreeMap<>();
        each(
                superuser,
                """
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
                       a.attidentity = 'a' or a.attgenerated <> '', a.attidentity <> ''
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                order by c.relname, a.attnum""",
                row -> tables.computeIfAbsent(row.getString(1), name -> new java.util.LinkedHashMap<>())
                        .put(
                                row.getString(2),
                                new Column(
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getBoolean(7) ? "identity" : row.getString(5),
                                        row.getBoolean(6))));
        Map<String, Rule> rules = new TreeMap<>();
        each(superuser, """
                select c.relname, k.contype, pg_get_constraintdef(k.oid), f.relname,
                       array(select attname::text from pg_attribute where attrelid = c.oid and attnum = any(k.conkey))
                from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
                where k.connamespace = 'public'::regnamespace and k.contype in ('c', 'f', 'x')""", row -> rules.put(row.getString(1) + ": " + row.getString(3), rule(row, "rule")));
        Map<String, Rule> uniques = new TreeMap<>();
        each(superuser, """
                select c.relname, '', regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING', 'unique'), null,
                       array(select attname::text from pg_attribute where attrelid = c.oid and attnum = any(i.indkey))
                from pg_index i join pg_class c on c.oid = i.indrelid
                where c.relnamespace = 'public'::regnamespace and i.indisunique and c.relname <> 'flyway_schema_history'""", row -> uniques.put(row.getString(1) + ": " + row.getString(3), rule(row, "unique")));
        Map<String, String> others = new TreeMap<>();
        each(superuser, """
                select 'policy ' || policyname || ' on ' || tablename, concat_ws(' ', permissive, cmd, roles, qual, with_check)
                from pg_policies where schemaname = 'public'
                union all select 'trigger ' || tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(oid) from pg_trigger
                where not tgisinternal
                union all select 'function ' || oid::regprocedure, coalesce(pg_get_function_result(oid), 'procedure') from pg_proc
                where pronamespace = 'public'::regnamespace
                union all select case relkind when 'S' then 'sequence ' else 'view ' end || relname, '' from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('S', 'v', 'm')
                union all select 'row security of ' || relname, concat(relrowsecurity, relforcerowsecurity) from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')""", row -> others.put(row.getString(1), row.getString(2)));
        Set<String> rights = new TreeSet<>();
        try (PreparedStatement asked = superuser.prepareStatement("""
                select p || ' on ' || relname from pg_class, unnest(array['select', 'insert', 'update', 'delete']) p
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege(?, oid, p)""")) {
            asked.setString(1, application);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    rights.add(rows.getString(1));
                }
            }
        }
        return new Schema(tables, rules, uniques, others, rights);
    }

    boolean may(String right, String table) {
        return rights.contains(right + " on " + table);
    }

    /** What stops a program that knows this schema from working on the newer one; empty is good. */
    List<String> breaks(Schema newer) {
        List<String> breaks = new ArrayList<>();
        tables.forEach((table, columns) -> {
            Map<String, Column> now = newer.tables.get(table);
            if (now == null) {
                breaks.add("the table " + table + " is gone");
                return;
            }
            columns.forEach((name, before) -> compare(table + "." + name, before, now.get(name), breaks));
            now.forEach((name, column) -> {
                if (!columns.containsKey(name)
                        && column.required()
                        && column.standard() == null
                        && !column.generated()) {
                    breaks.add("the new column " + table + "." + name + " demands a value that old writers don't give");
                }
            });
        });
        newer.rules.forEach((key, rule) -> {
            if (!rules.containsKey(key) && bindsOldWriters(rule, newer) && !isWider(rule)) {
                breaks.add("old writers don't know the new rule of " + key);
            }
        });
        newer.uniques.forEach((key, rule) -> {
            if (!uniques.containsKey(key) && bindsOldWriters(rule, newer)) {
                breaks.add("old writers don't know the new rule of " + key);
            }
        });
        uniques.keySet().stream()
                .filter(key -> !newer.uniques.containsKey(key))
                .forEach(key -> breaks.add("old writers may name what is no longer unique in " + key));
        others.forEach((name, definition) -> {
            String now = newer.others.get(name);
            if (now == null) {
                breaks.add("the " + name + " is gone");
            } else if (!now.equals(definition)) {
                breaks.add("the " + name + " is another: " + now);
            }
        });
        newer.others.forEach((name, definition) -> {
            if (definition.startsWith("RESTRICTIVE")
                    && !others.containsKey(name)
                    && tables.containsKey(name.substring(name.lastIndexOf(' ') + 1))) {
                breaks.add("the new " + name + " takes rows away");
            }
        });
        rights.stream()
                .filter(right -> !newer.rights.contains(right))
                .forEach(right -> breaks.add("the application may no longer " + right));
        return breaks;
    }

    private static void compare(String name, Column before, @Nullable Column now, List<String> breaks) {
        if (now == null) {
            breaks.add("the column " + name + " is gone");
            return;
        }
        if (!now.type().equals(before.type())) {
            breaks.add("the column " + name + " was " + before.type() + " and is " + now.type());
        }
        if (now.required() && !before.required()) {
            breaks.add("the column " + name + " now demands a value");
        }
        if (before.standard() != null && now.standard() == null) {
            breaks.add("the column " + name + " has lost its default");
        }
        if (now.generated() && !before.generated()) {
            breaks.add("the column " + name + " no longer takes a value");
        }
    }

    /** Whether a row that an old program writes can offend it: not if it speaks only of new columns, which that row leaves empty. */
    private boolean bindsOldWriters(Rule rule, Schema newer) {
        Map<String, Column> known = tables.get(rule.table());
        Map<String, Column> now = newer.tables.get(rule.table());
        if (known == null || now == null) {
            return false;
        }
        boolean onlyNewAndEmpty = !rule.columns().isEmpty()
                && rule.columns().stream().noneMatch(known::containsKey)
                && rule.columns().stream()
                        .map(now::get)
                        .allMatch(column -> column != null && column.standard() == null);
        return !onlyNewAndEmpty || rule.definition().contains("NULLS NOT DISTINCT");
    }

    /** Whether it is an old check that allows more values than before, and is the same otherwise. */
    private boolean isWider(Rule rule) {
        return rules.values().stream()
                .filter(before ->
                        before.table().equals(rule.table()) && before.columns().equals(rule.columns()))
                .anyMatch(before -> skeleton(before.definition()).equals(skeleton(rule.definition()))
                        && new TreeSet<>(literals(rule.definition())).containsAll(literals(before.definition())));
    }

    static List<String> literals(String definition) {
        List<String> literals = new ArrayList<>();
        Matcher matcher = LITERAL.matcher(definition);
        while (matcher.find()) {
            literals.add(matcher.group(1).replace("''", "'"));
        }
        return literals;
    }

    /** A list of values of any length looks the same. */
    private static String skeleton(String definition) {
        return LITERAL.matcher(definition).replaceAll("?").replaceAll("\\?::text(, \\?::text)*", "?");
    }

    private static Rule rule(ResultSet row, String kind) throws SQLException {
        Set<String> columns =
                new TreeSet<>(Arrays.asList((String[]) row.getArray(5).getArray()));
        return new Rule(row.getString(1), kind, columns, row.getString(3), row.getString(4));
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String query, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
