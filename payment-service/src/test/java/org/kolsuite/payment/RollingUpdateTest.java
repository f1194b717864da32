package org.kolsuite.payment;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RollingUpdate;

@QuarkusTest
@WithTestResource(KolStack.class)
class RollingUpdateTest {
    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void replicasOfTheVersionBeforeAndOfThisOneShareADatabase() throws SQLException {
        try (RollingUpdate update = RollingUpdate.of("payment-service")) {
            update.losesNothing(sessions);
        }
    }
}
