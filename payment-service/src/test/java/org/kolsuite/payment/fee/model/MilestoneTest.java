package org.kolsuite.payment.fee.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.MilestoneState.Approved;
import org.kolsuite.payment.fee.model.MilestoneState.Due;
import org.kolsuite.payment.fee.model.MilestoneState.Paid;
import org.kolsuite.payment.fee.model.MilestoneState.Planned;
import org.kolsuite.payment.fee.model.MilestoneState.Rejected;
import org.kolsuite.payment.fee.model.MilestoneState.Requested;
import org.kolsuite.payment.fee.model.MilestoneState.Returned;
import org.kolsuite.payment.fee.model.MilestoneState.Voided;

/** Every state against every command: what is not listed as allowed is refused, loudly. */
class MilestoneTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");

    private static final Map<String, MilestoneState> STATES = new LinkedHashMap<>();
    private static final Map<String, UnaryOperator<Milestone>> COMMANDS = new LinkedHashMap<>();
    private static final Map<String, String> ALLOWED = new LinkedHashMap<>();

    static {
        STATES.put("PLANNED", new Planned());
        STATES.put("DUE", new Due(DAY));
        STATES.put("REQUESTED", new Requested(DAY, "ann", NOW));
        STATES.put("REJECTED", new Rejected(DAY, "bob", NOW, "no invoice"));
        STATES.put("APPROVED", new Approved(DAY, "ann", "bob", NOW));
        STATES.put("PAID", new Paid(DAY, "ann", "bob", DAY));
        STATES.put("RETURNED", new Returned(DAY, "ann", "bob", "AC04"));
        STATES.put("VOIDED", new Voided("cancelled"));

        COMMANDS.put("request", part -> part.request("ann", NOW));
        COMMANDS.put("approve", part -> part.approve("bob", NOW));
        COMMANDS.put("reject", part -> part.reject("bob", NOW, "no invoice"));
        COMMANDS.put("settle", part -> part.settle(DAY));
        COMMANDS.put("unsettle", part -> part.unsettle(NOW));
        COMMANDS.put("giveBack", part -> part.giveBack("AC04"));
        COMMANDS.put("payAgain", part -> part.payAgain(NOW));
        COMMANDS.put("void", part -> part.voidIt("cancelled"));

        ALLOWED.put("PLANNED void", "VOIDED");
        ALLOWED.put("DUE request", "REQUESTED");
        ALLOWED.put("DUE void", "VOIDED");
        ALLOWED.put("REQUESTED approve", "APPROVED");
        ALLOWED.put("REQUESTED reject", "REJECTED");
        ALLOWED.put("REQUESTED void", "VOIDED");
        ALLOWED.put("REJECTED request", "REQUESTED");
        ALLOWED.put("REJECTED void", "VOIDED");
        ALLOWED.put("APPROVED settle", "PAID");
        ALLOWED.put("APPROVED giveBack", "RETURNED");
        ALLOWED.put("PAID unsettle", "APPROVED");
        ALLOWED.put("PAID giveBack", "RETURNED");
        ALLOWED.put("RETURNED payAgain", "APPROVED");
    }

    static Stream<Arguments> everyStateAndCommand() {
        return STATES.keySet().stream()
                .flatMap(state -> COMMANDS.keySet().stream().map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @MethodSource("everyStateAndCommand")
    void m20_everyStateTakesOnlyItsOwnCommands(String state, String command) {
        Milestone part = part(of(STATES, state));
        UnaryOperator<Milestone> doIt = of(COMMANDS, command);
        String next = ALLOWED.get(state + " " + command);

        if (next == null) {
            assertThatThrownBy(() -> doIt.apply(part))
                    .isInstanceOf(FeeRejection.MilestoneStateForbids.class)
                    .hasMessageContaining(state);
        } else {
            assertThat(doIt.apply(part).state().code()).isEqualTo(next);
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void w10_reachingMovesOnlyWhatWasPlannedAndNeverBack(String state) {
        Milestone reached = part(of(STATES, state)).reach(DAY.plusDays(30));

        assertThat(reached.state().code()).isEqualTo(state.equals("PLANNED") ? "DUE" : state);
    }

    static Stream<String> states() {
        return STATES.keySet().stream();
    }

    @org.junit.jupiter.api.Test
    void theTableNamesEveryState() {
        assertThat(STATES.values().stream().map(MilestoneState::code)).containsExactlyElementsOf(STATES.keySet());
        assertThat(Arrays.stream(MilestoneState.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .hasSize(STATES.size());
    }

    private static Milestone part(MilestoneState state) {
        return new Milestone("SIGNED", Money.ofMinor(5_000_00, "CNY"), state);
    }

    private static <T> T of(Map<String, T> table, String name) {
        return Objects.requireNonNull(table.get(name));
    }
}
