package org.kolsuite.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back as a cursor is what was given out, or refused. */
class CursorTest {

    @Test
    void comesBackAsItWas() {
        Instant at = Instant.parse("2026-11-11T12:00:00.123456Z");

        Cursor read =
                Objects.requireNonNull(Cursor.decode(Cursor.of(at, "小红", 7).encode(), 3));

        assertThat(read.instant(0)).isEqualTo(at);
        assertThat(read.text(1)).isEqualTo("小红");
        assertThat(read.number(2)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"
            })
    void aTimeThatNoRowCanHaveWasNotGivenOut(String at) {
        Cursor read = Objects.requireNonNull(Cursor.decode(Cursor.of(at).encode(), 1));

        assertThatThrownBy(() -> read.instant(0)).isInstanceOf(UnknownCursor.class);
    }

    @Test
    void textThatNoRowCanHaveWasNotGivenOut() {
        String withNul = Cursor.of("a\u0000b").encode();

        assertThatThrownBy(() -> Cursor.decode(withNul, 1)).isInstanceOf(UnknownCursor.class);
    }
}
