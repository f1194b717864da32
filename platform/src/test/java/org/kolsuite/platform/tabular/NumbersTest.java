package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13.8M | 13800000",
                "13800000.00 | 13800000.00",
                "50.2K | 50200",
                "1.2万 | 12000",
                "1.2w | 12000",
                "3亿 | 300000000",
                "2千万 | 20000000",
                "1,234 | 1234",
                "1,234,567.89 | 1234567.89",
                "1'234'567 | 1234567",
                "￥12.50 | 12.50",
                "¥1,234.50 | 1234.50",
                "-¥12.50 | -12.50",
                "¥-12.50 | -12.50",
                "12.50元 | 12.50",
                "CNY 123.18 | 123.18",
                "12.50 USD | 12.50",
                "(12.50) | -12.50",
                "−3 | -3",
                "+3 | 3",
                "12.5% | 0.125",
                "１２．５ | 12.5",
                "1.38E7 | 13800000",
                ".5 | 0.5",
                "0 | 0",
                "000123 | 123",
                "999999999999999999 | 999999999999999999",
                "9999999999999999999 | 9999999999999999999",
                "１２３ | 123",
            })
    void readsNumbersExactly(String text, BigDecimal expected) {
        assertThat(Numbers.decimal(text)).isEqualTo(Reading.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "--", "N/A'", "N/A", "n/a", "null", "无", "\u00A0", "\uFEFF"})
    void marksForNothingAreMissing(String text) {
        assertThat(Numbers.decimal(text)).isEqualTo(Reading.missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#VALOR!", "#VALUE!", "#NAME?", "#REF!", "#DIV/0!", "#N/A", "####"})
    void spreadsheetErrorsAreNamedAsSuch(String text) {
        assertThat(Numbers.decimal(text)).isEqualTo(Reading.unreadable("SPREADSHEET_ERROR", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,00 | AMBIGUOUS_NUMBER",
                "1.234,56 | AMBIGUOUS_NUMBER",
                "12,34,567 | AMBIGUOUS_NUMBER",
                "10万+ | LOWER_BOUND",
                "NaN | NOT_A_NUMBER",
                "Infinity | NOT_A_NUMBER",
                "Indonesia | NOT_A_NUMBER",
                "1-2 | NOT_A_NUMBER",
                "131.77(已退款89.84) | NOT_A_NUMBER",
                "1E999 | NUMBER_TOO_LARGE",
                "M | NOT_A_NUMBER",
                "% | NOT_A_NUMBER",
            })
    void m11_refusesWhatIsNoNumberOrCouldBeTwo(String text, String code) {
        assertThat(Numbers.decimal(text)).isEqualTo(Reading.unreadable(code, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"433.00 | 433", "1.5K | 1500", "9223372036854775807 | 9223372036854775807", "1.2345万 | 12345"})
    void wholeNumbersMayBeWrittenWithDecimals(String text, long expected) {
        assertThat(Numbers.whole(text)).isEqualTo(Reading.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"348.5 | NOT_A_WHOLE_NUMBER", "9223372036854775808 | NUMBER_TOO_LARGE", "1亿亿 | NOT_A_NUMBER"})
    void m13_wholeNumbersNeverRoundOrWrap(String text, String code) {
        assertThat(Numbers.whole(text)).isEqualTo(Reading.unreadable(code, text));
    }
}
