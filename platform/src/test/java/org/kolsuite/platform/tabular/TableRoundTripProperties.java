package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** What we write we read back, and another program reads the same. */
class TableRoundTripProperties {
    private static final List<String> HEADER = List.of("one", "two", "three");

    @Property(tries = 300)
    void f1_csvComesBackAsItWasAndNoCellStartsAFormula(@ForAll("tables") List<List<String>> rows) throws IOException {
        byte[] file = written(TableFormat.CSV, rows);

        assertThat(readBack(file)).isEqualTo(rows);
        assertThat(cellsByAnotherProgram(file))
                .allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*"));
    }

    @Property(tries = 60)
    void f1_xlsxComesBackAsItWas(@ForAll("tables") List<List<String>> rows) throws IOException {
        assertThat(readBack(written(TableFormat.XLSX, rows))).isEqualTo(rows);
    }

    @Property(tries = 60)
    void controlCharactersAndHalvesOfEmojiNeverBreakAWorkbook(@ForAll @StringLength(max = 20) String text)
            throws IOException {
        List<List<String>> read = readBack(written(TableFormat.XLSX, List.of(List.of("x", text, "y"))));

        assertThat(read.getFirst().getFirst()).isEqualTo("x");
        assertThat(read.getFirst().get(2)).isEqualTo("y");
    }

    @Property(tries = 200)
    void f1_trueNumbersStayNumbersAlsoNegativeOnes(@ForAll BigDecimal number) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.csv(out, false)) {
            writer.header(List.of("name", "value"));
            writer.row(List.of("x", number));
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("x," + number.toPlainString() + "\r\n");
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> nasty = Arbitraries.of(
                "=1+1",
                "+86 138",
                "-",
                "@SUM(A1)",
                "'quoted",
                "'=x",
                "a\"b",
                "\"",
                ",",
                "a\nb",
                "#Refugio Mental",
                "#REF!",
                "昵称",
                "🥊 Wanna",
                "‏مرحبا",
                "0012",
                "＝1",
                "1,5",
                ";",
                "|",
                "=\"x\"\"\n,");
        Arbitrary<String> any = Arbitraries.of(
                        "a", "b", " ", ",", ";", "\"", "'", "=", "+", "-", "@", "|", "中", "🥊", "\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> CellText.clean("." + String.join("", parts)));
        Arbitrary<String> cell = Arbitraries.oneOf(nasty, any);
        return cell.list().ofSize(HEADER.size()).list().ofMinSize(1).ofMaxSize(8);
    }

    private enum TableFormat {
        CSV,
        XLSX
    }

    private static byte[] written(TableFormat format, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = format == TableFormat.CSV ? TableWriter.csv(out, true) : TableWriter.xlsx(out, "t")) {
            writer.header(HEADER);
            rows.forEach(writer::row);
        }
        return out.toByteArray();
    }

    private static List<List<String>> readBack(byte[] content) throws IOException {
        Path file = Files.createTempFile("round-trip", "");
        try {
            Files.write(file, content);
            List<List<String>> read = new ArrayList<>();
            try (Stream<Row> rows = TabularFile.open(file, "t").table(1).rows()) {
                rows.forEach(row -> {
                    assertThat(row.problems()).isEmpty();
                    read.add(List.of(row.text(0), row.text(1), row.text(2)));
                });
            }
            return read;
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> cellsByAnotherProgram(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.UTF_8).substring(1);
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
            return parser.stream().flatMap(row -> row.toList().stream()).toList();
        }
    }
}
