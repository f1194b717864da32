package org.kolsuite.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;

/** Several people approve at once and meet at the ledger: they share a transaction, and nothing else (docs/adr/0021). */
@QuarkusTest
@WithTestResource(KolStack.class)
class ApproveTogetherTest {
    private static final int MANY = 12;
    private static final long AMOUNT = 1_000;
    private static final long POISON = 66_613;

    private final Finance team = Finance.team();
    private final String cleo = Tokens.memberOf(team.tenant, "cleo", "finance");

    @BeforeEach
    void theLedgerIsOpen() {
        team.approved(List.of(team.entered("Nova", Finance.IBAN, AMOUNT, "2026-04-01")));
    }

    @AfterEach
    void nothingIsPoisonous() throws SQLException {
        sql("drop trigger if exists poison on payout");
    }

    @Test
    void thoseWhoMeetAreAnsweredEachForThemselvesAndShareATransaction() throws Exception {
        List<String> fees = requested(MANY, AMOUNT);

        List<Response> answers = atOnceWhileTheLedgerIsHeld(fees.stream()
                .map(fee -> approval(team.bob, fee, UUID.randomUUID().toString()))
                .toList());

        for (int i = 0; i < MANY; i++) {
            answers.get(i)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(fees.get(i)))
                    .body("milestones[0].state", equalTo("APPROVED"));
        }
        assertThat(transactionsOf(fees))
                .as("transactions of %d approvals", MANY)
                .isLessThan(MANY);
        thenTheLedgerHas(MANY + 1);
    }

    @Test
    void aRefusalOfOneIsOnlyTheirs() throws Exception {
        List<String> fees = requested(4, AMOUNT);
        String stale = fees.get(3);

        List<Response> answers = atOnceWhileTheLedgerIsHeld(List.of(
                approval(team.bob, fees.get(0), UUID.randomUUID().toString()),
                approval(team.ann, fees.get(1), UUID.randomUUID().toString()),
                approval(cleo, fees.get(2), UUID.randomUUID().toString()),
                () -> Finance.as(team.bob)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"0\"")
                        .post(approvalOf(stale))));

        answers.get(0).then().statusCode(200);
        answers.get(1).then().statusCode(403).body("code", equalTo("APPROVER_IS_REQUESTER"));
        answers.get(2).then().statusCode(200).body("milestones[0].decidedBy", equalTo("cleo"));
        answers.get(3).then().statusCode(412);
        thenTheLedgerHas(3);
    }

    @Test
    void theSameKeyTwiceInAGroupApprovesOnce() throws Exception {
        List<String> fees = requested(1, AMOUNT);
        String key = UUID.randomUUID().toString();

        List<Response> answers = atOnceWhileTheLedgerIsHeld(IntStream.range(0, 6)
                .mapToObj(i -> approval(team.bob, fees.getFirst(), key))
                .toList());

        assertThat(answers).extracting(Response::statusCode).contains(200).containsAnyOf(200, 409);
        assertThat(answers.stream().map(Response::statusCode).collect(Collectors.toSet()))
                .isSubsetOf(200, 409);
        Finance.as(team.bob)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .post(approvalOf(fees.getFirst()))
                .then()
                .statusCode(200);
        thenTheLedgerHas(2);
    }

    @Test
    void whenTheSharedTransactionFailsOnlyTheOneThatMadeItFailFails() throws Exception {
        sql("""
                create or replace function poison() returns trigger language plpgsql as $$
                begin
                  if new.amount_minor = %d then raise exception 'this one breaks the transaction'; end if;
                  return new;
                end $$""".formatted(POISON));
        sql("create trigger poison before insert on payout for each row execute function poison()");
        List<String> fees = new ArrayList<>(requested(5, AMOUNT));
        String poisonous = requested(1, POISON).getFirst();
        fees.add(2, poisonous);

        List<Response> answers = atOnceWhileTheLedgerIsHeld(fees.stream()
                .map(fee -> approval(team.bob, fee, UUID.randomUUID().toString()))
                .toList());

        for (int i = 0; i < fees.size(); i++) {
            assertThat(answers.get(i).statusCode())
                    .as(answers.get(i).asString())
                    .isEqualTo(fees.get(i).equals(poisonous) ? 500 : 200);
        }
        team.get("/api/v1/fees/" + poisonous).then().body("milestones[0].state", equalTo("REQUESTED"));
        thenTheLedgerHas(6);
    }

    private List<String> requested(int count, long amount) {
        List<String> fees = IntStream.range(0, count)
                .mapToObj(i -> team.entered("Nova", Finance.IBAN, amount, "2026-04-01"))
                .toList();
        List<Map<String, String>> parts = fees.stream()
                .map(fee -> Map.of("feeId", fee, "milestone", "WHOLE"))
                .toList();
        Finance.post(team.ann, "/api/v1/fees/request", Map.of("parts", parts))
                .then()
                .body("done", is(count));
        return fees;
    }

    private static String approvalOf(String fee) {
        return "/api/v1/fees/" + fee + "/milestones/WHOLE/approve";
    }

    private static Callable<Response> approval(String token, String fee, String key) {
        return () -> Finance.as(token)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .post(approvalOf(fee));
    }

    /**
     * Somebody else holds the organisation's ledger; the first caller waits for them, and all others for the first. Who is refused needs
     * no ledger: when one of those happens to come first they are answered before it is free.
     */
    private List<Response> atOnceWhileTheLedgerIsHeld(List<Callable<Response>> calls) throws Exception {
        try (Connection holder = KolStack.superuser();
                ExecutorService people = Executors.newFixedThreadPool(calls.size())) {
            holder.setAutoCommit(false);
            try (PreparedStatement hold =
                    holder.prepareStatement("select 1 from ledger_head where tenant_id = ? for update")) {
                hold.setObject(1, team.tenant);
                hold.execute();
            }
            List<Future<Response>> asked = calls.stream().map(people::submit).toList();
            await("everybody has asked")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> answered(asked) + underWay() > calls.size());
            holder.rollback();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : asked) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private static long answered(List<Future<Response>> asked) {
        return asked.stream().filter(Future::isDone).count();
    }

    /** Requests that the service has and has not answered; the one that asks for it is among them. */
    private static double underWay() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_active_requests"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void thenTheLedgerHas(int approvals) {
        team.get("/api/v1/ledger/verify").then().statusCode(200).body("findings", empty());
        List<String> kinds =
                team.get("/api/v1/ledger/transactions?limit=100").jsonPath().getList("items.kind");
        assertThat(kinds)
                .containsExactlyElementsOf(
                        Stream.generate(() -> "FEE_APPROVED").limit(approvals).toList());
        assertThat(team.balance("costs:fees")).isEqualTo(approvals * AMOUNT);
    }

    /** In how many transactions these fees were changed last. */
    private static long transactionsOf(List<String> fees) throws SQLException {
        try (Connection connection = KolStack.superuser();
                PreparedStatement query = connection.prepareStatement(
                        "select count(distinct xmin::text) from fee where id = any(cast(? as uuid[]))")) {
            query.setArray(1, connection.createArrayOf("text", fees.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = KolStack.superuser()) {
            connection.createStatement().execute(statement);
        }
    }
}
