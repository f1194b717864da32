package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05",
                "2024/3/5",
                "2024/03/05",
                "2024.3.5",
                "2024年3月5日",
                "20240305",
                "45356",
                "2024-03-05T10:11:12Z",
                "2024-03-05 10:11",
                "2024年3月5日 10时11分"
            })
    void readsTheDay(String text) {
        assertThat(Dates.date(text)).isEqualTo(Reading.of(LocalDate.of(2024, 3, 5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-05 10:11:12 | 2024-03-05T10:11:12",
                "2024/3/5 9:05 | 2024-03-05T09:05:00",
                "45356.5 | 2024-03-05T12:00:00",
                "2024-03-05T10:11:12.250 | 2024-03-05T10:11:12.250",
                "2024-03-05 | 2024-03-05T00:00:00",
            })
    void readsTheTime(String text, LocalDateTime expected) {
        assertThat(Dates.dateTime(text)).isEqualTo(Reading.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-05 10:11:12 | 2024-03-05T02:11:12Z",
                "2024-03-05 10:11:12 +0800 | 2024-03-05T02:11:12Z",
                "2024-03-05 10:11:12 -0500 | 2024-03-05T15:11:12Z",
                "2024-03-05T10:11:12Z | 2024-03-05T10:11:12Z",
                "2024-03-05 10:11:12 UTC | 2024-03-05T10:11:12Z",
            })
    void anOffsetInTheTextWinsOverTheZone(String text, Instant expected) {
        assertThat(Dates.instant(text, SHANGHAI)).isEqualTo(Reading.of(expected));
    }

    @Test
    void w8_aTimeInsideADaylightSavingGapMovesForwardByTheGap() {
        assertThat(Dates.instant("2024-03-31 02:30", ZoneId.of("Europe/Berlin")))
                .isEqualTo(Reading.of(Instant.parse("2024-03-31T01:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/05/2024 | AMBIGUOUS_DATE",
                "31-08-2023 | AMBIGUOUS_DATE",
                "2024-02-30 | NOT_A_DATE",
                "2024-13-01 | NOT_A_DATE",
                "yesterday | NOT_A_DATE",
                "5 | NOT_A_DATE",
                "2024-03-05 25:00 | NOT_A_DATE",
                "2024-03-05 10:11 +99:00 | NOT_A_DATE",
                "#REF! | SPREADSHEET_ERROR",
            })
    void refusesWhatIsNoDayOrCouldBeTwo(String text, String code) {
        assertThat(Dates.instant(text, SHANGHAI)).isEqualTo(Reading.unreadable(code, text));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29 23:59:59, 2024-02-29T23:59:59",
        "2024-02-29T23:59, 2024-02-29T23:59:00",
        "0001-01-01 00:00:00, 0001-01-01T00:00:00",
        "9999-12-31, 9999-12-31T00:00:00",
    })
    void readsWhatProgramsWrite(String text, LocalDateTime expected) {
        assertThat(Dates.dateTime(text)).isEqualTo(Reading.of(expected));
        assertThat(Dates.dateTime(text.replace('-', '/'))).isEqualTo(Reading.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-13-01 10:00",
                "2024-03-05 24:00",
                "2024-03-05 10:60:00",
                "2024-03-05_10:11",
                "2024-03-05T10-11",
                "2024-03/05",
                "2024-03-0x"
            })
    void refusesWhatOnlyLooksLikeIt(String text) {
        assertThat(Dates.dateTime(text)).isInstanceOf(Reading.Unreadable.class);
    }
}
