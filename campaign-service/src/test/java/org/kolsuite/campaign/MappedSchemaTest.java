package org.kolsuite.campaign;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.MappedSchema;

@QuarkusTest
@WithTestResource(KolStack.class)
class MappedSchemaTest {
    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void theMigrationsMadeWhatIsMapped() throws SQLException {
        MappedSchema.isWhatTheMigrationsMade(sessions);
    }

    @Test
    void s11_everyTableWithATenantIsProtectedByPolicies() throws SQLException {
        MappedSchema.keepsOrganisationsApart();
    }
}
