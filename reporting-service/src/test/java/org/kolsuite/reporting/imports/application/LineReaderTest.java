package org.kolsuite.reporting.imports.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.reporting.imports.model.LineProblem;
import org.kolsuite.reporting.imports.model.Part;
import org.kolsuite.reporting.imports.model.Part.GoodLine;

class LineReaderTest {
    @TempDir
    Path folder;

    /** Counts how many lines were asked for. */
    private static final class Counting extends LineReader<String> {
        private int asked;

        Counting(Table table) {
            super(table);
        }

        @Override
        protected void read(Row row, List<GoodLine<String>> good, List<LineProblem> problems) {
            asked++;
            good.add(new GoodLine<>(row.line(), row.text(0)));
        }
    }

    @Test
    void noMoreThanAPartIsReadAtOnce() throws IOException {
        // Given
        int lines = 2 * LineReader.PART + 3;
        Path file = Files.writeString(
                folder.resolve("lines.csv"),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> line + ",x")
                        .collect(Collectors.joining("\n", "number,letter\n", "\n")));
        List<Long> parts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        // When
        try (Counting reader = new Counting(TabularFile.open(file, "lines.csv").table())) {
            Part<String> part = reader.next();
            assertThat(reader.asked).isEqualTo(LineReader.PART);
            while (!part.isEmpty()) {
                parts.add(part.lines());
                part.good().forEach(line -> numbers.add(line.what()));
                part = reader.next();
            }
            // Then: the end stays the end
            assertThat(reader.next().isEmpty()).isTrue();
        }
        assertThat(parts).containsExactly((long) LineReader.PART, (long) LineReader.PART, 3L);
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, lines)
                        .mapToObj(String::valueOf)
                        .toList());
    }
}
