package org.kolsuite.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.platform.tabular.TableWriter;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.registry.Api;

@QuarkusTest
@WithTestResource(KolStack.class)
class ImportResourceTest {
    private static final String TWO_LINES = "handle,followers\nanna,1200\nben,1.2万\n";

    private final Api mei = Api.freshOrganisation();

    @Test
    void aLaterSnapshotUpdatesAccountsAndAppendsHistoryAnEarlierOneOnlyAppends() {
        // When
        importing("handle,followers\nanna,1000\n", "2026-02-01").finished();
        importing("handle,followers\nanna,3000\n", "2026-03-01").finished();
        JsonPath late = importing("handle,followers\nanna,500\n", "2026-01-01").finished();

        // Then
        assertThat(late.getInt("counts.updated")).isEqualTo(1);
        JsonPath found = mei.kol(onlyKol());
        assertThat(found.getLong("accounts[0].numbers.followers")).isEqualTo(3_000);
        assertThat(found.<Integer>getList("accounts[0].history.numbers.followers"))
                .containsExactly(500, 1_000, 3_000);
    }

    @Test
    void importingTheSameFileAgainChangesNothing() {
        importing(TWO_LINES, "2026-02-01").finished();
        JsonPath again = importing(TWO_LINES, "2026-02-01").finished();

        assertThat(again.getInt("counts.created")).isZero();
        assertThat(again.getInt("counts.updated")).isEqualTo(2);
        assertThat(mei.kol(onlyKol("anna")).getList("accounts[0].history")).hasSize(1);
    }

    @Test
    void theMappingIsGuessedFromHeadersAndCellsInChineseAsWell() {
        mei.upload("达人.csv", "昵称,小红书号,粉丝数,领域\n种草小鹿,xiaolu88,1.2万,美妆\n".getBytes(Charset.forName("GB18030")))
                .preview()
                .then()
                .statusCode(200)
                .body("description", containsString("GB18030"))
                .body("columns.field", equalTo(List.of("displayName", "handle", "followers", "topic")))
                .body("rows[0].cells[2]", equalTo("1.2万"));
    }

