package org.kolsuite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RowsRead;
import org.kolsuite.platform.testing.Tokens;

/** Nobody waits because of what others have. */
@QuarkusTest
@WithTestResource(KolStack.class)
class RowsReadTest {
    private static final int MANY = 4_000;
    private static final int FEW = 400;

    private final UUID tenant = UUID.randomUUID();
    private RowsRead rowsRead;

    @BeforeEach
    void anotherOrganisationHasMany() throws SQLException {
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temp table many as select gen_random_uuid() id, n from generate_series(1, %1$d) n;
                    insert into brand (id, tenant_id, version, name, created_at)
                      values ('%2$s', '%2$s', 0, 'Other', now());
                    insert into campaign (id, tenant_id, version, brand_id, name, status, starts_on, ends_on, time_zone, platforms,
                                          product_ids, objectives, runs_beside, created_at, changed_at)
                      select id, '%2$s', 0, '%2$s', 'Campaign ' || n, 'DRAFT', date '2100-01-01', date '2100-02-01', 'Asia/Shanghai',
                             '[]', '[]', '[]', '[]', now() - n * interval '1 hour', now() from many;
                    insert into kol (kol_id, tenant_id, version, display_name, subject) select id, '%2$s', 0, 'KOL', 'other' from many;
                    insert into kol_account (account_id, tenant_id, kol_id, platform, handle)
                      select id, '%2$s', id, 'xiaohongshu', 'kol' || n from many;
                    insert into collaboration (id, tenant_id, version, campaign_id, kol_id, account_id, track, state, state_data,
                                               created_at, state_since, at_end, shared_at)
                      select id, '%2$s', 0, id, id, id, 'GIFT', 'CANDIDATE', '{}', now() - n * interval '1 hour', now(), false, now()
                      from many;
                    insert into content (id, tenant_id, collaboration_id, campaign_id, account_id, kind, round, handed_in_at, late, verdict)
                      select id, '%2$s', id, id, id, 'POST', 1, now() - n * interval '1 hour', false, 'LIVE' from many;
                    insert into content_right (id, tenant_id, collaboration_id, campaign_id, content_id, channel, territory, from_on,
                                               until_on, paid_ads, exclusive)
                      select id, '%2$s', id, id, id, 'tmall', ',CN,', date '2020-01-01', date '2100-01-01', false, false from many;
                    analyze""".formatted(MANY, UUID.randomUUID()));
        }
        rowsRead = RowsRead.of("campaign", "kol", "kol_account", "collaboration", "content", "content_right");
    }

    @AfterEach
    void nothingIsWatchedAnyMore() throws SQLException {
        rowsRead.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns",
                "/api/v1/campaigns?status=DRAFT",
                "/api/v1/collaborations",
                "/api/v1/collaborations?open=true",
                "/api/v1/contents",
                "/api/v1/rights",
                "/api/v1/rights?channel=tmall",
                "/api/v1/tasks"
            })
    void aPageReadsNothingOfOtherOrganisations(String page) throws SQLException {
        Api mei = new Api(Tokens.memberOf(tenant, "mei", "brand-manager"));

        assertThat(rowsRead.by(() -> mei.get(page).then().statusCode(200))).isLessThan(FEW);
    }

    @Test
    void aKolReadsNothingOfOthers() throws SQLException {
        Api nova = new Api(Tokens.kol("nova-" + tenant));

        assertThat(rowsRead.by(() -> nova.get("/partner/v1/briefs").then().statusCode(200)))
                .isLessThan(FEW);
    }

    @Test
    void anAgencyReadsNothingOfOthers() throws SQLException {
        Api agency = new Api(Tokens.agency(tenant, "agency-" + tenant));

        assertThat(rowsRead.by(() -> agency.get("/partner/v1/briefs").then().statusCode(200)))
                .isLessThan(FEW);
    }
}
