package org.kolsuite.registry.imports.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.platform.tabular.Limits;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.testing.LargestFile;
import org.kolsuite.platform.testing.SmallJvm;
import org.kolsuite.registry.imports.application.LineReader.LineRead;
import org.kolsuite.registry.imports.model.ColumnMapping;
import org.kolsuite.registry.imports.model.FileReview.Verdict;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.kol.model.HandleRule;

/**
 * Files with as many lines as are accepted, gone through as an import does, in a JVM that has a fraction of the memory that the service has
 * for everything.
 */
class LargestFileTest {
    private static final String HEAP = "-Xmx64m";

    @TempDir
    Path folder;

    @Test
    void everyLineContradictsAnotherHalfAFileAway() throws IOException {
        Path file = file(line -> "creator%07d,Creator Number %07d,%d,US,Food;Travel,https://t.example/creator%07d"
                .formatted(line % (LargestFile.LINES / 2), line, line, line));

        assertThat(Files.size(file)).isLessThan(Limits.DEFAULT.maxBytes());
        assertThat(goneThrough(file)).isEqualTo("500000 lines, 250000 questions about 500000, 0 issues");
    }

    @Test
    void everyLineHasSeveralIssues() throws IOException {
        Path file = file(line -> ",,x%07d,y%07d,,z%07d".formatted(line, line, line));

        assertThat(goneThrough(file)).isEqualTo("500000 lines, 0 questions about 0, 1500000 issues");
    }

    @Test
    void everyLineIsAboutOneHandle() throws IOException {
        Path file = file(line -> "creator,Creator Number %07d,%d,US,Food,".formatted(line, line));

        assertThat(goneThrough(file)).isEqualTo("500000 lines, 1 questions about 100, 0 issues");
    }

    private Path file(IntFunction<String> line) throws IOException {
        return LargestFile.in(folder, "handle,name,followers,country,category,url", line);
    }

    private static String goneThrough(Path file) throws IOException {
        return SmallJvm.run(HEAP, GoesThrough.class, file.toString());
    }

    /** What an import does with a file, but for the database. */
    static final class GoesThrough {
        private GoesThrough() {}

        public static void main(String... arguments) throws IOException {
            Path file = Files.copy(
                    Path.of(arguments[0]), Files.createTempFile("kol", ".copy"), StandardCopyOption.REPLACE_EXISTING);
            Table table = TabularFile.open(file, "largest.csv").table();
            List<ColumnMapping.Column> columns = Uploads.guess(table.header(), Uploads.samples(table));
            LocalDate today = LocalDate.of(2026, 2, 1);
            long issues = 0;
            long questions = 0;
            long asked = 0;
            try (ImportPlan plan = ImportPlan.of(
                                    file,
                                    () -> new LineReader(table, new ColumnMapping(columns), today, today),
                                    HandleRule.IGNORES_CASE,
                                    Set.of(),
                                    () -> {})
                            .withAskedLines(Object::toString, () -> {});
                    LineReader lines = plan.linesFrom(0)) {
                for (List<LineRead> part = lines.next(500); !part.isEmpty(); part = lines.next(500)) {
                    for (LineRead line : part) {
                        issues += line.issues().stream()
                                .filter(LargestFileTest::isTold)
                                .count();
                        if (line.profile() != null && plan.verdictOn(line) instanceof Verdict.Raises raises) {
                            questions++;
                            asked += raises.members().size();
                            plan.asked(raises.members());
                        }
                    }
                }
                System.out.println(
                        plan.size() + " lines, " + questions + " questions about " + asked + ", " + issues + " issues");
            }
        }
    }

    private static boolean isTold(Issue issue) {
        return !issue.detail().isEmpty();
    }
}
