package org.kolsuite.payment.fee.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.payment.fee.application.FeeFile.Line;
import org.kolsuite.platform.testing.LargestFile;
import org.kolsuite.platform.testing.SmallJvm;

/**
 * Files with as many fees as are accepted, gone through as an import does, in a JVM that has a fraction of the memory that the service has
 * for everything.
 */
class LargestFileTest {
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path folder;

    @Test
    void everyLineIsAFee() throws IOException {
        Path file =
                file(line -> "Payee Number %06d,BE96444908270905,1.00,2026-12-01,EUR,REF-%06d".formatted(line, line));

        assertThat(goneThrough(file)).isEqualTo("500000 fees, 0 issues");
    }

    @Test
    void everyLineHasSeveralIssues() throws IOException {
        Path file = file(line -> ",,x%06d,y%06d,EUR,".formatted(line, line));

        assertThat(goneThrough(file)).isEqualTo("0 fees, 2000000 issues");
    }

    private Path file(IntFunction<String> line) throws IOException {
        return LargestFile.in(folder, "payee,iban,amount,due date,currency,reference", line);
    }

    private static String goneThrough(Path file) throws IOException {
        return SmallJvm.run(HEAP, GoesThrough.class, file.toString());
    }

    /** What an import does with a file, but for the database. */
    static final class GoesThrough {
        private GoesThrough() {}

        public static void main(String... arguments) {
            Map<String, String> columns =
                    Map.of("payee", "payee", "account", "iban", "amount", "amount", "dueOn", "due date");
            FeeFile file = FeeFile.open(Path.of(arguments[0]), "largest.csv", columns, UUID.randomUUID(), "EUR");
            long fees = 0;
            long issues = 0;
            try (FeeFile.Lines lines = file.lines(500)) {
                for (List<Line> some = lines.next(); !some.isEmpty(); some = lines.next()) {
                    fees += some.stream()
                            .filter(line -> line.draft().isPresent())
                            .count();
                    issues += some.stream()
                            .mapToLong(line -> line.issues().size())
                            .sum();
                }
            }
            System.out.println(fees + " fees, " + issues + " issues");
        }
    }
}
