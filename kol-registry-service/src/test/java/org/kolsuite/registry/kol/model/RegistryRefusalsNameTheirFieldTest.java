package org.kolsuite.registry.kol.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.registry.imports.model.ColumnMappedTwice;
import org.kolsuite.registry.imports.model.ColumnNotInFile;
import org.kolsuite.registry.imports.model.Field;
import org.kolsuite.registry.imports.model.FieldMappedTwice;
import org.kolsuite.registry.imports.model.FileMissing;
import org.kolsuite.registry.imports.model.LineNotInConflict;
import org.kolsuite.registry.imports.model.MappingMissing;
import org.kolsuite.registry.imports.model.NoIdentityMapped;
import org.kolsuite.registry.imports.model.NothingTellsThemApart;
import org.kolsuite.registry.imports.model.PlatformMissing;
import org.kolsuite.registry.imports.model.SnapshotDateMissing;
import org.kolsuite.registry.imports.model.SnapshotInFuture;
import org.kolsuite.registry.imports.model.TemplateDoesNotFit;
import org.kolsuite.registry.imports.model.TemplateNameTaken;
import org.kolsuite.registry.imports.model.UnknownField;
import org.kolsuite.registry.imports.model.UnknownMode;
import org.kolsuite.registry.imports.model.UnknownTemplate;

/** A form shows a refusal at the field that has to be corrected, so each says which one it is. */
class RegistryRefusalsNameTheirFieldTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new ColumnMappedTwice(2), "mapping"),
                Arguments.of(new ColumnNotInFile(9), "mapping"),
                Arguments.of(new FieldMappedTwice(Field.values()[0]), "mapping"),
                Arguments.of(new UnknownField("shoe size"), "mapping"),
                Arguments.of(new MappingMissing(), "mapping"),
                Arguments.of(new NoIdentityMapped(), "mapping"),
                Arguments.of(new FileMissing(), "file"),
                Arguments.of(new LineNotInConflict(3), "line"),
                Arguments.of(new NothingTellsThemApart(), "decision"),
                Arguments.of(new PlatformMissing(), "platform"),
                Arguments.of(new SnapshotDateMissing(), "snapshotDate"),
                Arguments.of(new SnapshotInFuture(), "snapshotDate"),
                Arguments.of(new TemplateDoesNotFit("粉丝数"), "templateId"),
                Arguments.of(new UnknownTemplate(), "templateId"),
                Arguments.of(new TemplateNameTaken("weekly"), "name"),
                Arguments.of(new UnknownMode("HALF"), "mode"),
                Arguments.of(new AccountRegisteredAlready("xiaolin"), "handle"),
                Arguments.of(new HandleAmbiguous("xiaolin"), "handle"),
                Arguments.of(new ErasedOnRequest(), "handle"),
                Arguments.of(new InvitationExpired(), "token"),
                Arguments.of(new InvitationUnknown(), "token"),
                Arguments.of(new InvitationUsed(), "token"),
                Arguments.of(new TierTableNotAscending(), "tiers"),
                Arguments.of(new UnknownCountry("Atlantis"), "country"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalNamesTheFieldToCorrect(Rejection refusal, String field) {
        assertThat(refusal.field()).isEqualTo(field);
    }
}
