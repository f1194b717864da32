package org.kolsuite.registry.kol.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.registry.kol.model.IdentityRule.Candidate;
import org.kolsuite.registry.kol.model.IdentityRule.Match;

class IdentityRuleTest {
    @Test
    void aRenamedCreatorWithAPlatformIdStaysOne() {
        // Given
        KnownAccount known = account("302338318", "李炮炮儿", "");

        // When
        Match match = IdentityRule.match(new Candidate("302338318", "李炮炮儿呀", "李炮炮儿呀"), List.of(known));

        // Then
        assertThat(match).isEqualTo(new Match.Known(known));
    }

    @Test
    void aHandleTakenOverBySomebodyElseIsANewAccount() {
        KnownAccount former = account("1", "annas kitchen", "");

        assertThat(IdentityRule.match(new Candidate("2", "annas kitchen", "anna"), List.of(former)))
                .isEqualTo(new Match.New());
    }

    @Test
    void anAccountKnownByHandleOnlyIsRecognisedWhenASourceBringsItsPlatformId() {
        KnownAccount known = account(null, "anna", "");

        assertThat(IdentityRule.match(new Candidate("77", "anna", "anna"), List.of(known)))
                .isEqualTo(new Match.Known(known));
    }

    @Test
    void aSourceWithoutPlatformIdsRecognisesAnAccountByItsHandle() {
        KnownAccount known = account("77", "anna", "");

        assertThat(IdentityRule.match(new Candidate(null, "anna", "Anna B."), List.of(known)))
                .isEqualTo(new Match.Known(known));
    }

    @Test
    void accountsThatWereToldApartAreFoundByTheirNames() {
        // Given
        KnownAccount preston = account(null, "prestonplayz", "preston");
        KnownAccount playz = account(null, "prestonplayz", "prestonplayz");

        // Then
        assertThat(IdentityRule.match(new Candidate(null, "prestonplayz", "preston"), List.of(preston, playz)))
                .isEqualTo(new Match.Known(preston));
        assertThat(IdentityRule.match(new Candidate(null, "prestonplayz", "prestonplayz"), List.of(preston, playz)))
                .isEqualTo(new Match.Known(playz));
    }

    @Test
    void anotherHandleIsAnotherAccount() {
        assertThat(IdentityRule.match(new Candidate(null, "anna", "anna"), List.of(account("77", "bella", ""))))
                .isEqualTo(new Match.New());
    }

    @Test
    void thePlatformsOwnIdIsTheStrongestIdentityAndTheHandleTheNext() {
        assertThat(AccountIdentity.of("weibo", " 77 ", "Anna", HandleRule.IGNORES_CASE))
                .isEqualTo(new AccountIdentity.ByPlatformId("weibo", "77"));
        assertThat(AccountIdentity.of("weibo", " ", "@Anna", HandleRule.IGNORES_CASE))
                .isEqualTo(new AccountIdentity.ByHandle("weibo", "anna"));
        assertThat(AccountIdentity.of("weibo", null, "Anna", HandleRule.IGNORES_CASE))
                .isEqualTo(new AccountIdentity.ByHandle("weibo", "anna"));
    }

    @Test
    void neverGuessesBetweenAccountsThatShareAHandle() {
        List<KnownAccount> both = List.of(account(null, "p", "one"), account(null, "p", "two"));

        assertThat(IdentityRule.match(new Candidate(null, "p", "three"), both)).isEqualTo(new Match.Ambiguous(both));
    }

    private static KnownAccount account(@Nullable String uid, String handleKey, String qualifier) {
        return new KnownAccount(UUID.randomUUID(), UUID.randomUUID(), uid, handleKey, qualifier);
    }
}
