package org.kolsuite.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/errors.md true. Write its tables anew with {@code mvn -pl contracts,local-stack,platform test
 * -Dtest=ErrorCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false -Derrors.write=true}.
 */
class ErrorCatalogueTest {
    private static final String BEGIN = "<!-- generated from the code: begin -->";
    private static final String END = "<!-- generated from the code: end -->";

    private final Path root =
            Path.of(System.getProperty("kol.root", "..")).toAbsolutePath().normalize();
    private final Path page = root.resolve("docs/errors.md");
    private final List<ErrorCatalogue.Entry> entries = ErrorCatalogue.of(root);

    @Test
    void everyRejectionIsFoundWithItsStatusAndASentence() {
        assertThat(entries).hasSizeGreaterThan(20).allSatisfy(entry -> {
            assertThat(entry.status()).as("status of %s", entry).isNotEmpty();
            assertThat(entry.meaning()).as("docstring of %s", entry).endsWith(".");
        });
    }

    /** Two services may refuse for the same reason; then the code has the same status in both. */
    @Test
    void aCodeHasOneStatusWhereverItIsUsed() {
        Map<String, Set<String>> statuses = new TreeMap<>();
        entries.forEach(entry ->
                statuses.computeIfAbsent(entry.code(), code -> new TreeSet<>()).add(entry.status()));

        assertThat(statuses)
                .allSatisfy((code, stated) -> assertThat(stated).as(code).hasSize(1));
        for (String module :
                entries.stream().map(ErrorCatalogue.Entry::module).distinct().toList()) {
            assertThat(entries.stream()
                            .filter(entry -> entry.module().equals(module))
                            .map(ErrorCatalogue.Entry::code))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void thePageListsEveryCode() throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        String tables = "\n" + ErrorCatalogue.toMarkdown(entries);
        if (Boolean.getBoolean("errors.write")) {
            text = text.substring(0, from) + tables + text.substring(to);
            Files.writeString(page, text);
            to = text.indexOf(END);
        }

        assertThat(text.substring(from, to))
                .as("tables of docs/errors.md; write them with -Derrors.write=true")
                .isEqualTo(tables);
    }
}
