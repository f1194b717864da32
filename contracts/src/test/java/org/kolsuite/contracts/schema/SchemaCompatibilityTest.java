package org.kolsuite.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaCompatibilityTest {

    record Before(
            UUID id,
            String name,
            long count,
            Colour colour,
            List<Part> parts,
            @Nullable String note) {}

    record Part(String name, long amount) {}

    enum Colour {
        RED,
        GREEN
    }

    @Test
    void nothingChangedBreaksNothing() {
        assertThat(breaksWhenItBecomes(Before.class)).isEmpty();
    }

    record WithOptional(
            UUID id,
            String name,
            long count,
            Colour colour,
            List<Part> parts,
            @Nullable String note,
            @Nullable String more) {}

    @Test
    void anOptionalPropertyMayBeAdded() {
        assertThat(breaksWhenItBecomes(WithOptional.class)).isEmpty();
    }

    record Renamed(
            UUID id,
            String title,
            long count,
            Colour colour,
            List<Part> parts,
            @Nullable String note) {}

    @Test
    void aRenamedPropertyBreaks() {
        assertThat(breaksWhenItBecomes(Renamed.class))
                .containsExactlyInAnyOrder("/name was removed or renamed", "/title is newly required");
    }

    record OtherType(
            UUID id,
            String name,
            String count,
            Colour colour,
            List<Part> parts,
            @Nullable String note) {}

    @Test
    void anotherTypeBreaks() {
        assertThat(breaksWhenItBecomes(OtherType.class))
                .containsExactly("/count changed its type from [integer] to [string]");
    }

    record OtherFormat(
            String id,
            String name,
            long count,
            Colour colour,
            List<Part> parts,
            @Nullable String note) {}

    @Test
    void anotherFormatBreaks() {
        assertThat(breaksWhenItBecomes(OtherFormat.class))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("/id changed its format");
    }

    record NewlyRequired(UUID id, String name, long count, Colour colour, List<Part> parts, String note) {}

    @Test
    void aNewlyRequiredPropertyBreaks() {
        assertThat(breaksWhenItBecomes(NewlyRequired.class)).containsExactly("/note is newly required");
    }

    record NoLongerThere(
            UUID id,
            @Nullable String name,
            long count,
            Colour colour,
            List<Part> parts,
            @Nullable String note) {}

    @Test
    void aPropertyThatMayBeAbsentFromNowOnBreaks() {
        assertThat(breaksWhenItBecomes(NoLongerThere.class)).containsExactly("/name is no longer always there");
    }

    enum FewerColours {
        RED,
        BLUE
    }

    record Narrowed(
            UUID id,
            String name,
            long count,
            FewerColours colour,
            List<Part> parts,
            @Nullable String note) {}

    @Test
    void aNarrowedEnumBreaks() {
        assertThat(breaksWhenItBecomes(Narrowed.class)).containsExactly("/colour lost the values [GREEN]");
    }

    record OtherPart(String name, String amount) {}

    record Nested(
            UUID id,
            String name,
            long count,
            Colour colour,
            List<OtherPart> parts,
            @Nullable String note) {}

    @Test
    void aBreakInsideAListIsFound() {
        assertThat(breaksWhenItBecomes(Nested.class))
                .containsExactly("/parts[]/amount changed its type from [integer] to [string]");
    }

    private static List<String> breaksWhenItBecomes(Class<?> changed) {
        ObjectNode before = ContractSchemas.schemaOf(Before.class);
        return SchemaCompatibility.breaks(before, ContractSchemas.schemaOf(changed));
    }
}
