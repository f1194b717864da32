package org.kolsuite.reporting.formula.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kolsuite.reporting.formula.model.KpiScore.Term;

class KpiScoreTest {
    private static final BigDecimal CAP = new BigDecimal("1.5");

    @Test
    void weighsTermsAndInvertsWhereLowerIsBetter() {
        // Given: views 80 % of target with weight 2; CPE 40 against a target of 50 (1.25) with weight 1
        var views = term("VIEWS", "80", "100", "2", Better.HIGHER);
        var cpe = term("CPE", "40", "50", "1", Better.LOWER);
        // When
        KpiScore score = KpiScore.of(List.of(views, cpe), CAP);
        // Then: (2 x 0.8 + 1.25) / 3
        assertThat(score.value()).isEqualByComparingTo("0.95");
        assertThat(score.coverage()).isEqualByComparingTo("1");
    }

    @Test
    void capsWhatWentFarOverTheTarget() {
        assertThat(KpiScore.of(List.of(term("VIEWS", "900", "100", "1", Better.HIGHER)), CAP)
                        .value())
                .isEqualByComparingTo("1.5");
        assertThat(KpiScore.of(List.of(term("CPE", "0", "50", "1", Better.LOWER)), CAP)
                        .value())
                .isEqualByComparingTo("1.5");
        assertThat(KpiScore.of(List.of(term("ROI", "-0.5", "1", "1", Better.HIGHER)), CAP)
                        .value())
                .isEqualByComparingTo("0");
    }

    @Test
    void whatIsUnknownLowersTheCoverageNotTheScore() {
        // Given
        var known = term("VIEWS", "100", "100", "1", Better.HIGHER);
        var unknown = new Term("SAVES", null, BigDecimal.TEN, new BigDecimal("3"), Better.HIGHER);
        // When
        KpiScore score = KpiScore.of(List.of(known, unknown), CAP);
        // Then
        assertThat(score.value()).isEqualByComparingTo("1");
        assertThat(score.coverage()).isEqualByComparingTo("0.25");
    }

    @Test
    void withoutAnyActualThereIsNoScore() {
        assertThat(KpiScore.of(List.of(), CAP).value()).isNull();
    }

    @Test
    void refusesATargetOfZero() {
        assertThatThrownBy(() -> term("VIEWS", "1", "0", "1", Better.HIGHER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAWeightOfZero() {
        assertThatThrownBy(() -> term("VIEWS", "1", "1", "0", Better.HIGHER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Term term(String metric, String actual, String target, String weight, Better better) {
        return new Term(metric, new BigDecimal(actual), new BigDecimal(target), new BigDecimal(weight), better);
    }
}
