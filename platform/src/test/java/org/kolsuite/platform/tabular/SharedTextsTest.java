package org.kolsuite.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

    @Property
    void everyTextComesBackAsItWas(@ForAll List<@StringLength(max = 200) String> given) {
        SharedTexts texts = new SharedTexts(1 << 20);

        assertThat(given).allMatch(texts::add);
        assertThat(IntStream.range(0, given.size()).mapToObj(texts::get)).isEqualTo(given);
        assertThatThrownBy(() -> texts.get(given.size())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> texts.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void textsThatFillSeveralBlocksAreFoundInEach() {
        SharedTexts texts = new SharedTexts(64 << 20);

        assertThat(IntStream.range(0, 300)).allMatch(i -> texts.add(longText(i)));
        assertThat(IntStream.range(0, 300)).allMatch(i -> texts.get(i).equals(longText(i)));
    }

    @Test
    void manyShortTextsTakeTheRoomThatIsCountedAndNoMoreFit() {
        SharedTexts texts = new SharedTexts(1_000_000);

        // Eight bytes beside each text.
        assertThat(IntStream.range(0, 62_500)).allMatch(i -> texts.add("x%07d".formatted(i)));
        assertThat(texts.add("y")).isFalse();
        assertThat(texts.get(62_499)).isEqualTo("x0062499");
    }

    private static String longText(int number) {
        return (number % 2 == 0 ? "é" : "粉").repeat(32_767 - number);
    }
}
