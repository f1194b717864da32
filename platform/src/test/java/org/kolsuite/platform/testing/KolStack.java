package org.kolsuite.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.localstack.Databases;
import org.kolsuite.localstack.LocalPostgres;
import org.kolsuite.localstack.TestStack;

/**
 * Gives a service under test a database of its own on real PostgreSQL, topics of its own on real Kafka, and a key that
 * signs the tokens of {@link Tokens}. Use with {@code @QuarkusTestResource(KolStack.class)} or {@code @WithTestResource}.
 */
public class KolStack implements QuarkusTestResourceLifecycleManager {
    private static final String DATABASE = "kol.test.database";
    private static final String PORT = "kol.test.database.port";

    /** Which PostgreSQL and Kafka: those of the build. */
    TestStack stack() {
        return TestStack.attachOrStart();
    }

    @Override
    public Map<String, String> start() {
        TestStack stack = stack();
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        stack.databases().create(name);
        System.setProperty(DATABASE, name);
        System.setProperty(PORT, String.valueOf(stack.postgresPort()));
        System.setProperty("kol.test.kafka", stack.kafkaBootstrap());
        System.setProperty("kol.test.prefix", name + ".");
        Map<String, String> settings = new HashMap<>();
        settings.put("kol.postgres.host", stack.postgresHost());
        settings.put("kol.postgres.port", String.valueOf(stack.postgresPort()));
        settings.put("kol.postgres.database", name);
        settings.put("kafka.bootstrap.servers", stack.kafkaBootstrap());
        settings.put("kol.topics.prefix", name + ".");
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        settings.put("quarkus.http.test-port", "0");
        settings.put("mp.messaging.connector.smallrye-kafka.metadata.max.age.ms", "500");
        return settings;
    }

    @Override
    public void stop() {
        String name = System.getProperty(DATABASE);
        if (name != null) {
            databases().drop(name);
        }
    }

    /** A connection that sees everything, for tests that look (or tamper) behind the application's back. */
    public static java.sql.Connection superuser() throws java.sql.SQLException {
        return databases().connect(System.getProperty(DATABASE));
    }

    /** A connection as the application's role, for tests of what the database refuses it. */
    public static java.sql.Connection application() throws java.sql.SQLException {
        String name = System.getProperty(DATABASE);
        String role = Databases.applicationRole(name);
        return java.sql.DriverManager.getConnection(databases().jdbcUrl(name), role, role);
    }

    static String jdbcUrl() {
        return databases().jdbcUrl(System.getProperty(DATABASE));
    }

    private static Databases databases() {
        return Databases.at(LocalPostgres.HOST, Integer.getInteger(PORT));
    }

    /** Whether somebody waits for a lock that this connection holds. */
    public static boolean isWaitedFor(java.sql.Connection holder) throws java.sql.SQLException {
        try (var statement = holder.createStatement();
                var found = statement.executeQuery(
                        "select exists (select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            found.next();
            return found.getBoolean(1);
        }
    }
}
