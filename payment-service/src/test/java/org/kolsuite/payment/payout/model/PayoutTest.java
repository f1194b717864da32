package org.kolsuite.payment.payout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.payee.model.BankState;
import org.kolsuite.payment.payout.model.HoldPolicy.Wait;
import org.kolsuite.payment.payout.model.PayoutState.Batched;
import org.kolsuite.payment.payout.model.PayoutState.Queued;
import org.kolsuite.payment.payout.model.PayoutState.Returned;
import org.kolsuite.payment.payout.model.PayoutState.Sent;
import org.kolsuite.payment.payout.model.PayoutState.Settled;
import org.kolsuite.payment.payout.model.PayoutState.Unknown;

/** Every state against every command. */
class PayoutTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");
    private static final UUID BATCH = Ids.next();

    private static final Map<String, PayoutState> STATES = new LinkedHashMap<>();
    private static final Map<String, UnaryOperator<Payout>> COMMANDS = new LinkedHashMap<>();
    private static final Map<String, String> ALLOWED = new LinkedHashMap<>();

    static {
        STATES.put("QUEUED", new Queued());
        STATES.put("BATCHED", new Batched(BATCH, DAY));
        STATES.put("SENT", new Sent(BATCH, DAY, NOW));
        STATES.put("UNKNOWN", new Unknown(BATCH, DAY, NOW, NOW, null, null));
        STATES.put("SETTLED", new Settled(BATCH, DAY, NOW, "539608", DAY));
        STATES.put("RETURNED", new Returned(BATCH, DAY, NOW, "AC04", true));

        COMMANDS.put("batch", payout -> payout.batch(BATCH, DAY));
        COMMANDS.put("unbatch", Payout::unbatch);
        COMMANDS.put("send", payout -> payout.send(NOW));
        COMMANDS.put("noAnswer", payout -> payout.noAnswer(NOW));
        COMMANDS.put("ask", payout -> payout.ask("called the bank", NOW));
        COMMANDS.put("settle", payout -> payout.settle("539608", DAY));
        COMMANDS.put("unsettle", Payout::unsettle);
        COMMANDS.put("giveBack", payout -> payout.giveBack("AC04"));

        ALLOWED.put("QUEUED batch", "BATCHED");
        ALLOWED.put("BATCHED unbatch", "QUEUED");
        ALLOWED.put("BATCHED send", "SENT");
        ALLOWED.put("SENT noAnswer", "UNKNOWN");
        ALLOWED.put("SENT settle", "SETTLED");
        ALLOWED.put("SENT giveBack", "RETURNED");
        ALLOWED.put("UNKNOWN ask", "UNKNOWN");
        ALLOWED.put("UNKNOWN settle", "SETTLED");
        ALLOWED.put("UNKNOWN giveBack", "RETURNED");
        ALLOWED.put("SETTLED unsettle", "SENT");
        ALLOWED.put("SETTLED giveBack", "RETURNED");
    }

    static Stream<Arguments> everyStateAndCommand() {
        return STATES.keySet().stream()
                .flatMap(state -> COMMANDS.keySet().stream().map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @MethodSource("everyStateAndCommand")
    void m28_everyStateTakesOnlyItsOwnCommandsSoNothingIsPaidTwice(String state, String command) {
        Payout payout = payout(of(STATES, state));
        String next = ALLOWED.get(state + " " + command);

        if (next == null) {
            assertThatThrownBy(() -> of(COMMANDS, command).apply(payout))
                    .isInstanceOf(PayoutRejection.PayoutStateForbids.class)
                    .hasMessageContaining(state);
        } else {
            assertThat(of(COMMANDS, command).apply(payout).state().code()).isEqualTo(next);
        }
    }

    @Test
    void theTableNamesEveryState() {
        assertThat(PayoutState.class.getPermittedSubclasses()).hasSize(STATES.size());
        assertThat(STATES.values()).extracting(PayoutState::code).containsExactlyElementsOf(STATES.keySet());
    }

    @Test
    void everyPayoutSaysWhyItWaits() {
        BankState usable = new BankState.Usable(
                new BankDetails("Nova", AccountNumber.parse("BE96444908270905"), null, null), "ann", NOW, null);
        BankState changed = new BankState.AwaitingConfirmation(
                new BankDetails("Nova", AccountNumber.parse("BE96444908270905"), null, null), "ann", NOW);

        assertThat(HoldPolicy.whyItWaits(new Queued(), new BankState.Missing(), DAY, DAY))
                .contains(Wait.BANK_DETAILS_MISSING);
        assertThat(HoldPolicy.whyItWaits(new Queued(), changed, DAY, DAY)).contains(Wait.BANK_DETAILS_UNCONFIRMED);
        assertThat(HoldPolicy.whyItWaits(new Queued(), usable, DAY.plusDays(1), DAY))
                .contains(Wait.NOT_DUE_YET);
        assertThat(HoldPolicy.whyItWaits(new Queued(), usable, DAY, DAY)).contains(Wait.NEXT_BATCH);
        assertThat(HoldPolicy.whyItWaits(of(STATES, "SENT"), usable, DAY, DAY)).contains(Wait.WITH_THE_BANK);
        assertThat(HoldPolicy.whyItWaits(of(STATES, "UNKNOWN"), usable, DAY, DAY))
                .contains(Wait.BANK_HAS_NOT_ANSWERED);
        assertThat(HoldPolicy.whyItWaits(of(STATES, "SETTLED"), usable, DAY, DAY))
                .isEqualTo(Optional.empty());
    }

    @Test
    void onlyAnOrderWithoutTheBanksLastWordIsOnItsWay() {
        assertThat(STATES.keySet().stream()
                        .filter(state -> payout(of(STATES, state)).isOnItsWay()))
                .containsExactly("SENT", "UNKNOWN");
    }

    @Test
    void missingAndUnconfirmedBankDetailsKeepAPayoutOutOfABatchAndNothingElseDoes() {
        assertThat(Stream.of(Wait.values()).filter(Wait::isHold))
                .containsExactly(Wait.BANK_DETAILS_MISSING, Wait.BANK_DETAILS_UNCONFIRMED);
    }

    @Test
    void everyReasonToWaitIsSaidInWordsOfItsOwn() {
        assertThat(Stream.of(Wait.values()).map(Wait::words))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(BatchState.class)
    void m20_aBatchThatWasSentOrDiscardedTakesNoFurtherCommand(BatchState state) {
        PayoutBatch batch = new PayoutBatch(
                BATCH, 1, Ids.next(), "KS-1", state, 1, Money.ofMinor(258_96, "EUR"), "ann", "Ann", NOW, null);

        if (state == BatchState.CREATED) {
            assertThatNoException().isThrownBy(() -> batch.requireOpen("send"));
        } else {
            assertThatThrownBy(() -> batch.requireOpen("send")).isInstanceOf(PayoutRejection.BatchStateForbids.class);
        }
    }

    @Test
    void withoutAReferenceAPayoutGetsItsOwnWithinTheStandardsLength() {
        Payout own = Payout.queue(Ids.next(), Ids.next(), "WHOLE", Ids.next(), Money.ofMinor(1, "EUR"), null, DAY);

        assertThat(own.endToEndId()).hasSize(35).startsWith("KS-");
    }

    private static Payout payout(PayoutState state) {
        return new Payout(
                Ids.next(), 1, Ids.next(), "WHOLE", Ids.next(), Money.ofMinor(258_96, "EUR"), "E2E1", DAY, state);
    }

    private static <T> T of(Map<String, T> table, String name) {
        return Objects.requireNonNull(table.get(name));
    }
}
