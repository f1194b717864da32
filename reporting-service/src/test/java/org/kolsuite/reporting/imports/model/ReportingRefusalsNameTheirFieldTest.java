package org.kolsuite.reporting.imports.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.reporting.metrics.model.CounterOutOfRange;
import org.kolsuite.reporting.metrics.model.NoCounters;
import org.kolsuite.reporting.metrics.model.NotALink;
import org.kolsuite.reporting.metrics.model.TakenInTheFuture;
import org.kolsuite.reporting.metrics.model.WrongNumberOfSnapshots;
import org.kolsuite.reporting.orders.model.NegativeAmount;
import org.kolsuite.reporting.orders.model.RefundExceedsPaid;

/** A form shows a refusal at the field that has to be corrected, so each says which one it is. */
class ReportingRefusalsNameTheirFieldTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new FieldNotMapped(List.of("views", "likes")), "mapping"),
                Arguments.of(new FileMissing(), "file"),
                Arguments.of(new BadOption("zone", "There is no such time zone."), "zone"),
                Arguments.of(new CounterOutOfRange("snapshots[1].views"), "snapshots[1].views"),
                Arguments.of(new NoCounters("snapshots[0]"), "snapshots[0]"),
                Arguments.of(new NotALink("snapshots[0].url"), "snapshots[0].url"),
                Arguments.of(new TakenInTheFuture("snapshots[0].takenAt"), "snapshots[0].takenAt"),
                Arguments.of(new WrongNumberOfSnapshots(100), "snapshots"),
                Arguments.of(new NegativeAmount("paid"), "paid"),
                Arguments.of(new RefundExceedsPaid(Money.ofMinor(1, "CNY"), Money.ofMinor(2, "CNY")), "refunded"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalNamesTheFieldToCorrect(Rejection refusal, String field) {
        assertThat(refusal.field()).isEqualTo(field);
    }
}
