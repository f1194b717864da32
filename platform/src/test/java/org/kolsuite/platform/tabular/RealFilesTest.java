package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kolsuite.platform.testing.RealInput;

class RealFilesTest {
    private static final String TOP_1000 =
            "influencers/juancos__Multicanal-Engagement-Analysis-and-Markerting-Mix/social media influencers";
    private static final String BILLS = "chinese-bills/deb-sig__double-entry-generator/example/";
    private static final List<TargetField> KOL_FIELDS = List.of(
            TargetField.required(
                    "handle",
                    TargetField.Shape.HANDLE,
                    "handle",
                    "instagram name",
                    "tiktoker",
                    "tiktoker name",
                    "youtuber",
                    "youtuber name",
                    "insta name",
                    "channel name",
                    "账号"),
            TargetField.optional(
                    "displayName",
                    TargetField.Shape.TEXT,
                    "name",
                    "display name",
                    "channel name",
                    "influencer name",
                    "tiktok name",
                    "instagram name",
                    "youtuber",
                    "昵称"),
            TargetField.required(
                    "followers", TargetField.Shape.COUNT, "followers", "subscribers", "subscribers count", "粉丝数"),
            TargetField.optional("country", TargetField.Shape.TEXT, "country", "audience country"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\" - instagram.csv\" | Influencer insta name | instagram name | Followers Numbers | 1000",
                "-instagram june 2022 - june 2022.csv | instagram name | influencer name | Subscribers count (2) | 1022",
                "\" - instagram sep-2022.csv\" | Instagram name | Name | Subscribers (2) | 1050",
                "\" - tiktok.csv\" | Tiktoker name | Tiktok name | Subscribers count (2) | 1000",
                "-tiktok june 2022 - june 2022.csv | Tiktoker | influencer name | Subscribers count (2) | 1007",
                "\" - Tiktok sep 2022.csv\" | Tiktoker name | Tiktok name | Subscribers (2) | 1000",
                "\" - youtube.csv\" | youtuber name | channel name | Subscribers (2) | 1000",
                "-youtube june 2022 - june 2022.csv | channel name | youTuber | Subscribers count (2) | 1021",
                "\" - Youtube sep-2022.csv\" | Youtuber | Name | Subscribers (2) | 1047",
            })
    void readsEveryTop1000FileAndGuessesItsColumns(
            String file, String handle, String displayName, String followers, int rows) {
        Table table = open(TOP_1000 + file).table();
        List<Row> all = rows(table);

        HeaderMapping mapping = HeaderMapping.guess(table.header(), all.subList(0, 20), KOL_FIELDS);

        assertThat(all).hasSize(rows).noneMatch(Row::isBroken);
        assertThat(mapping.guesses())
                .extracting(guess -> guess.field() + "=" + guess.column())
                .contains("handle=" + handle, "displayName=" + displayName, "followers=" + followers);
        int column = mapping.indexOf("followers").orElseThrow();
        assertThat(all)
                .allSatisfy(row -> assertThat(Numbers.whole(row.text(column))).isInstanceOf(Reading.Value.class));
    }

    @ParameterizedTest
    @CsvSource({
        "alipay/example-alipay-records.csv, 25, 交易时间, 66, 10",
        "wechat/example-wechat-records.csv, 17, 交易时间, 43, 27",
        "mt/example-mt-records.csv, 20, 交易创建时间, 29, 29",
        "jd/example-jd-records.csv, 22, 交易时间, 26, 26",
    })
    void f7_findsTheTableUnderAPreambleKeepsEveryRowAndWarnsOfOtherTotals(
            String bill, long headerLine, String firstColumn, long declared, long found) {
        Table table = open(BILLS + bill).table();

        List<Row> rows = rows(table);

        assertThat(table.header().line()).isEqualTo(headerLine);
        assertThat(table.header().names().getFirst()).isEqualTo(firstColumn);
        assertThat(rows).hasSize((int) found).noneMatch(Row::isBroken);
        DeclaredRows says = DeclaredRows.in(table.preamble()).orElseThrow();
        assertThat(says.count()).isEqualTo(declared);
        assertThat(says.against(rows.size()).map(CellProblem::value))
                .isEqualTo(
                        declared == found
                                ? Optional.empty()
                                : Optional.of("declared " + declared + ", found " + found));
    }

    @Test
    void readsGb18030BillsByContent() {
        assertThat(open(BILLS + "alipay/example-alipay-records.csv").description())
                .isEqualTo("CSV, GB18030, comma");
    }

    @Test
    void readsTheSheetOfNotesWithDatesAndCounts() {
        Table table = open("social/sansui66__xiaohongshu-analysis/processed_xiaohongshu_notes.xlsx")
                .table();

        List<Row> rows = rows(table);

        int reads = table.header().indexOf("预估阅读量").orElseThrow();
        int published = table.header().indexOf("发布时间").orElseThrow();
        assertThat(rows).hasSize(50).allSatisfy(row -> {
            assertThat(Numbers.whole(row.text(reads))).isInstanceOf(Reading.Value.class);
            assertThat(Dates.dateTime(row.text(published))).isInstanceOf(Reading.Value.class);
        });
    }

    @Test
    void readsTheFiftyFourDaysOfVideos() {
        Table table = open("social/HadeonYu__BiliPopular-DailyInfo/derived_snapshots_2023-08-25_to_10-17.csv")
                .table();

        List<Row> rows = rows(table);

        int creator = table.header().indexOf("owner_mid").orElseThrow();
        assertThat(rows).hasSize(31_356).noneMatch(Row::isBroken);
        assertThat(rows.stream().map(row -> row.text(creator)).distinct()).hasSize(6_628);
    }

    @Test
    void everyUnreadableNumberOfTheJuneFileHasItsLineAndColumn() {
        Table table = open(TOP_1000 + "-youtube june 2022 - june 2022.csv").table();
        int comments = table.header().indexOf("Comments avg. (2)").orElseThrow();

        List<CellProblem> problems = rows(table).stream()
                .map(table::reader)
                .peek(cells -> cells.decimal(comments))
                .flatMap(cells -> cells.problems().stream())
                .toList();

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("SPREADSHEET_ERROR");
            assertThat(problem.column()).isEqualTo(comments + 1);
        });
        assertThat(problems.getFirst())
                .isEqualTo(new CellProblem(2, 13, "Comments avg. (2)", "SPREADSHEET_ERROR", "#VALOR!"));
    }

    private static TabularFile open(String path) {
        Path file = RealInput.file(path);
        return TabularFile.open(file, String.valueOf(file.getFileName()));
    }

    private static List<Row> rows(Table table) {
        try (Stream<Row> rows = table.rows()) {
            return rows.toList();
        }
    }
}
