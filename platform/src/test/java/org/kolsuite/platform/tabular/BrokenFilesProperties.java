package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.testing.RealInput;

/**
 * Real files with bytes broken, cut and doubled, and files made to burst a reader: each is read to its end, bad rows reported, or
 * refused by name, in no more memory than a row may have.
 */
class BrokenFilesProperties {
    private static final Limits SMALL = new Limits(1 << 20, 5_000, 60, 2_000, 8 << 20, 100);
    private static final String BILLS = "chinese-bills/deb-sig__double-entry-generator/example/";
    private static final long MIB = 1 << 20;

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aBrokenCsvIsReadOrRefusedByName(@ForAll("brokenCsv") byte[] content) {
        isReadOrRefusedByName(content);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aBrokenWorkbookIsReadOrRefusedByName(@ForAll("brokenWorkbooks") byte[] content) {
        isReadOrRefusedByName(content);
    }

    /** The archive is whole, so that what is broken gets as far as the readers of its parts. */
    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aWorkbookWithABrokenPartIsReadOrRefusedByName(@ForAll("workbooksWithABrokenPart") byte[] content) {
        isReadOrRefusedByName(content);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aFileOfNothingButSyntaxIsReadOrRefusedByName(@ForAll("nothingButSyntax") byte[] content) {
        isReadOrRefusedByName(content);
    }

    /** 36 MB, which are read three times; a reader that keeps the line asks for 400 MB. */
    @Example
    void f2_aLineAsLongAsTheFileCostsNoMoreThanARow() throws IOException {
        long allocated = allocatedReading(out -> {
            out.write("name,words\nAnna,x".getBytes(StandardCharsets.UTF_8));
            byte[] words = "words ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 600; i++) {
                out.write(words);
            }
        });

        assertThat(allocated).isLessThan(256 * MIB);
    }

    @Example
    void f2_aMillionColumnsAreRefusedAtTheLimit() {
        byte[] wide = ("a,b\n" + "1,".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(wide, Limits.DEFAULT)).isInstanceOf(TooManyColumns.class);
    }

    @Example
    void f2_quotesThatNeverCloseCostTheirLinesAndNoMore() {
        StringBuilder file = new StringBuilder("name,words\n");
        for (int line = 0; line < 2_000; line++) {
            file.append("\"never closed ").append("x".repeat(700)).append('\n');
            file.append("Anna,fine\n".repeat(60));
        }

        int rows = read(file.toString().getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);

        assertThat(rows).isGreaterThan(60_000);
    }

    @Example
    void f2_sharedTextsThatFillTheMemoryAreRefused() throws IOException {
        byte[] bomb = workbookWith("xl/sharedStrings.xml", out -> {
            out.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    .getBytes(StandardCharsets.UTF_8));
            String words = " is the number of a text that nobody will ever want to read in a sheet";
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("<si><t>" + i + words + "</t></si>").getBytes(StandardCharsets.UTF_8));
            }
            out.write("</sst>".getBytes(StandardCharsets.UTF_8));
        });

        assertThatThrownBy(() -> read(bomb, Limits.DEFAULT)).isInstanceOf(DamagedFile.class);
    }

    @Example
    void aTextLongerThanACellIsReportedAtItsCell() throws IOException {
        byte[] longText = workbookWith(
                "xl/worksheets/sheet1.xml",
                out -> out.write(
                        ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                        + "<row r=\"1\"><c t=\"inlineStr\"><is><t>name</t></is></c></row>"
                                        + "<row r=\"2\"><c t=\"inlineStr\"><is><t>" + "x".repeat(40_000)
                                        + "</t></is></c></row><row r=\"3\"><c"
                                        + " t=\"inlineStr\"><is><t>Anna</t></is></c></row></sheetData></worksheet>")
                                .getBytes(StandardCharsets.UTF_8)));

        List<Row> rows = rows(longText, Limits.DEFAULT);

        assertThat(rows.getFirst().problems()).extracting(CellProblem::code).containsExactly(CellProblem.CELL_TOO_LONG);
        assertThat(rows.getLast().text(0)).isEqualTo("Anna");
    }

    @Provide
    Arbitrary<byte[]> brokenCsv() {
        List<byte[]> real = List.of(
                RealInput.bytes(BILLS + "alipay/example-alipay-records.csv"),
                RealInput.bytes(BILLS + "wechat/example-wechat-records.csv"),
                RealInput.bytes(BILLS + "icbc/debit-v2/example-icbc-debit-v2-records.csv"),
                RealInput.bytes(
                        "commerce/fivetran__dbt_shopify/integration_tests/seeds/shopify_gql_order_adjustment_data.csv"),
                RealInput.bytes("reference/datasets__currency-codes/data/codes-all.csv"));
        return broken(real, List.of("\"", ",", "\n", "\r", "\"\"", ";", "\t", "\0", "\uFEFF", "=cmd|' /C'", "\uFFFF"));
    }

    @Provide
    Arbitrary<byte[]> brokenWorkbooks() {
        return broken(workbooks(), List.of("PK\u0003\u0004", "\0", "<", "PK\u0001\u0002"));
    }

    @Provide
    Arbitrary<byte[]> workbooksWithABrokenPart() {
        List<byte[]> workbooks = workbooks();
        List<String> pieces = List.of(
                "<",
                ">",
                "&",
                "\"",
                "</row>",
                "<c>",
                "<v>",
                "<si>",
                "&#0;",
                "<!--",
                "]]>",
                "r=\"ZZZZZZ1\"",
                "-1",
                "99999999999999999999",
                "t=\"s\"",
                "<!DOCTYPE x>",
                "\0");
        return Arbitraries.randomValue(random -> {
            byte[] workbook = workbooks.get(random.nextInt(workbooks.size()));
            List<String> parts = partsOf(workbook);
            String chosen = parts.get(random.nextInt(parts.size()));
            return withPart(workbook, chosen, part -> broken(part, pieces, random));
        });
    }

    @Provide
    Arbitrary<byte[]> nothingButSyntax() {
        return Arbitraries.of(
                        "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "a", "'", "=", "\u00A0", "中", "0",
                        "-")
                .list()
                .ofMaxSize(400)
                .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> workbooks() {
        return List.of(
                RealInput.bytes("social/sansui66__xiaohongshu-analysis/小红书演示数据使用12月航海.xlsx"),
                RealInput.bytes(BILLS + "htsec/example-htsec-records.xlsx"),
                RealInput.bytes(BILLS + "wechat/example-wechat-records.xlsx"));
    }

    private static Arbitrary<byte[]> broken(List<byte[]> real, List<String> pieces) {
        return Arbitraries.randomValue(random -> broken(real.get(random.nextInt(real.size())), pieces, random));
    }

    /** Some bytes changed, pieces put in, a stretch doubled or left out, the end cut off. */
    private static byte[] broken(byte[] whole, List<String> pieces, Random random) {
        byte[] bytes = whole.clone();
        for (int i = 1 + random.nextInt(6); i > 0 && bytes.length > 2; i--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(300));
            bytes = switch (random.nextInt(5)) {
                case 0 -> {
                    bytes[at] = (byte) random.nextInt(256);
                    yield bytes;
                }
                case 1 ->
                    joined(
                            Arrays.copyOf(bytes, at),
                            pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8),
                            Arrays.copyOfRange(bytes, at, bytes.length));
                case 2 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
                case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
                default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void isReadOrRefusedByName(byte[] content) {
        try {
            assertThat(read(content, SMALL)).isGreaterThanOrEqualTo(0);
        } catch (Rejection refused) {
            assertThat(refused.detail()).isNotBlank();
        }
    }

    private static int read(byte[] content, Limits limits) {
        return rows(content, limits).size();
    }

    private static List<Row> rows(byte[] content, Limits limits) {
        Path file = temporary();
        try {
            Files.write(file, content);
            TabularFile table = TabularFile.open(file, "file", limits);
            table.description();
            List<Row> all = new ArrayList<>();
            try (Stream<Row> rows = table.table().rows()) {
                rows.forEach(all::add);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** How many bytes this thread asked for while the file was read: what is held is less. */
    private static long allocatedReading(Writing content) throws IOException {
        Path file = temporary();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.to(out);
            }
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            try (Stream<Row> rows = TabularFile.open(file, "file").table().rows()) {
                assertThat(rows.count()).isEqualTo(1);
            }
            return threads.getCurrentThreadAllocatedBytes() - before;
        } finally {
            delete(file);
        }
    }

    private interface Change {
        byte[] of(byte[] part);
    }

    private static byte[] workbookWith(String part, Writing content) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        content.to(written);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xlsx(plain, "t")) {
            writer.header(List.of("name"));
            writer.row(List.of("Anna"));
        }
        return withPart(plain.toByteArray(), part, any -> written.toByteArray());
    }

    private static List<String> partsOf(byte[] workbook) {
        List<String> names = new ArrayList<>();
        withPart(workbook, "", part -> part, names);
        return names.stream()
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                .toList();
    }

    private static byte[] withPart(byte[] workbook, String name, Change change) {
        return withPart(workbook, name, change, new ArrayList<>());
    }

    /** The same archive with one part changed, or added where it was missing. */
    private static byte[] withPart(byte[] workbook, String name, Change change, List<String> names) {
        Path file = temporary();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Files.write(file, workbook);
            try (ZipFile parts = new ZipFile(file.toFile());
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry : Collections.list(parts.entries())) {
                    names.add(entry.getName());
                    byte[] part = parts.getInputStream(entry).readAllBytes();
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(entry.getName().equals(name) ? change.of(part) : part);
                    zip.closeEntry();
                }
                if (!name.isEmpty() && !names.contains(name)) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(change.of(new byte[0]));
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
        return out.toByteArray();
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("broken", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
