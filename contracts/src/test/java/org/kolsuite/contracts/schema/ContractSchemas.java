package org.kolsuite.contracts.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.event.Event;
import org.kolsuite.contracts.event.State;

/** The JSON Schema of every record that services publish, generated from the record itself. */
final class ContractSchemas {
    private ContractSchemas() {}

    /** Every record among the compiled contracts that is an {@link Event} or a {@link State}. */
    static List<Class<?>> published() {
        try {
            Path classes = Path.of(Event.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                        .<Class<?>>map(ContractSchemas::load)
                        .filter(type -> type.isRecord()
                                && (Event.class.isAssignableFrom(type) || State.class.isAssignableFrom(type)))
                        .sorted(Comparator.comparing(Class::getName))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the compiled contracts can't be listed", e);
        }
    }

    /** {@code OfferAgreed.v1.json}; the version is the one at the end of the topic. */
    static String fileName(Class<?> type) {
        return type.getSimpleName() + ".v1.json";
    }

    static ObjectNode schemaOf(Class<?> type) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forFields()
                .withNullableCheck(field -> isNullable(field.getRawMember().getAnnotatedType()))
                .withRequiredCheck(field -> !isNullable(field.getRawMember().getAnnotatedType()));
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(type);
        schema.put("$id", "urn:kolsuite:" + kebab(type.getSimpleName()) + ":v1");
        schema.put("title", type.getSimpleName());
        return schema;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Class<?> load(String classFile) {
        String name = classFile
                .substring(0, classFile.length() - ".class".length())
                .replace('/', '.')
                .replace('\\', '.');
        try {
            return Class.forName(name, false, Event.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
