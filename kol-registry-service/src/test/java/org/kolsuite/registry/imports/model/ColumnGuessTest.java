package org.kolsuite.registry.imports.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnGuessTest {
    @Test
    void ofTwoColumnsForOneNumberTheExactOneWins() {
        assertThat(guess(
                        List.of("Tiktoker name", "Subscribers", "Subscribers", "Likes avg.", "Likes avg."),
                        List.of("jypestraykids", "13.8M", "13800000", "2.3M", "2300000")))
                .isEqualTo(Map.of(0, Field.HANDLE, 2, Field.FOLLOWERS, 4, Field.AVG_LIKES));
    }

    @Test
    void theHandleIsTheNameColumnThatLooksLikeHandlesWhateverItIsCalled() {
        // Given: two files of one source whose name columns have swapped places
        List<String> earlier = List.of("Influencer insta name", "instagram name");
        List<String> later = List.of("Name", "instagram name");

        // Then
        assertThat(guess(earlier, List.of("leomessi", "Leo Messi")))
                .isEqualTo(Map.of(0, Field.HANDLE, 1, Field.DISPLAY_NAME));
        assertThat(guess(later, List.of("Leo Messi", "leomessi")))
                .isEqualTo(Map.of(1, Field.HANDLE, 0, Field.DISPLAY_NAME));
    }

    @Test
    void aNumberHeadingOverCountriesIsRecognisedAsCountries() {
        assertThat(guess(List.of("instagram name", "Views avg."), List.of("leomessi", "Indonesia")))
                .isEqualTo(Map.of(0, Field.HANDLE, 1, Field.COUNTRY));
    }

    @Test
    void headersMayHoldNewlinesAndPunctuation() {
        assertThat(ColumnGuess.words("Authentic engagement Values \n")).isEqualTo("authentic engagement");
        assertThat(ColumnGuess.words("Avg. likes")).isEqualTo("likes avg");
        assertThat(ColumnGuess.words("Category_2")).isEqualTo("category");
        assertThat(ColumnGuess.words("粉丝数")).isEqualTo("粉丝数");
    }

    @Test
    void readsChineseHeaders() {
        assertThat(guess(List.of("昵称", "小红书号", "粉丝数", "平均点赞数", "领域"), List.of("种草小鹿", "xiaolu88", "1.2万", "830", "美妆")))
                .isEqualTo(Map.of(
                        0,
                        Field.DISPLAY_NAME,
                        1,
                        Field.HANDLE,
                        2,
                        Field.FOLLOWERS,
                        3,
                        Field.AVG_LIKES,
                        4,
                        Field.TOPIC));
    }

    @Test
    void withPlatformIdsASingleNameColumnIsTheDisplayName() {
        assertThat(guess(
                        List.of("snapshot_date", "owner_mid", "owner_name", "owner_follower"),
                        List.of("2023-08-25", "302338318", "李炮炮儿", "1211032")))
                .isEqualTo(Map.of(
                        0, Field.SNAPSHOT_DATE, 1, Field.PLATFORM_UID, 2, Field.DISPLAY_NAME, 3, Field.FOLLOWERS));
    }

    @Test
    void aColumnHoldsNumbersWhenFourOfFiveFilledCellsAre() {
        assertThat(guessed("Followers", "1,200", "1.3万", "n/a", "900", "12k", "many"))
                .contains(Field.FOLLOWERS);
        assertThat(guessed("Followers", "1,200", "900", "12k", "many")).isEmpty();
    }

    @Test
    void aColumnHoldsDatesWhenFourOfFiveFilledCellsAre() {
        assertThat(guessed("日期", "2023-08-25", "2023年8月26日", "2023/8/27", "-", "2023.08.28", "soon"))
                .contains(Field.SNAPSHOT_DATE);
        assertThat(guessed("日期", "2023-08-25", "2023-08-26", "soon")).isEmpty();
    }

    @Test
    void anEmptyColumnIsWhatItsHeaderSays() {
        assertThat(guessed("Followers", "", "-", "n/a")).contains(Field.FOLLOWERS);
    }

    @Test
    void ofTwoEquallyExactColumnsTheFirstOneIsTaken() {
        assertThat(guess(List.of("handle", "Followers", "Fans"), List.of("anna", "1200", "1300")))
                .isEqualTo(Map.of(0, Field.HANDLE, 1, Field.FOLLOWERS));
    }

    @Test
    void ofTwoNameColumnsThatLookEquallyLikeHandlesTheFirstOneIsTheHandle() {
        assertThat(guess(List.of("Tiktok name", "Name"), List.of("anna_b", "anna")))
                .isEqualTo(Map.of(0, Field.HANDLE, 1, Field.DISPLAY_NAME));
    }

    @Test
    void aHeaderThatSaysHandleIsBelievedWhateverItsCellsLookLike() {
        assertThat(guess(List.of("Name", "账号"), List.of("anna", "种草 小鹿")))
                .isEqualTo(Map.of(0, Field.DISPLAY_NAME, 1, Field.HANDLE));
    }

    @Test
    void aLineThatIsShorterThanTheHeaderHasEmptyCellsThere() {
        assertThat(guess(List.of("handle", "Followers"), List.of("anna")))
                .isEqualTo(Map.of(0, Field.HANDLE, 1, Field.FOLLOWERS));
    }

    private static List<Field> guessed(String header, String... cells) {
        return ColumnGuess.guess(List.of(header), Stream.of(cells).map(List::of).toList()).stream()
                .map(ColumnMapping.Column::field)
                .toList();
    }

    private static Map<Integer, Field> guess(List<String> headers, List<String> line) {
        return ColumnGuess.guess(headers, List.of(line)).stream()
                .collect(Collectors.toMap(ColumnMapping.Column::index, ColumnMapping.Column::field));
    }
}
