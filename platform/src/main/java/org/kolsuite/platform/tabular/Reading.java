package org.kolsuite.platform.tabular;

import java.util.Optional;
import java.util.function.Function;

/** What came of reading a cell: a value, nothing there, or something that is not what it should be. */
public sealed interface Reading<T> {

    record Value<T>(T value) implements Reading<T> {}

    /** The cell is empty or says so: {@code -}, {@code N/A}, {@code 无}. */
    record Missing<T>() implements Reading<T> {}

    /** @param code one of the codes in {@link CellProblem} */
    record Unreadable<T>(String code, String text) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Reading<T> missing() {
        return new Missing<>();
    }

    static <T> Reading<T> unreadable(String code, String text) {
        return new Unreadable<>(code, text);
    }

    default Optional<T> toOptional() {
        return this instanceof Value<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Goes on with the value, if there is one. */
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return switch (this) {
            case Value<T>(T value) -> next.apply(value);
            case Missing<T>() -> missing();
            case Unreadable<T>(String code, String text) -> unreadable(code, text);
        };
    }
}