    @Test
    void aTemplateIsForAPlatformThatThereIs() {
        mei.post(
                        "/api/v1/imports/templates",
                        Map.of(
                                "name",
                                "Of another world",
                                "platform",
                                "myspace",
                                "columns",
                                List.of(Map.of("header", "Creator", "field", "handle"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_PLATFORM"));
    }

    @Test
    void aTemplateFindsItsColumnsWhereverTheyStand() {
        // Given
        String template = mei.post(
                        "/api/v1/imports/templates",
                        Map.of(
                                "name",
                                "Agency export",
                                "columns",
                                List.of(
                                        Map.of("header", "Creator", "field", "handle"),
                                        Map.of("header", "Fans", "field", "followers"))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        JsonPath done = mei.upload("a.csv", "x,Fans,Creator\n1,900,anna\n")
                .of("tiktok", "2026-02-01")
                .with("templateId", template)
                .finished();

        // Then
        assertThat(done.getInt("counts.created")).isEqualTo(1);
        mei.upload("b.csv", "x,y\n1,2\n")
                .of("tiktok", "2026-02-01")
                .with("templateId", template)
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("TEMPLATE_DOES_NOT_FIT"));
    }

    @Test
    void f01_cellsThatSpreadsheetsWouldRunAreNeutralisedInTheErrorFile() {
        // Given
        String id = importing("handle,followers\nanna,=HYPERLINK(1)\n", "2026-02-01")
                .finished()
                .getString("id");

        // Then
        String csv = mei.get("/api/v1/imports/" + id + "/errors.csv").asString();
        assertThat(csv).contains("'=HYPERLINK(1)").contains("2,2,followers");
    }

    @Test
    void f02_anUnsafeOrBrokenArchiveIsRefused() throws IOException {
        importing("book.xlsx", zip("xl/worksheets/../../evil.xml", "x".repeat(100)))
                .send()
                .then()
                .statusCode(422);
        importing("book.xlsx", "PK\u0003\u0004 not really a zip".getBytes(StandardCharsets.UTF_8))
                .send()
                .then()
                .statusCode(422);
    }

    @Test
    void f05_brokenEncodingCostsOnlyItsLineAndQuotesInQuotesAreRead() {
        // Given: a BOM, CRLF, quotes inside quotes, and one line with bytes that are no UTF-8
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("\uFEFFhandle,name,followers\r\nanna,\"Anna \"\"Ace\"\" B.\",1200\r\n"
                .getBytes(StandardCharsets.UTF_8));
        file.writeBytes("中文达人,小红,100\r\n".repeat(20).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(new byte[] {'b', (byte) 0xC3, (byte) 0x28, ',', 'x', ',', '1', '\r', '\n'});
        file.writeBytes("cleo,Cleo,77\r\n".getBytes(StandardCharsets.UTF_8));

        // When
        JsonPath done = mei.upload("mixed.csv", file.toByteArray())
                .of("tiktok", "2026-02-01")
                .column(0, "handle")
                .column(1, "displayName")
                .column(2, "followers")
                .finished();

        // Then
        assertThat(done.getInt("counts.rejected")).isEqualTo(1);
        assertThat(done.getInt("counts.created")).isEqualTo(3);
        mei.get("/api/v1/imports/" + done.getString("id") + "/errors?severity=ERROR")
                .then()
                .body("items[0].line", equalTo(23))
                .body("items[0].code", equalTo("BROKEN_ENCODING"));
        assertThat(mei.kol(onlyKol("anna")).getString("displayName")).isEqualTo("Anna \"Ace\" B.");
    }

    @Test
    void wrongFilesAreRefusedWithAReason() {
        refused("empty.csv", new byte[0], 422, "EMPTY_FILE");
        refused("header.csv", "handle,followers\n".getBytes(StandardCharsets.UTF_8), 422, "HEADER_ONLY");
        refused(
                "photo.csv",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
                415,
                "UNSUPPORTED_FILE");
    }

    /** Sent by the JDK's client: REST Assured keeps what it sends in memory. */
    @Test
    void aFileOfTwoHundredMegabytesIsRefused(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        Path huge = folder.resolve("huge.csv");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        String head = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/imports"))
                .header("Authorization", "Bearer " + mei.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.formatted("platform", "") + "tiktok\r\n"
                                + head.formatted("snapshotDate", "") + "2026-02-01\r\n"
                                + head.formatted("file", "; filename=\"huge.csv\"\r\nContent-Type: text/csv")),
                        HttpRequest.BodyPublishers.ofFile(huge),
                        HttpRequest.BodyPublishers.ofString("\r\n--x--\r\n")))
                .build();

        // When
        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("FILE_TOO_LARGE");
    }

    @Test
    void incompleteRequestsSayWhatIsMissing() {
        mei.upload("a.csv", TWO_LINES)
                .with("snapshotDate", "2026-02-01")
                .column(0, "handle")
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("PLATFORM_MISSING"));
        mei.upload("a.csv", TWO_LINES)
                .with("platform", "tiktok")
                .column(0, "handle")
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("SNAPSHOT_DATE_MISSING"));
        mei.upload("a.csv", TWO_LINES)
                .of("tiktok", "2026-02-01")
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("MAPPING_MISSING"));
        mei.upload("a.csv", TWO_LINES)
                .of("tiktok", "2026-02-01")
                .column(1, "followers")
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_IDENTITY_MAPPED"));
        mei.upload("a.csv", TWO_LINES)
                .of("tiktok", "2126-02-01")
                .column(0, "handle")
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("SNAPSHOT_IN_FUTURE"));
        mei.upload("a.csv", TWO_LINES)
                .of("tiktok", "2026-02-01")
                .column(9, "handle")
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("COLUMN_NOT_IN_FILE"));
    }

    @Test
    void oneBadLineInOneHundredThousandCostsOneLine() {
        // Given
        String lines = IntStream.range(0, 100_000)
                .mapToObj(i -> i == 77_777 ? ",12" : "creator%06d,%d".formatted(i, 1_000 + i))
                .collect(Collectors.joining("\n"));

        // When
        JsonPath done =
                importing("handle,followers\n" + lines + "\n", "2026-02-01").finished();

        // Then
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertThat(done.getInt("counts.created")).isEqualTo(99_999);
        assertThat(done.getInt("counts.rejected")).isEqualTo(1);
        mei.get("/api/v1/imports/" + done.getString("id") + "/errors")
                .then()
                .body("items[0].line", equalTo(77_779))
                .body("items[0].code", equalTo("MISSING_IDENTITY"));
    }

    @Test
    void allOrNothingTakesNothingWhenOneLineIsBad() {
        JsonPath refused = importing("handle,followers\nanna,1\n,2\n", "2026-02-01")
                .with("mode", "all-or-nothing")
                .finished();

        assertThat(refused.getString("status")).isEqualTo("REFUSED");
        assertThat(refused.getInt("counts.created")).isZero();
        mei.get("/api/v1/imports/" + refused.getString("id") + "/errors")
                .then()
                .body("items.line", equalTo(List.of(3)));
        mei.post("/api/v1/kols", kolWith("anna")).then().statusCode(201);
    }

    @Test
    void allOrNothingTakesEverythingWhenEveryLineIsGood() {
        JsonPath done = importing(TWO_LINES, "2026-02-01")
                .with("mode", "all-or-nothing")
                .finished();

        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertThat(done.getInt("counts.created")).isEqualTo(2);
    }

    @Test
    void cellsThatCantBeReadStayUnknownAndAreNamed() {
        // When
        JsonPath done = importing(
                        "handle,followers\nanna,#VALOR!\nben,N/A'\n#Refugio Mental,13.8M\ncleo,-3\n", "2026-02-01")
                .finished();

        // Then
        assertThat(done.getInt("counts.created")).isEqualTo(4);
        mei.get("/api/v1/imports/" + done.getString("id") + "/errors")
                .then()
                .body("items.code", equalTo(List.of("SPREADSHEET_ERROR", "NEGATIVE")))
                .body("items.line", equalTo(List.of(2, 5)))
                .body("items.columnNo", equalTo(List.of(2, 2)))
                .body("items.header", hasItems("followers"));
        assertThat(mei.kol(onlyKol("#Refugio Mental")).getLong("accounts[0].numbers.followers"))
                .isEqualTo(13_800_000);
    }

    @Test
    void aConflictIsDecidedOnceAndOnlyByAPermittedDecision() {
        // Given
        JsonPath done = importing("handle,followers\nnobru,12\nnobru,13\n", "2026-02-01")
                .finished();
        String conflicts = "/api/v1/imports/" + done.getString("id") + "/conflicts";
        String conflict = conflicts + "/" + mei.get(conflicts).jsonPath().getString("items[0].id") + "/resolve";
        assertThat(done.getInt("counts.created")).isZero();

        // Then
        mei.post(conflict, Map.of("decision", "SEPARATE_ACCOUNTS"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTHING_TELLS_THEM_APART"));
        mei.post(conflict, Map.of("decision", "KEEP_LINE", "line", 9))
                .then()
                .statusCode(422)
                .body("code", equalTo("LINE_NOT_IN_CONFLICT"));
        mei.post(conflict, Map.of("decision", "KEEP_LINE", "line", 3)).then().statusCode(200);
        mei.post(conflict, Map.of("decision", "DISCARD_ALL"))
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT_DECIDED_ALREADY"));
        assertThat(mei.kol(onlyKol("nobru")).getLong("accounts[0].numbers.followers"))
                .isEqualTo(13);
    }

    @Test
    void xlsxIsReadAsWell() throws IOException {
        // Given
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xlsx(file, "KOLs")) {
            writer.header(List.of("账号", "粉丝数"));
            writer.row(List.of("xiaolu88", 12_000));
        }

        // When
        JsonPath done = importing("达人.xlsx", file.toByteArray()).finished();

        // Then
        assertThat(done.getInt("counts.created")).isEqualTo(1);
        assertThat(mei.kol(onlyKol("xiaolu88")).getLong("accounts[0].numbers.followers"))
                .isEqualTo(12_000);
    }

    @Test
    void s01_anotherOrganisationNeverSeesTheImport() {
        String id = importing(TWO_LINES, "2026-02-01").finished().getString("id");
        Api other = Api.freshOrganisation();

        for (String path : List.of("", "/errors", "/conflicts", "/errors.csv")) {
            other.get("/api/v1/imports/" + id + path).then().statusCode(404);
        }
        other.get("/api/v1/imports").then().statusCode(200).body("items", org.hamcrest.Matchers.empty());
    }

    @Test
    void m01_theSameUploadUnderTheSameKeyIsOneImport() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        Response first = sendWithKey(key, TWO_LINES);
        Response again = sendWithKey(key, TWO_LINES);
        Response other = sendWithKey(key, TWO_LINES + "cleo,5\n");

        // Then
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        other.then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private Response sendWithKey(String key, String content) {
        return mei.request()
                .header("Idempotency-Key", key)
                .multiPart("file", "a.csv", content.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("platform", "tiktok")
                .multiPart("snapshotDate", "2026-02-01")
                .multiPart("mapping", "{\"columns\": [{\"index\": 0, \"field\": \"handle\"}]}", "application/json")
                .post("/api/v1/imports");
    }

    private Api.Upload importing(String content, String day) {
        return mei.upload("kols.csv", content)
                .of("tiktok", day)
                .column(0, "handle")
                .column(1, "followers");
    }

    private Api.Upload importing(String name, byte[] content) {
        return mei.upload(name, content)
                .of("tiktok", "2026-02-01")
                .column(0, "handle")
                .column(1, "followers");
    }

    private void refused(String name, byte[] content, int status, String code) {
        importing(name, content).send().then().statusCode(status).body("code", equalTo(code));
    }

    private String onlyKol() {
        return onlyKol("anna");
    }

    private String onlyKol(String handle) {
        return Database.text(
                "select cast(kol_id as text) from account where tenant_id = ? and handle = '" + handle + "'",
                mei.tenant());
    }

    private static Map<String, Object> kolWith(String handle) {
        return Map.of("displayName", handle, "accounts", List.of(Map.of("platform", "tiktok", "handle", handle)));
    }

    private static byte[] zip(String entry, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
