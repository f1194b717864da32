package org.kolsuite.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.RowsRead;
import org.kolsuite.platform.testing.Tokens;

/** Nobody waits because of what others have, or of what was paid long ago. */
@QuarkusTest
@WithTestResource(KolStack.class)
class RowsReadTest {
    private static final int MANY = 4_000;
    private static final int FEW = 400;

    private final Finance team = Finance.team();
    private RowsRead rowsRead;

    @BeforeEach
    void theTeamHasAFee() throws SQLException {
        team.approved(List.of(team.entered("Nova", Finance.IBAN, 1_000, "2026-04-01")));
        rowsRead = RowsRead.of("fee", "fee_milestone", "payout", "payee", "ledger_transaction", "audit_entry");
    }

    @AfterEach
    void nothingIsWatchedAnyMore() throws SQLException {
        rowsRead.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/fees",
                "/api/v1/fees?state=APPROVED",
                "/api/v1/approvals?state=REQUESTED",
                "/api/v1/payouts",
                "/api/v1/payouts?state=QUEUED",
                "/api/v1/payees",
                "/api/v1/ledger/transactions",
                "/api/v1/operations/payment/audit"
            })
    void aPageReadsNothingOfOtherOrganisations(String page) throws SQLException {
        paidLongAgo(UUID.randomUUID());

        assertThat(rowsRead.by(() -> Finance.as(page.contains("operations") ? team.admin : team.ann)
                        .get(page)
                        .then()
                        .statusCode(200)))
                .isLessThan(FEW);
    }

    @Test
    void aKolReadsNothingOfOthers() throws SQLException {
        paidLongAgo(UUID.randomUUID());

        assertThat(rowsRead.by(() -> Finance.as(Tokens.kol("nova-" + team.tenant))
                        .get("/partner/v1/payouts")
                        .then()
                        .statusCode(200)))
                .isLessThan(FEW);
    }

    @Test
    void anApprovalReadsNothingThatWasPaidLongAgo() throws SQLException {
        paidLongAgo(team.tenant);
        String fee = team.entered("Nova", Finance.IBAN, 2_000, "2026-04-01");
        Map<String, Object> part = Map.of("parts", List.of(Map.of("feeId", fee, "milestone", "WHOLE")));
        Finance.post(team.ann, "/api/v1/fees/request", part).then().statusCode(200);
        String etag = Finance.as(team.bob).get("/api/v1/fees/" + fee).getHeader("ETag");

        assertThat(rowsRead.by(() -> Finance.as(team.bob)
                        .header("Idempotency-Key", fee)
                        .header("If-Match", etag)
                        .post("/api/v1/fees/" + fee + "/milestones/WHOLE/approve")
                        .then()
                        .statusCode(200)))
                .isLessThan(FEW);
    }

    /** Fees, payouts, bookings and entries of the audit trail, all of one payee. */
    private static void paidLongAgo(UUID tenant) throws SQLException {
        try (Connection connection = KolStack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temp table paid as
                    select gen_random_uuid() id, n from generate_series(1, %1$d) n;
                    insert into payee (id, tenant_id, version, name, bank_state, created_at)
                      select id, '%2$s', 0, 'Payee ' || n, 'MISSING', now() from paid;
                    insert into fee (id, tenant_id, version, origin, creditor_name, payee_id, total_minor, currency, created_at, created_by)
                      select id, '%2$s', 0, 'AD_HOC', 'Payee', id, 100, 'EUR', now() - n * interval '1 hour', 'ann' from paid;
                    insert into fee_milestone (fee_id, position, tenant_id, name, amount_minor, state, due_on)
                      select id, 0, '%2$s', 'WHOLE', 100, 'PAID', date '2020-01-01' + n from paid;
                    insert into payout (id, tenant_id, version, fee_id, milestone, payee_id, amount_minor, currency, end_to_end_id, due_on, state, created_at)
                      select id, '%2$s', 0, id, 'WHOLE', id, 100, 'EUR', 'E' || n, date '2020-01-01' + n, 'SETTLED', now() from paid;
                    insert into audit_entry (id, tenant_id, at, actor, actor_name, action, aggregate_type, aggregate_id)
                      select paid.id, '%2$s', now() - n * interval '1 hour', actor, actor_name, action, aggregate_type, aggregate_id
                      from paid, (select * from audit_entry order by at desc limit 1) last;
                    analyze""".formatted(MANY, tenant));
        }
    }
}
