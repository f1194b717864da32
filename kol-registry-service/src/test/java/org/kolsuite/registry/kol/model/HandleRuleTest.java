package org.kolsuite.registry.kol.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HandleRuleTest {
    @Property
    void normalisingTwiceChangesNothing(@ForAll String handle, @ForAll boolean caseSensitive) {
        HandleRule rule = new HandleRule(caseSensitive);

        assertThat(rule.key(rule.key(handle))).isEqualTo(rule.key(handle));
    }

    @Property
    void blanksAndTheAtSignNeverMakeAnotherAccount(@ForAll String handle) {
        HandleRule rule = HandleRule.IGNORES_CASE;
        String bare = HandleRule.clean(handle);

        if (!bare.isEmpty()) {
            assertThat(rule.key("  @" + handle + "\u200b ")).isEqualTo(rule.key(handle));
        }
    }

    @Test
    void foldsWidthAndCase() {
        assertThat(HandleRule.IGNORES_CASE.key("ＰrestonPlayz")).isEqualTo("prestonplayz");
        assertThat(new HandleRule(true).key("PrestonPlayz")).isEqualTo("PrestonPlayz");
    }

    @Test
    void anAtSignAloneIsAHandleOfItsOwn() {
        assertThat(HandleRule.IGNORES_CASE.key("@")).isEqualTo("@");
        assertThat(HandleRule.IGNORES_CASE.key("@@a")).isEqualTo("a");
    }

    @Test
    void keepsDotsUnderscoresHashesAndChinese() {
        assertThat(HandleRule.IGNORES_CASE.key("_.anime.edits_0")).isEqualTo("_.anime.edits_0");
        assertThat(HandleRule.IGNORES_CASE.key("#Refugio Mental")).isEqualTo("#refugio mental");
        assertThat(HandleRule.IGNORES_CASE.key("李维刚的日常")).isEqualTo("李维刚的日常");
    }

    @Test
    void keepsEmojiThatAreJoinedFromParts() {
        assertThat(HandleRule.clean("Famiglia 👨‍👩‍👧")).isEqualTo("Famiglia 👨‍👩‍👧");
    }
}
