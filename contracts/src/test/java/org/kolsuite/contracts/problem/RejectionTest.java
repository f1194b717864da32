package org.kolsuite.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.money.AmountOverflow;
import org.kolsuite.contracts.money.CurrencyMismatch;

class RejectionTest {

    @Test
    void theCodeIsTheNameInCapitals() {
        assertThat(new AmountOverflow().code()).isEqualTo("AMOUNT_OVERFLOW");
        assertThat(Rejection.codeOf(Returned2Times.class)).isEqualTo("RETURNED2_TIMES");
    }

    @Test
    void theDetailIsASentenceForAPerson() {
        assertThat(new CurrencyMismatch("CNY", "JPY").detail())
                .isEqualTo("Amounts of CNY and JPY do not mix without a rate.");
    }

    @Test
    void theKindDecidesTheStatus() {
        assertThat(Rejection.Kind.INVALID.status()).isEqualTo(422);
        assertThat(Rejection.Kind.CONFLICT.status()).isEqualTo(409);
        assertThat(Rejection.Kind.FORBIDDEN.status()).isEqualTo(403);
        assertThat(Rejection.Kind.NOT_FOUND.status()).isEqualTo(404);
    }

    @Test
    void aRefusalIsNoFailureAndCarriesNoStack() {
        assertThat(new AmountOverflow().getStackTrace()).isEmpty();
    }

    private static final class Returned2Times extends Rejection {
        private Returned2Times() {
            super(Kind.CONFLICT, "Twice.");
        }
    }
}
