package org.kolsuite.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checked-in schemas are what others build on. They follow the records: {@code mvn -pl contracts test
 * -Dtest=PublishedSchemasTest -Dschemas.write=true} writes them anew, unless the change breaks those who rely on them; such a
 * change needs a new record and a topic of the next version.
 */
class PublishedSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Path FOLDER = Path.of("src", "main", "resources", "schemas");

    static List<Class<?>> published() {
        return ContractSchemas.published();
    }

    @Test
    void thereAreEventsAndStates() {
        assertThat(published()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("published")
    void aChangeOfARecordDoesNotBreakThoseWhoRelyOnIt(Class<?> type) throws IOException {
        Path file = FOLDER.resolve(ContractSchemas.fileName(type));
        if (Files.exists(file)) {
            JsonNode checkedIn = JSON.readTree(file.toFile());

            assertThat(SchemaCompatibility.breaks(checkedIn, ContractSchemas.schemaOf(type)))
                    .as(
                            "incompatible changes of %s: publish a new record on a topic of the next version instead",
                            type.getSimpleName())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void theCheckedInSchemaIsUpToDate(Class<?> type) throws IOException {
        Path file = FOLDER.resolve(ContractSchemas.fileName(type));
        String generated = JSON.writeValueAsString(ContractSchemas.schemaOf(type)) + "\n";
        if (Boolean.getBoolean("schemas.write") && mayBeWritten(type, file)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, generated);
        }

        assertThat(file).as("write it with -Dschemas.write=true").hasContent(generated);
    }

    @Test
    void noSchemaIsLeftWithoutItsRecord() throws IOException {
        List<String> expected =
                published().stream().map(ContractSchemas::fileName).sorted().toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted())
                    .containsExactlyElementsOf(expected);
        }
    }

    private static boolean mayBeWritten(Class<?> type, Path file) throws IOException {
        return !Files.exists(file)
                || SchemaCompatibility.breaks(JSON.readTree(file.toFile()), ContractSchemas.schemaOf(type))
                        .isEmpty();
    }
}
