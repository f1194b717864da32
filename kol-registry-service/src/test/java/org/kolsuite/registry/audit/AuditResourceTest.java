package org.kolsuite.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.registry.Api;

@QuarkusTest
@WithTestResource(KolStack.class)
class AuditResourceTest {
    private final Api mei = Api.freshOrganisation();

    @Test
    void anAccountIsComparedWithASampleOfALargeTier() throws SQLException {
        // Given
        String audited = mei.createKol("Anna", "tiktok", "anna", 50_000);
        String other = mei.createKol("Berta", "tiktok", "berta", 50_000);
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    update account set avg_views = 20000, avg_likes = 900, measured_on = '2026-03-01' where tenant_id = '%1$s';
                    insert into account (tenant_id, id, version, kol_id, platform, handle, handle_key, display_name, tier,
                                         followers, avg_views, avg_likes, measured_on, created_at, updated_at)
                    select tenant_id, gen_random_uuid(), 0, kol_id, platform, handle || n, handle_key || n, display_name, tier,
                           followers, avg_views + n, avg_likes, measured_on, created_at, updated_at
                    from account, generate_series(1, 6000) n
                    where tenant_id = '%1$s' and kol_id = '%2$s'""".formatted(mei.tenant(), other));
        }

        // When
        var audit = mei.post("/api/v1/kols/" + audited + "/audit")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        // Then
        String viewsPerLike = "items[0].findings.find { it.signal == 'VIEWS_PER_LIKE_OFF_TIER' }.";
        assertThat(audit.getInt(viewsPerLike + "sampleSize")).isEqualTo(5_000);
        assertThat(audit.getString(viewsPerLike + "outcome")).isEqualTo("CLEAR");
    }
}
