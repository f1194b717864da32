package org.kolsuite.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Clocks;
import org.kolsuite.e2e.suite.Eventually;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;

/** payment-service dies in the middle of a payout, and the client, who heard nothing, asks again under the same key. */
class KillPaymentIT {
    private final Person fang = Person.named("fang");
    private final Person wei = Person.named("wei");
    private String feeId = "";
    private String accountId = "";

    @BeforeEach
    void anApprovedFee() {
        LocalDate today = LocalDate.ofInstant(Clocks.now(), ZoneOffset.UTC);
        Answer fee = fang.post("/api/v1/fees", """
                        {"payee":{"holder":"Workshop Wu","account":"DE89370400440532013000","bic":"COBADEFFXXX"},
                         "amount":{"amountMinor":12345,"currency":"EUR"},"dueOn":"%s","reference":"KILL-%s"}""".formatted(
                                today, UUID.randomUUID().toString().substring(0, 8)))
                .expect(201);
        feeId = fee.text("id");
        String part = "/api/v1/fees/" + feeId + "/milestones/" + fee.text("milestones/0/name");
        fang.command(part + "/request", "", fee.etag()).expect(200);
        wei.command(part + "/approve", "", wei.get("/api/v1/fees/" + feeId).etag())
                .expect(200);
        accountId = fang.post("/api/v1/payouts/accounts", """
                        {"name":"Euro %s","holder":"Lumen Beauty","account":"DE02120300000000202051","bic":"SOGEDEFFXXX",
                         "currency":"EUR"}""".formatted(feeId))
                .expect(201)
                .text("id");
    }

    @Test
    void m9_aBatchAskedForAgainAfterTheKillExistsOnceAndTheLedgerHolds() {
        String payoutId = payoutOfTheFee();
        String body = "{\"payingAccountId\":\"%s\",\"payoutIds\":[\"%s\"]}".formatted(accountId, payoutId);
        String key = UUID.randomUUID().toString();

        // When: the request is under way and the service dies
        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> fang.post("/api/v1/payouts/batches", body, key));
        RunningSuite.get().kill(ServiceSpec.PAYMENT.module());
        awaitWhatever(first);
        RunningSuite.get().restart(ServiceSpec.PAYMENT.module());

        // Then
        Answer again = Eventually.answer(
                "the same key is answered",
                () -> fang.post("/api/v1/payouts/batches", body, key),
                answer -> answer.status() == 201);
        Answer third = fang.post("/api/v1/payouts/batches", body, key).expect(201);
        assertThat(third.text("id")).isEqualTo(again.text("id"));
        Answer payout = fang.get("/api/v1/payouts/" + payoutId).expect(200);
        assertThat(payout.text("batchId")).isEqualTo(again.text("id"));
        long payoutsOfTheFee = fang.get("/api/v1/payouts?limit=200")
                .expect(200)
                .items()
                .filter(one -> one.path("feeId").asText().equals(feeId))
                .count();
        assertThat(payoutsOfTheFee).isEqualTo(1);
        fang.get("/api/v1/ledger/verify").expect(200);
    }

    private String payoutOfTheFee() {
        return Eventually.answer(
                        "the payout waits",
                        () -> fang.get("/api/v1/payouts?limit=200"),
                        answer -> answer.items()
                                .anyMatch(one -> one.path("feeId").asText().equals(feeId)))
                .items()
                .filter(one -> one.path("feeId").asText().equals(feeId))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** The client may have got its answer, a refusal by the gateway, or nothing at all. */
    private static void awaitWhatever(CompletableFuture<Answer> request) {
        try {
            request.join();
        } catch (CompletionException cut) {
            assertThat(cut.getCause()).isNotNull();
        }
    }
}
