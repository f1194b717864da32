package org.kolsuite.reporting.report.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.formula.model.Figure;
import org.kolsuite.reporting.formula.model.Figure.Computed;
import org.kolsuite.reporting.formula.model.Figure.NotComputable;
import org.kolsuite.reporting.formula.model.Source;
import org.kolsuite.reporting.formula.model.Unit;

/**
 * A number with its explanation.
 *
 * @param unit of value: {@code MONEY} is in minor units of the currency, with a fraction for a cost per something
 * @param value null when it can't be computed; then {@code notComputable} says why
 */
public record FigureAnswer(
        String formula,
        String version,
        Unit unit,
        @Nullable BigDecimal value,
        @Nullable String currency,
        @Nullable WhyNot notComputable,
        List<InputAnswer> inputs) {

    /** @param because one sentence that completes "not computable because …" */
    public record WhyNot(Figure.Reason reason, String because) {}

    /** @param value null when no source has given it; money in minor units */
    public record InputAnswer(
            String name,
            @Nullable BigDecimal value,
            Unit unit,
            Source source,
            @Nullable Instant asOf) {}

    public static FigureAnswer of(Figure figure) {
        List<InputAnswer> inputs = figure.inputs().stream()
                .map(input -> new InputAnswer(input.name(), input.value(), input.unit(), input.source(), input.asOf()))
                .toList();
        return switch (figure) {
            case Computed computed ->
                new FigureAnswer(
                        computed.formula().name(),
                        computed.formula().version(),
                        computed.formula().unit(),
                        computed.value(),
                        computed.currency(),
                        null,
                        inputs);
            case NotComputable none ->
                new FigureAnswer(
                        none.formula().name(),
                        none.formula().version(),
                        none.formula().unit(),
                        null,
                        null,
                        new WhyNot(none.reason(), none.because()),
                        inputs);
        };
    }

    /** By formula name, in the catalogue's order. */
    static Map<String, FigureAnswer> byName(List<Figure> figures) {
        Map<String, FigureAnswer> answers = new LinkedHashMap<>();
        figures.forEach(figure -> answers.put(figure.formula().name(), of(figure)));
        return answers;
    }
}
