package org.kolsuite.payment.statement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.AccountNumber;

class LineKeysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void theSameLineHasTheSameKeyInAnyFileWhateverItsPlace() {
        StatementLine first = line(1, 12, 100, "REF-1", "BE96444908270905", "fee");
        StatementLine elsewhere = line(7, 99, 100, "REF-1", "BE96444908270905", "fee");

        assertThat(new LineKeys().of(first)).isEqualTo(new LineKeys().of(elsewhere));
    }

    @Test
    void whateverALineSaysDifferentlyMakesAnotherKey() {
        LineKeys keys = new LineKeys();

        assertThat(Stream.of(
                                line(1, 1, 100, "REF-1", "BE96444908270905", "fee"),
                                line(1, 1, 101, "REF-1", "BE96444908270905", "fee"),
                                line(1, 1, 100, "REF-2", "BE96444908270905", "fee"),
                                line(1, 1, 100, null, "BE96444908270905", "fee"),
                                line(1, 1, 100, "REF-1", "BE43966258584001", "fee"),
                                line(1, 1, 100, "REF-1", null, "fee"),
                                line(1, 1, 100, "REF-1", "BE96444908270905", "gift"))
                        .map(keys::of))
                .noneMatch(LineKeys.Key::repeated)
                .extracting(LineKeys.Key::value)
                .doesNotHaveDuplicates();
    }

    @Test
    void m27_aLineThatSaysExactlyTheSameAsAnEarlierOneIsToldApartAndMarked() {
        StatementLine line = line(1, 1, 100, null, null, null);
        LineKeys keys = new LineKeys();

        LineKeys.Key first = keys.of(line);
        LineKeys.Key second = keys.of(line);

        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.value()).isNotEqualTo(first.value());
    }

    @Property(tries = 100)
    void m27_everyLineOfAStatementHasAKeyOfItsOwnAndARerunFindsTheSameKeys(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 4) Integer> amounts) {
        List<StatementLine> lines = amounts.stream()
                .map(minor -> line(1, 1, minor, null, null, null))
                .toList();

        List<LineKeys.Key> keys = keysOf(lines);

        assertThat(keys).extracting(LineKeys.Key::value).doesNotHaveDuplicates();
        assertThat(keysOf(lines)).isEqualTo(keys);
    }

    private static List<LineKeys.Key> keysOf(List<StatementLine> lines) {
        LineKeys keys = new LineKeys();
        return lines.stream().map(keys::of).toList();
    }

    private static StatementLine line(
            int number,
            int fileLine,
            long minor,
            @Nullable String endToEndId,
            @Nullable String account,
            @Nullable String text) {
        return new StatementLine(
                number,
                fileLine,
                Direction.DEBIT,
                Money.ofMinor(minor, "EUR"),
                DAY,
                true,
                endToEndId,
                "539608",
                "Nova Holdings",
                account == null ? null : AccountNumber.parse(account),
                null,
                text);
    }
}
