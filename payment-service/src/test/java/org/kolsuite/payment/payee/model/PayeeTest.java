package org.kolsuite.payment.payee.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.payee.model.BankState.AwaitingConfirmation;
import org.kolsuite.payment.payee.model.BankState.Missing;
import org.kolsuite.payment.payee.model.BankState.Usable;

class PayeeTest {
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");
    private static final BankDetails FIRST = details("BE96444908270905");
    private static final BankDetails SECOND = details("BE43966258584001");

    @Test
    void firstBankDetailsAreUsable() {
        Payee payee = payee().enterBank(FIRST, "ann", NOW);

        assertThat(payee.bank()).isInstanceOf(Usable.class);
        assertThat(payee.accountEditedBy()).contains("ann");
    }

    @Test
    void changedBankDetailsWaitForASecondPerson() {
        // Given
        Payee changed = payee().enterBank(FIRST, "ann", NOW).enterBank(SECOND, "ann", NOW);
        assertThat(changed.bank()).isInstanceOf(AwaitingConfirmation.class);

        // When, Then
        assertThatThrownBy(() -> changed.confirmBank("ann")).isInstanceOf(PayeeRejection.ConfirmerIsEditor.class);
        assertThat(changed.confirmBank("bob").bank()).isEqualTo(new Usable(SECOND, "ann", NOW, "bob"));
        assertThat(changed.enterBank(FIRST, "carl", NOW).accountEditedBy()).contains("carl");
    }

    @Test
    void enteringTheSameDetailsAgainChangesNothing() {
        Payee payee = payee().enterBank(FIRST, "ann", NOW);

        assertThat(payee.enterBank(FIRST, "bob", NOW)).isSameAs(payee);
    }

    @Test
    void onlyAChangeCanBeConfirmed() {
        assertThatThrownBy(() -> payee().confirmBank("bob")).isInstanceOf(PayeeRejection.NothingToConfirm.class);
        assertThatThrownBy(() -> payee().enterBank(FIRST, "ann", NOW).confirmBank("bob"))
                .isInstanceOf(PayeeRejection.NothingToConfirm.class);
    }

    @Test
    void anErasedPersonLeavesNoNameAndNoAccount() {
        Payee erased = payee().enterBank(FIRST, "ann", NOW).pseudonymised();

        assertThat(erased.bank()).isInstanceOf(Missing.class);
        assertThat(erased.name()).startsWith("Erased payee ").doesNotContain("Nova");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BE96444908270905", "be96 4449 0827 0905", "BE96-4449-0827-0905", "FR9124517777178627245130470"})
    void ibansAreReadAsPeopleWriteThem(String text) {
        assertThat(AccountNumber.parse(text).isIban()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BE97444908270905", "", "BE", "12", "ÄÖÜ12345", "BE964449082709051111111111111111111111"})
    void whatIsNoAccountIsRefused(String text) {
        assertThatThrownBy(() -> AccountNumber.parse(text)).isInstanceOf(PayeeRejection.AccountMalformed.class);
    }

    @Test
    void aChineseAccountHasNoCheckDigitsAndIsMasked() {
        AccountNumber account = AccountNumber.parse("6222 0212 3456 7890 123");

        assertThat(account.isIban()).isFalse();
        assertThat(account.masked()).isEqualTo("**** **** 0123").doesNotContain("6222");
        assertThat(FIRST.account().masked()).isEqualTo("BE** **** 0905");
    }

    @Test
    void aNameHasOneTo140CharactersAlsoWhenItIsChanged() {
        assertThat(payee().rename("n".repeat(140)).name()).hasSize(140);
        assertThatThrownBy(() -> payee().rename("n".repeat(141))).isInstanceOf(PayeeRejection.NameMalformed.class);
        assertThatThrownBy(() -> payee().rename(" ")).isInstanceOf(PayeeRejection.NameMalformed.class);
    }

    @Test
    void aPayeeIsAKolOrAnAgencyButNotBoth() {
        assertThat(Payee.enter(Ids.next(), "Nova", Ids.next(), null).agencyId()).isNull();
        assertThat(Payee.enter(Ids.next(), "Nova", null, Ids.next()).kolId()).isNull();
        assertThatThrownBy(() -> Payee.enter(Ids.next(), "Nova", Ids.next(), Ids.next()))
                .isInstanceOf(PayeeRejection.PayeeIsKolOrAgency.class);
    }

    @Test
    void anAccountHoldersNameHasOneTo70CharactersAsInASepaPayment() {
        assertThat(new BankDetails("n".repeat(70), FIRST.account(), null, null).holder())
                .hasSize(70);
        assertThatThrownBy(() -> new BankDetails("n".repeat(71), FIRST.account(), null, null))
                .isInstanceOf(PayeeRejection.HolderMalformed.class);
        assertThatThrownBy(() -> new BankDetails(" ", FIRST.account(), null, null))
                .isInstanceOf(PayeeRejection.HolderMalformed.class);
    }

    @Test
    void theNewestBankDetailsAreShownWhetherOrNotTheyAreConfirmed() {
        Payee changed = payee().enterBank(FIRST, "ann", NOW).enterBank(SECOND, "ann", NOW);

        assertThat(payee().details()).isEmpty();
        assertThat(payee().enterBank(FIRST, "ann", NOW).details()).contains(FIRST);
        assertThat(changed.details()).contains(SECOND);
        assertThat(changed.confirmBank("bob").details()).contains(SECOND);
    }

    private static Payee payee() {
        return Payee.enter(Ids.next(), "Nova Holdings", null, null);
    }

    private static BankDetails details(String account) {
        return new BankDetails("Nova Holdings", AccountNumber.parse(account), null, null);
    }
}
