package org.kolsuite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.kolsuite.contracts.problem.Rejection;

/** Says that something was refused by a rule, with its stable code. */
public final class Refused {
    private Refused() {}

    public static Consumer<Throwable> with(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
