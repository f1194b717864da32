package org.kolsuite.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("kol.root", "..")).toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("new Problem\\(\\s*(\\d{3}), \"([A-Z_]+)\"");

    @Test
    void theCatalogueOfErrorsListsEveryRefusal() throws IOException {
        String source =
                Files.readString(ROOT.resolve("gateway/src/main/java/org/kolsuite/gateway/problem/Refusals.java"));
        List<String> rows = CODE.matcher(source)
                .results()
                .map(code -> "| `%s` | %s |".formatted(code.group(2), code.group(1)))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(Files.readString(ROOT.resolve("docs/errors.md"))).contains(rows);
    }
}
