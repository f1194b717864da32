package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabularFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) {
        String text = "name,city,fans\nAnna; or so,Berlin|Mitte,1\nBo,Paris,2\nCy,Rome,3\n".replace(",", delimiter);

        Table table = table(text.getBytes(StandardCharsets.UTF_8));

        assertThat(table.header().names()).containsExactly("name", "city", "fans");
    }

    @Test
    void f5_readsByteOrderMarksCrlfAndQuotesInsideQuotes() {
        byte[] text = bytes(
                "\uFEFFname,words\r\nAnna,\"says \"\"hi\"\", twice\"\r\nBo,\"two\r\nlines\"\r\nCy,5'10\" tall\r\n");

        List<Row> rows = rows(table(text));

        assertThat(rows)
                .extracting(Row::line, Row::cells)
                .containsExactly(
                        tuple(2L, List.of("Anna", "says \"hi\", twice")),
                        tuple(3L, List.of("Bo", "two\nlines")),
                        tuple(5L, List.of("Cy", "5'10\" tall")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void f5_readsUtf16WithAByteOrderMark(String charset) {
        byte[] text = ("\uFEFF" + "昵称\t粉丝数\n小红\t100\n").getBytes(Charset.forName(charset));

        assertThat(rows(table(text))).containsExactly(new Row(2, List.of("小红", "100")));
    }

    @Test
    void f5_readsGb18030() {
        byte[] text = "昵称,城市\n小红,上海\n阿强,𠮷野家\n".getBytes(GB18030);

        assertThat(rows(table(text)))
                .containsExactly(new Row(2, List.of("小红", "上海")), new Row(3, List.of("阿强", "𠮷野家")));
    }

    @Test
    void f5_aLineOfMegabytesIsReadInTheEncodingOfAllOfIt() {
        String words = "上海 ".repeat(700_000);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            TabularFile file = open(("昵称,城市\n小红," + words + "\n阿强,北京").getBytes(charset));

            assertThat(file.description()).contains(charset.name());
            assertThat(rows(file.table(1)).getLast().cells()).containsExactly("阿强", "北京");
        }
    }

    @Test
    void f5_readsWindows1252() {
        byte[] text = "name;city\nMüller;Köln\nJosé;Málaga\n".getBytes(Charset.forName("windows-1252"));

        assertThat(rows(table(text)).getFirst().cells()).containsExactly("Müller", "Köln");
    }

    @Test
    void f5_aLineInAnotherEncodingIsAnErrorOfThatLineOnly() {
        byte[] text = joined(bytes("昵称,城市\n小红,上海\n小明,北京\n"), "阿强,广州\n".getBytes(GB18030), bytes("小丽,深圳\n"));

        List<Row> rows = rows(table(text));

        assertThat(rows).extracting(Row::isBroken).containsExactly(false, false, true, false);
        assertThat(rows.get(2).problems())
                .extracting(CellProblem::line, CellProblem::column, CellProblem::code)
                .contains(tuple(4L, 1, "BROKEN_ENCODING"));
        assertThat(rows.get(3)).isEqualTo(new Row(5, List.of("小丽", "深圳")));
    }

    @Test
    void f5_aQuoteThatNeverClosesCostsItsOwnLine() {
        List<Row> rows = rows(table(bytes("name,city\nAnna,\"Berlin\nBo,Paris\nCy,Rome\n")));

        assertThat(rows.getFirst().problems())
                .extracting(CellProblem::line, CellProblem::column, CellProblem::code)
                .containsExactly(tuple(2L, 2, "UNCLOSED_QUOTE"));
        assertThat(rows.subList(1, 3))
                .containsExactly(new Row(3, List.of("Bo", "Paris")), new Row(4, List.of("Cy", "Rome")));
    }

    @Test
    void cellsBeyondTheHeaderAreReportedAndBlankOnesAreNot() {
        List<Row> rows = rows(table(bytes("name,city\nAnna,Berlin,,\nBo,Paris,oops\n")));

        assertThat(rows.getFirst().isBroken()).isFalse();
        assertThat(rows.get(1).problems()).containsExactly(new CellProblem(3, 3, "", "EXTRA_CELLS", "oops"));
    }

    @Test
    void doubledHeadersAreKeptApart() {
        Table table = table(bytes("Name, Subscribers,\"Subscribers\n\",,name\nA,1,2,3,4\n"));

        assertThat(table.header().names())
                .containsExactly("Name", "Subscribers", "Subscribers (2)", "Column 4", "name (2)");
    }

    @Test
    void oneHundredThousandLinesWithOneBadGiveOneError() {
        StringBuilder text = new StringBuilder("handle,followers\n");
        for (int line = 2; line <= 100_001; line++) {
            text.append("kol")
                    .append(line)
                    .append(',')
                    .append(line == 5_000 ? "#REF!" : "13.8M")
                    .append('\n');
        }
        Table table = table(bytes(text.toString()));

        List<CellProblem> problems;
        try (Stream<Row> rows = table.rows()) {
            problems = rows.map(table::reader)
                    .peek(cells -> cells.whole(1))
                    .flatMap(cells -> cells.problems().stream())
                    .toList();
        }

        assertThat(problems).containsExactly(new CellProblem(5_000, 2, "followers", "SPREADSHEET_ERROR", "#REF!"));
    }

    @Test
    void aHashInFrontDoesNotMakeANameAnError() {
        Table table = table(bytes("name,tag\n#Refugio Mental,#VALOR!\n"));
        CellReader cells = table.reader(rows(table).getFirst());

        assertThat(cells.text(0)).contains("#Refugio Mental");
        assertThat(cells.text(1)).isEmpty();
        assertThat(cells.problems()).containsExactly(new CellProblem(2, 2, "tag", "SPREADSHEET_ERROR", "#VALOR!"));
    }

    @Test
    void aRequiredCellIsReportedOnce() {
        Table table = table(bytes("name,fans\nAnna,\nBo,many\n"));

        List<CellProblem> problems = rows(table).stream()
                .map(table::reader)
                .peek(cells -> cells.required(1, cells.whole(1)))
                .flatMap(cells -> cells.problems().stream())
                .toList();

        assertThat(problems)
                .extracting(CellProblem::line, CellProblem::code)
                .containsExactly(tuple(2L, "MISSING"), tuple(3L, "NOT_A_NUMBER"));
    }

    @Test
    void refusesWhatIsNoTableWhateverItsName() {
        assertRefused(UnsupportedFile.class, "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(UnsupportedFile.class, bytes("%PDF-1.7\n"));
        assertRefused(UnsupportedFile.class, bytes("<!DOCTYPE html><table><tr><td>1"));
        assertRefused(UnsupportedFile.class, new byte[] {1, 2, 0, 0, 7, 'a', ','});
        assertRefused(UnsupportedFile.class, zip(entry("hello.txt", "hi")));
        assertRefused(DamagedFile.class, bytes("PK\u0003\u0004 and then nothing of the kind"));
    }

    @Test
    void refusesEmptyFilesAndBareHeaders() {
        assertRefused(EmptyFile.class, new byte[0]);
        assertRefused(EmptyFile.class, bytes("\uFEFF\r\n  \r\n"));
        assertThatThrownBy(() -> table(bytes("name,city\r\n"))).isInstanceOf(HeaderOnly.class);
        assertThatThrownBy(() -> open(bytes("name,city\nA,B\n")).table(7)).isInstanceOf(HeaderNotFound.class);
    }

    @Test
    void refusesFilesBeyondTheLimits() {
        Limits small = new Limits(60, 2, 3, 20, 1_000, 10);

        assertThatThrownBy(() -> TabularFile.open(file(new byte[61]), "x.csv", small))
                .isInstanceOf(FileTooLarge.class);
        assertThatThrownBy(() -> rows(TabularFile.open(file(bytes("a\n1\n2\n3\n")), "x.csv", small)
                        .table()))
                .isInstanceOf(TooManyRows.class);
        assertThatThrownBy(() -> rows(TabularFile.open(file(bytes("a,b\n1,2,3,4,5,6\n")), "x.csv", small)
                        .table()))
                .isInstanceOf(TooManyColumns.class);
    }

    @Test
    void f2_refusesArchivesThatBurstLeaveTheirFolderOrDeclareEntities() {
        assertRefused(
                UnsafeArchive.class,
                zip(entry("xl/workbook.xml", "<x/>"), entry("xl/bomb.xml", "0".repeat(40_000_000))));
        assertRefused(UnsafeArchive.class, zip(entry("xl/workbook.xml", "<x/>"), entry("../../etc/passwd", "root")));
        assertRefused(UnsafeArchive.class, zip(entry("xl/workbook.xml", "<x/>"), entry("/etc/passwd", "root")));
    }

    @Test
    void f6_refusesWorkbooksThatDeclareADocumentType() {
        String lol = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>";

        assertRefused(UnsafeArchive.class, zip(entry("xl/workbook.xml", lol)));
        assertRefused(
                UnsafeArchive.class,
                zip(new Entry("xl/workbook.xml", ("\uFEFF" + lol).getBytes(StandardCharsets.UTF_16LE))));
    }

    @Test
    void refusesAWorkbookWhosePartEndsTooSoon() {
        byte[] content = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>handle</t></is></c></row>");
        // In the archive's directory the packed size of the first part stands 20 bytes behind the entry's signature.
        int entry = new String(content, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        content[entry + 20] -= 8;
        assertRefused(DamagedFile.class, content);
    }

    @Test
    void refusesAWorkbookWithoutItsParts() {
        assertRefused(DamagedFile.class, zip(entry("xl/workbook.xml", "<workbook>")));
    }

    @Test
    void readsEveryKindOfCellAndKeepsGaps() {
        List<Row> rows = rows(table(workbook("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>fa</t></r><r><t>ns</t></r></is></c>
                  <c r="C1" t="str"><v>day</v></c><c r="D1" t="str"><v>ok</v></c></row>
                <row r="4"><c r="A4" t="e"><v>#REF!</v></c><c r="B4"><v>13800000.000000001</v></c>
                  <c r="C4" s="1"><v>45356.5</v></c><c r="D4" t="b"><v>1</v></c></row>
                <row r="5"><c r="B5"><v>1.38E7</v></c><c r="C5" s="2"><v>45356</v></c></row>
                """)));

        assertThat(rows)
                .containsExactly(
                        new Row(4, List.of("#REF!", "13800000", "2024-03-05T12:00", "true")),
                        new Row(5, List.of("", "13800000", "2024-03-05")));
    }

    @Test
    void aCellInAnAbsurdColumnCostsNoMemory() {
        byte[] file = workbook(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"ZZZZZZZZZZ2\"><v>1</v></c></row>");

        assertThatThrownBy(() -> rows(table(file))).isInstanceOf(TooManyColumns.class);
    }

    private static byte[] workbook(String rows) {
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        return zip(
                entry("xl/workbook.xml", """
                        <workbook %s xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                        <sheet name="notes" state="hidden" r:id="r0"/><sheet name="data" r:id="r1"/></sheets></workbook>
                        """.formatted(main)),
                entry("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"""),
                entry("xl/styles.xml", """
                        <styleSheet %s><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs>
                        <xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs></styleSheet>
                        """.formatted(main)),
                entry("xl/sharedStrings.xml", "<sst %s><si><t>name</t></si></sst>".formatted(main)),
                entry(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(main, rows)));
    }

    private void assertRefused(Class<? extends RuntimeException> refusal, byte[] content) {
        assertThatThrownBy(() -> open(content)).isInstanceOf(refusal);
    }

    private Table table(byte[] content) {
        return open(content).table();
    }

    private TabularFile open(byte[] content) {
        return TabularFile.open(file(content), "upload.csv");
    }

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "upload", ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(Table table) {
        try (Stream<Row> rows = table.rows()) {
            return rows.toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private record Entry(String name, byte[] content) {}

    private static Entry entry(String name, String content) {
        return new Entry(name, bytes(content));
    }

    private static byte[] zip(Entry... entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
