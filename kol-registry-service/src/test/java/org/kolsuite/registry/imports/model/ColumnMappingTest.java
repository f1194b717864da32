package org.kolsuite.registry.imports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kolsuite.registry.imports.model.ColumnMapping.Column;
import org.kolsuite.registry.kol.model.Countries;

class ColumnMappingTest {
    @Test
    void severalColumnsMayHoldTopicsButOnlyOneTheFollowers() {
        assertThat(new ColumnMapping(List.of(
                                new Column(0, Field.HANDLE), new Column(1, Field.TOPIC), new Column(2, Field.TOPIC)))
                        .columns())
                .hasSize(3);
        assertThatThrownBy(() -> new ColumnMapping(List.of(
                        new Column(0, Field.HANDLE), new Column(1, Field.FOLLOWERS), new Column(2, Field.FOLLOWERS))))
                .isInstanceOf(FieldMappedTwice.class);
    }

    @Test
    void needsToKnowWhomALineIsAbout() {
        assertThatThrownBy(() -> new ColumnMapping(List.of(new Column(0, Field.FOLLOWERS))))
                .isInstanceOf(NoIdentityMapped.class);
    }

    @Test
    void refusesAColumnMappedTwiceOrOutsideTheFile() {
        assertThatThrownBy(() -> new ColumnMapping(List.of(new Column(0, Field.HANDLE), new Column(0, Field.TOPIC))))
                .isInstanceOf(ColumnMappedTwice.class);
        assertThatThrownBy(() -> new ColumnMapping(List.of(new Column(7, Field.HANDLE))).requireWithin(3))
                .isInstanceOf(ColumnNotInFile.class);
    }

    @Test
    void aMappingWithinTheFileIsTaken() {
        ColumnMapping mapping = new ColumnMapping(List.of(new Column(0, Field.HANDLE), new Column(2, Field.TOPIC)));

        assertThat(mapping.requireWithin(3)).isEqualTo(mapping);
        assertThatThrownBy(() -> mapping.requireWithin(2)).isInstanceOf(ColumnNotInFile.class);
        assertThatThrownBy(() -> new ColumnMapping(List.of(new Column(-1, Field.HANDLE))).requireWithin(3))
                .isInstanceOf(ColumnNotInFile.class);
    }

    @Test
    void aFieldsCodeIsItsNameAsJsonWritesIt() {
        assertThat(Field.HANDLE.code()).isEqualTo("handle");
        assertThat(Field.AVG_VIEWS.code()).isEqualTo("avgViews");
        assertThat(Field.PLATFORM_UID.code()).isEqualTo("platformUid");
    }

    @Test
    void everyFieldHasACodeThatNamesItBack() {
        for (Field field : Field.values()) {
            assertThat(Field.of(field.code())).isEqualTo(field);
        }
        assertThatThrownBy(() -> Field.of("salary")).isInstanceOf(UnknownField.class);
    }

    @Test
    void countriesAreReadInEnglishAndChinese() {
        assertThat(Countries.code("South Korea")).contains("KR");
        assertThat(Countries.code("Turkey")).contains("TR");
        assertThat(Countries.code("中国")).contains("CN");
        assertThat(Countries.code("cn")).contains("CN");
        assertThat(Countries.code("Atlantis")).isEmpty();
    }
}
