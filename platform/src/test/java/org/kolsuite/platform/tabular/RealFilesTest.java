package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
