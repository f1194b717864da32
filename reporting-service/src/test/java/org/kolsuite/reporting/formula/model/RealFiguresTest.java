package org.kolsuite.reporting.formula.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.testing.RealInput;
import org.kolsuite.reporting.formula.model.Figure.NotComputable;

/** 1,143 rows of a real advertising account: 207 spent nothing and were clicked by nobody. */
class RealFiguresTest {
    private static final Formulas.Settings SETTINGS = new Formulas.Settings(CostScope.everything(), null);
    private static final Instant AT = Instant.parse("2023-08-31T00:00:00Z");

    @Test
    void rowsThatSpentNothingGiveReasonsInsteadOfNumbers() {
        // Given
        Table table = TabularFile.open(
                        RealInput.file("commerce/rakeshsarma__Little-Guy/KAG_conversion_data.csv"), "ads.csv")
                .table();
        long rowsRead = 0;
        long withoutSpend = 0;
        long withoutClicks = 0;
        long withoutOrders = 0;
        Totals sum = Totals.none("USD");

        // When
        try (var rows = table.rows()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                Totals totals = totals(table, row);
                rowsRead++;
                withoutSpend += isWithout(Formulas.ROAS, totals, "nothing was spent");
                withoutClicks += isWithout(Formulas.CPC, totals, "there are no clicks");
                withoutOrders += isWithout(Formulas.CPA, totals, "there are no orders");
                sum = sum.plus(totals);
            }
        }

        // Then
        assertThat(rowsRead).isEqualTo(1_143);
        assertThat(withoutSpend).isEqualTo(207);
        assertThat(withoutClicks).isEqualTo(207);
        assertThat(withoutOrders).isEqualTo(559);
        assertThat(Formulas.compute(Formulas.CPC, sum, SETTINGS).valueOrNull()).isNotNull();
    }

    private static Totals totals(Table table, Row row) {
        // The file has up to nine decimals; an amount in cents is what a statement would show.
        long cents = decimal(table, row, "Spent")
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return Totals.none("USD")
                .adding(Quantity.APPROVED_FEES, cents, Source.BOOKED, AT)
                .adding(Quantity.VIEWS, decimal(table, row, "Impressions").longValueExact(), Source.UPLOAD, AT)
                .adding(Quantity.CLICKS, decimal(table, row, "Clicks").longValueExact(), Source.TRACKED, AT)
                .adding(
                        Quantity.ORDERS,
                        decimal(table, row, "Approved_Conversion").longValueExact(),
                        Source.SHOP,
                        AT);
    }

    private static BigDecimal decimal(Table table, Row row, String column) {
        return new BigDecimal(row.text(table.header().indexOf(column).orElseThrow()));
    }

    private static int isWithout(Formula formula, Totals totals, String because) {
        return Formulas.compute(formula, totals, SETTINGS) instanceof NotComputable none
                        && none.because().equals(because)
                ? 1
                : 0;
    }
}
