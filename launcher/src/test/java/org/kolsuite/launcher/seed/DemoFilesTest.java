package org.kolsuite.launcher.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DemoFilesTest {

    @Test
    void theDemoIsFoundByTheLauncher() {
        assertThat(ServiceLoader.load(Seed.class)).hasExactlyElementsOfTypes(DemoSeed.class);
    }

    @Test
    void theSameMonthIsTheSameFileEveryTimeAndTheNextOneIsAnother() {
        String first = DemoKols.file("xiaohongshu", 0, 14);

        assertThat(DemoKols.file("xiaohongshu", 0, 14)).isEqualTo(first).hasLineCount(15);
        assertThat(DemoKols.file("xiaohongshu", 1, 14)).isNotEqualTo(first);
    }

    @Test
    void boughtGrowthJumpsWithoutTheCommentsThatRealPeopleWrite() {
        List<String> before = cells(DemoKols.file("xiaohongshu", 1, 14), 5);
        List<String> after = cells(DemoKols.file("xiaohongshu", 2, 14), 5);

        assertThat(Long.parseLong(after.get(2))).isGreaterThan(2 * Long.parseLong(before.get(2)));
        assertThat(Long.parseLong(after.get(6))).isGreaterThan(100 * Long.parseLong(after.get(7)));
    }

    @Test
    void theAgencyOfTheDemoIsTheOneThatTheRealmsClientActsFor() throws IOException {
        try (InputStream realm = DemoSeed.class.getResourceAsStream("/realm/kol-realm.json")) {
            assertThat(new String(Objects.requireNonNull(realm).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"claim.value\": \"" + DemoRegistry.AGENCY + "\"");
        }
    }

    @Test
    void theStatementClosesWithWhatIsLeft() {
        String statement = CamtFile.of(
                "DE89370400440532013000",
                "CNY",
                new BigDecimal("100.00"),
                LocalDate.of(2026, 10, 1),
                List.of(
                        new CamtFile.Debit("E2E-1", "Somebody", new BigDecimal("40.00")),
                        new CamtFile.Debit("", "The bank", new BigDecimal("1.50"))));

        assertThat(statement)
                .contains("<EndToEndId>E2E-1</EndToEndId>", "<EndToEndId>NOTPROVIDED</EndToEndId>")
                .contains("CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">58.50</Amt>");
    }

    private static List<String> cells(String file, int index) {
        return List.of(file.split("\n")[index + 1].split(","));
    }
}
