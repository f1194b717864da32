package org.kolsuite.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.reactive.mutiny.Mutiny;

/** Compares what the entities of the service under test map with what its migrations made. */
public final class MappedSchema {
    private static final String TABLES_WITH_A_TENANT = """
             from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
            """;

    private MappedSchema() {}

    /**
     * Every mapped table and column is there with the mapped type, as Hibernate's own validation sees it; and no column of a
     * mapped table demands a value that no entity would give it.
     */
    public static void isWhatTheMigrationsMade(Mutiny.SessionFactory factory) throws SQLException {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.jdbc.url", KolStack.jdbcUrl())
                .applySetting("jakarta.persistence.jdbc.user", "postgres")
                .applySetting("jakarta.persistence.jdbc.password", "")
                .applySetting("hibernate.hbm2ddl.auto", "validate")
                .applySetting("hibernate.physical_naming_strategy", new CamelCaseToUnderscoresNamingStrategy())
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            Set<EntityType<?>> entities = factory.getMetamodel().getEntities();
            assertThat(entities).as("entities of the service").isNotEmpty();
            entities.forEach(entity -> sources.addAnnotatedClass(entity.getJavaType()));
            Metadata metadata = sources.buildMetadata();
            metadata.buildSessionFactory().close();
            assertThat(demandedButNotMapped(metadata)).isEmpty();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    /**
     * Every table with the column {@code tenant_id} shows its rows by a policy, whoever owns it; and the application's role is one that
     * policies hold for.
     */
    public static void keepsOrganisationsApart() throws SQLException {
        try (Connection superuser = KolStack.superuser();
                Connection application = KolStack.application()) {
            assertThat(firstColumn(superuser, "select c.relname" + TABLES_WITH_A_TENANT))
                    .as("tables with a tenant")
                    .isNotEmpty();
            assertThat(firstColumn(superuser, "select c.relname" + TABLES_WITH_A_TENANT + """
                             and not (c.relrowsecurity and c.relforcerowsecurity
                                      and exists (select 1 from pg_policy where polrelid = c.oid))"""))
                    .as("tables with a tenant, but without forced row security and a policy")
                    .isEmpty();
            assertThat(firstColumn(
                            application,
                            "select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                    .as("roles of the application that no policy holds for")
                    .isEmpty();
        }
    }

    private static List<String> firstColumn(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static List<String> demandedButNotMapped(Metadata metadata) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Connection superuser = KolStack.superuser();
                PreparedStatement demanded = superuser.prepareStatement("""
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = ? and is_nullable = 'NO' and column_default is null
                          and is_identity = 'NO' and is_generated = 'NEVER'""")) {
            for (Table table : metadata.collectTableMappings()) {
                Set<String> mapped = new TreeSet<>();
                for (Column column : table.getColumns()) {
                    mapped.add(column.getName());
                }
                demanded.setString(1, table.getName());
                try (ResultSet columns = demanded.executeQuery()) {
                    while (columns.next()) {
                        if (!mapped.contains(columns.getString(1))) {
                            missing.add(table.getName() + "." + columns.getString(1));
                        }
                    }
                }
            }
        }
        return missing;
    }
}
