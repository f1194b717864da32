package org.kolsuite.payment.fee.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.payment.payee.model.PayeeRejection;
import org.kolsuite.payment.payout.model.PayoutRejection;
import org.kolsuite.payment.statement.model.StatementRejection;

/** A form shows a refusal at the field that has to be corrected, so each says which one it is. */
class PaymentRefusalsNameTheirFieldTest {

    static Stream<Arguments> refusals() {
        Money nothing = Money.zero("CNY");
        return Stream.of(
                Arguments.of(new FeeRejection.FeeNotPositive(nothing), "amount"),
                Arguments.of(new FeeRejection.ReferenceUsed("INV-1"), "reference"),
                Arguments.of(new FeeRejection.ReferenceMalformed(), "reference"),
                Arguments.of(new FeeRejection.RoleApprovesNothing("executive"), "role"),
                Arguments.of(new FeeRejection.LimitBelowZero(nothing), "upTo"),
                Arguments.of(new FeeRejection.ColumnsMissing(List.of("amount")), "mapping"),
                Arguments.of(new PayoutRejection.PayingAccountNeedsIban(), "account"),
                Arguments.of(new PayoutRejection.ExecutionBeforeToday(LocalDate.of(2026, 11, 1)), "executionDate"),
                Arguments.of(new PayeeRejection.PayeeIsKolOrAgency(), "agencyId"),
                Arguments.of(new PayeeRejection.NameMalformed(), "name"),
                Arguments.of(new StatementRejection.DoctypeRefused(), "file"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalNamesTheFieldToCorrect(Rejection refusal, String field) {
        assertThat(refusal.field()).isEqualTo(field);
    }
}
