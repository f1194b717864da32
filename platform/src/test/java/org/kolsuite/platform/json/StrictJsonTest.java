package org.kolsuite.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reader alone: where any depth would fit the field, only the reader's own limit refuses it. */
class StrictJsonTest {
    private static final int DEEPEST = 100;

    private final ObjectMapper json = strict();

    /** A body with a field of any form. */
    record Anything(Map<String, Object> values) {}

    @Test
    void s15_aHundredLevelsAreReadAndOneMoreIsRefused() throws JsonProcessingException {
        assertThat(json.readTree(nested(DEEPEST)).isArray()).isTrue();
        assertThatThrownBy(() -> json.readTree(nested(DEEPEST + 1))).isInstanceOf(StreamConstraintsException.class);
        assertThatThrownBy(() -> json.readTree(nested(10_000))).isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void s15_aFieldThatTakesAnythingTakesNoMoreLevels() throws JsonProcessingException {
        // The body's own two objects are levels as well
        assertThat(json.readValue(anything(DEEPEST - 2), Anything.class).values())
                .containsKey("a");
        assertThatThrownBy(() -> json.readValue(anything(DEEPEST - 1), Anything.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void s15_aKeyThatStandsTwiceIsRefusedAtAnyDepth() {
        assertThatThrownBy(() -> json.readTree("{\"a\":[{\"b\":1,\"b\":2}]}"))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("Duplicate field");
    }

    private static String anything(int levels) {
        return "{\"values\":{\"a\":" + nested(levels) + "}}";
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
