package org.kolsuite.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    /** Of {@code select 1;}. */
    private static final String FINGERPRINT = "354b7196c9ba5fb4b21cf615bb6ec4cd5c07503c34229feef033fc081a8c03f4";

    private static final String SHARED = "platform/src/main/resources/db/platform/";
    private static final String OURS = "payment-service/src/main/resources/db/migration/";

    @TempDir
    Path root;

    @BeforeEach
    void threeMigrations() throws IOException {
        for (String path : List.of(SHARED + "V0_1__a.sql", OURS + "V001__b.sql", OURS + "V002__c.sql")) {
            write(path, "select 1;");
        }
    }

    @Test
    void theVersionBeforeIsTheLastThatLacksSomething() throws IOException {
        released("0.1.0", SHARED + "V0_1__a.sql");
        released("0.2.0", SHARED + "V0_1__a.sql", OURS + "V001__b.sql");
        released("0.3.0", SHARED + "V0_1__a.sql", OURS + "V001__b.sql", OURS + "V002__c.sql");

        assertThat(Releases.read(root).versionBefore("payment-service"))
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("V001__b.sql", "V0_1__a.sql");
    }

    @Test
    void aReleasedMigrationStaysAsItIs() throws IOException {
        // Given
        released("0.1.0", SHARED + "V0_1__a.sql", OURS + "V001__b.sql", OURS + "V002__c.sql");
        assertThat(Releases.read(root).edited()).isEmpty();

        // When
        write(OURS + "V001__b.sql", "select 2;");
        Files.delete(root.resolve(OURS + "V002__c.sql"));

        // Then
        assertThat(Releases.read(root).edited())
                .containsExactly(
                        "0.1.0.sha256: " + OURS + "V001__b.sql was edited",
                        "0.1.0.sha256: " + OURS + "V002__c.sql is gone");
    }

    @Test
    void withoutAReleaseNothingCanBeSaid() throws IOException {
        Files.createDirectories(root.resolve("releases"));

        assertThatThrownBy(() -> Releases.read(root)).isInstanceOf(IllegalStateException.class);
    }

    private void released(String version, String... paths) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String path : paths) {
            lines.append(FINGERPRINT).append("  ").append(path).append('\n');
        }
        write("releases/" + version + ".sha256", lines.toString());
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
