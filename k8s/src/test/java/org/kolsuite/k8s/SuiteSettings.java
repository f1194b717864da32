package org.kolsuite.k8s;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the five services can be told, read from their own settings. */
record SuiteSettings(String module, Map<String, String> properties) {
    private static final Path SHARED =
            Path.of("platform", "src", "main", "resources", "META-INF", "microprofile-config.properties");

    /** Every module that is packaged as a Quarkus application, found by its settings. */
    static List<SuiteSettings> ofEveryService() {
        try (Stream<Path> folders = Files.list(Tools.ROOT)) {
            List<SuiteSettings> services = folders.filter(folder -> Files.exists(own(folder)))
                    .map(SuiteSettings::of)
                    .toList();
            if (services.isEmpty()) {
                throw new IllegalStateException("no service in " + Tools.ROOT);
            }
            return services;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SuiteSettings of(Path folder) {
        Map<String, String> settings = new TreeMap<>();
        if (!folder.getFileName().toString().equals("gateway")) {
            read(Tools.ROOT.resolve(SHARED), settings);
        }
        read(own(folder), settings);
        settings.keySet().removeIf(name -> name.startsWith("%"));
        return new SuiteSettings(folder.getFileName().toString(), settings);
    }

    /** What the service is called in topics and groups. */
    String applicationName() {
        return get("quarkus.application.name");
    }

    int port() {
        return Integer.parseInt(get("quarkus.http.port"));
    }

    String get(String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalStateException(module + " has no setting " + name);
        }
        return value;
    }

    /** Topics that this service's channels of a direction use: {@code incoming} or {@code outgoing}. */
    List<String> topics(String direction) {
        return properties.entrySet().stream()
                .filter(entry -> entry.getKey().matches("mp\\.messaging\\." + direction + "\\..*\\.topic"))
                .map(entry -> entry.getValue()
                        .replace("${kol.topics.prefix:}", "")
                        .replace("${quarkus.application.name}", applicationName()))
                .toList();
    }

    /** How the environment spells a setting. */
    static String environmentName(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Path own(Path folder) {
        return folder.resolve("src").resolve("main").resolve("resources").resolve("application.properties");
    }

    private static void read(Path file, Map<String, String> into) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((name, value) -> into.put(name.toString(), value.toString()));
    }
}
