package org.kolsuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignInsTest {
    @Test
    void listsThePeopleOfTheRealmFileWithThePasswordThatTheLocalStackUses() {
        // When
        List<SignIns.Person> people = SignIns.ofTheRealm().people();

        // Then
        assertThat(people)
                .anySatisfy(person -> {
                    assertThat(person.roles()).contains("brand-manager");
                    assertThat(person.organisation()).isNotEmpty();
                })
                .anySatisfy(person -> {
                    assertThat(person.roles()).containsExactly("kol");
                    assertThat(person.organisation()).isEmpty();
                })
                .allSatisfy(person -> assertThat(person.password()).isNotEmpty().doesNotContain("$"));
    }
}
