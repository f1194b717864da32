package org.kolsuite.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/cases.md true. Write its tables anew with {@code mvn -pl contracts,local-stack,platform test
 * -Dtest=CaseTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dcases.write=true}.
 */
class CaseTableTest {
    private static final String BEGIN = "<!-- generated from the code: begin -->\n";
    private static final String END = "<!-- generated from the code: end -->";

    private final Path root =
            Path.of(System.getProperty("kol.root", "..")).toAbsolutePath().normalize();
    private final List<CaseTable.Case> cases = CaseTable.of(root);

    @Test
    void everyCaseHasATestOrSaysWhyNot() {
        assertThat(cases)
                .hasSizeGreaterThan(80)
                .allSatisfy(one -> assertThat(one.tests().isEmpty())
                        .as("%s has no test, or has one although it says why not: %s", one.number(), one.tests())
                        .isEqualTo(one.untestedBecause() != null));
    }

    @Test
    void thePageListsEveryCase() throws IOException {
        Path page = root.resolve("docs/cases.md");
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        String tables = CaseTable.toMarkdown(cases);
        if (Boolean.getBoolean("cases.write")) {
            text = text.substring(0, from) + tables + text.substring(to);
            Files.writeString(page, text);
            to = text.indexOf(END);
        }

        assertThat(text.substring(from, to))
                .as("tables of docs/cases.md; write them with -Dcases.write=true")
                .isEqualTo(tables);
    }
}
