package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;

@QuarkusTest
@WithTestResource(KolStack.class)
class RebuildKolsTest {
    private static final String REBUILD = "/api/v1/operations/payment/kols/rebuild";

    private final Finance team = Finance.team();

    @Test
    void e13_aDamagedCopyIsRebuiltFromWhatTheRegistryTold() throws SQLException {
        // Given
        UUID kol = Ids.next();
        TestKafka.publish(team.tenant, new KolState(kol, 4, "Luna", "CN", "luna", null, List.of()));
        await().atMost(Duration.ofSeconds(20)).until(() -> name(kol).equals("Luna"));
        String truth = rebuilt().extract().path("hashAfter");
        try (Connection superuser = KolStack.superuser()) {
            superuser
                    .createStatement()
                    .execute(
                            "update kol set display_name = 'nonsense', subject = 'other', version = 99 where kol_id = '"
                                    + kol + "'");
        }

        // When
        rebuilt().body("same", is(false)).body("hashAfter", is(truth));

        // Then
        rebuilt().body("same", is(true)).body("subjects", is(1));
        assertThat(name(kol)).isEqualTo("Luna");
    }

    @Test
    void onlyAdministratorsRebuild() {
        Finance.post(team.ann, REBUILD, null).then().statusCode(403);
    }

    private ValidatableResponse rebuilt() {
        return Finance.post(team.admin, REBUILD, null).then().statusCode(200);
    }

    private static String name(UUID kol) throws SQLException {
        try (Connection superuser = KolStack.superuser();
                ResultSet found = superuser
                        .createStatement()
                        .executeQuery("select display_name from kol where kol_id = '" + kol + "'")) {
            return found.next() ? found.getString(1) : "";
        }
    }
}
