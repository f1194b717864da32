package org.kolsuite.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Clocks;
import org.kolsuite.e2e.suite.Eventually;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.Person;

/**
 * One collaboration from KOL to ROI: found, gifted, posted, measured, escalated, agreed, paid, reconciled, read. Each step builds on the
 * one before it.
 */
class GiftToPaidJourneyIT {
    private static final String JOB_DONE = "DONE|COMPLETED";

    /** Makes names of this run its own, so that it can run again on a suite that has seen it. */
    private final String run = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);

    private final Person mei = Person.named("mei");
    private final Person fang = Person.named("fang");
    private final Person wei = Person.named("wei");
    private final Person xiaolin = Person.named("xiaolin");

    @TempDir
    Path folder;

    private String kolId = "";
    private String accountId = "";
    private String productId = "";
    private String campaignId = "";
    private String briefId = "";
    private String giftId = "";
    private String paidId = "";
    private String feeId = "";
    private String payoutId = "";
    private String endToEndId = "";

    @Test
    void oneCollaborationGoesFromKolToReturn() throws IOException {
        theBrandManagerImportsKolsAndALaterSnapshotUpdatesThem();
        theKolConfirmsThatTheRecordIsThem();
        theCampaignIsPlannedBriefedAndLaunched();
        theKolIsShortlistedQualifiedAndInvited();
        theKolAcceptsAndTheGiftArrives();
        thePostIsPublishedClickedAndBought();
        theResultIsMeasuredAndEscalatedToPaid();
        thePayeeIsEnteredByOneAndConfirmedByAnother();
        theKolCountersAndTheBrandAgreesWhichReservesBudget();
        oneRequestsAnotherApprovesAndTheBatchLeavesAsPain001();
        theBanksStatementSettlesThePayoutAndAgainChangesNothing();
        theExecutiveReadsTheReturnOfTheCampaign();
        anotherOrganisationSeesNoneOfIt();
    }

    private void theBrandManagerImportsKolsAndALaterSnapshotUpdatesThem() throws IOException {
        String handle = "lin_" + run.toLowerCase(Locale.ROOT);

        assertThat(importKols(handle + ",林小满,48200", "2026-08-01").number("counts/created"))
                .isEqualTo(1);
        assertThat(importKols(handle + ",林小满同学,52300", "2026-10-01").number("counts/updated"))
                .isEqualTo(1);

        Answer found = Eventually.answer(
                "the search finds the KOL",
                () -> mei.get("/api/v1/kols?q=" + handle),
                answer -> answer.status() == 200 && answer.items().count() == 1);
        kolId = found.text("items/0/kolId").isEmpty() ? found.text("items/0/id") : found.text("items/0/kolId");
        accountId = mei.get("/api/v1/kols/" + kolId).expect(200).text("accounts/0/id");
    }

    private Answer importKols(String line, String day) throws IOException {
        Path file = Files.writeString(folder.resolve("kols-" + day + ".csv"), "账号,昵称,粉丝数\n" + line + "\n");
        Answer job = mei.upload(
                        "/api/v1/imports", file, Map.of("platform", "xiaohongshu", "snapshotDate", day, "mapping", """
                                {"columns":[{"index":0,"field":"handle"},{"index":1,"field":"displayName"},
                                 {"index":2,"field":"followers"}]}"""))
                .expect(202);
        return finished(mei, job);
    }

    private void theKolConfirmsThatTheRecordIsThem() {
        String token = mei.post("/api/v1/kols/" + kolId + "/link-invitations", "")
                .expect(201)
                .text("token");

        xiaolin.post("/partner/v1/profile/links", "{\"token\":\"%s\"}".formatted(token))
                .expect(201);

        assertThat(xiaolin.get("/partner/v1/profile").expect(200).text()).contains(kolId);
    }

    private void theCampaignIsPlannedBriefedAndLaunched() {
        String brandId = mei.post("/api/v1/brands", "{\"name\":\"Lumen %s\"}".formatted(run))
                .expect(201)
                .text("id");
        productId =
                mei.post("/api/v1/products", """
                        {"brandId":"%s","name":"Night serum","sku":"NS-30","cost":{"amountMinor":8800,"currency":"CNY"},
                         "marginRates":[{"from":"2026-01-01","rate":0.62}]}""".formatted(brandId)).expect(201).text("id");
        Answer campaign = mei.post("/api/v1/campaigns", """
                        {"brandId":"%s","name":"Night care %s","startsOn":"%s","endsOn":"%s","platforms":["xiaohongshu"],
                         "productIds":["%s"],"objectives":[{"kind":"SALES","metric":"ROAS","target":2.5}],
                         "runsBeside":[{"name":"Autumn feed ads","channel":"feed"}],
                         "budget":{"amountMinor":5000000,"currency":"CNY"}}""".formatted(
                                brandId, run, today().minusDays(1), today().plusDays(90), productId))
                .expect(201);
        campaignId = campaign.text("id");
        briefId = mei.post("/api/v1/briefs", """
                        {"campaignId":"%s","title":"Seven nights","keyMessage":"Wake up rested skin.",
                         "deliverables":[{"format":"note with images","quantity":1}],"dos":["Show the texture"],
                         "donts":["No medical claims"],"disclosure":"广告","hashtags":["#夜间修护"],
                         "trackingTarget":"https://shop.example/serum","promoCodePrefix":"LIN",
                         "rights":{"channels":["tmall"],"territory":["CN"],"termDays":180,"paidAds":false,"exclusive":false}}""".formatted(campaignId))
                .expect(201)
                .text("id");

        mei.command("/api/v1/campaigns/" + campaignId + "/launch", "{}", campaign.etag())
                .expect(200);
    }

    private void theKolIsShortlistedQualifiedAndInvited() {
        Answer listed = Eventually.answer(
                "campaign knows the account",
                () -> mei.post(
                        "/api/v1/campaigns/" + campaignId + "/candidates",
                        "{\"accountIds\":[\"%s\"]}".formatted(accountId)),
                answer -> answer.status() == 201 && answer.at("added").size() == 1);
        giftId = listed.text("added/0/id");

        step(giftId, "qualify", "{\"reason\":\"Audit read\"}");
        Answer invited = step(giftId, "invite", "{\"briefId\":\"%s\"}".formatted(briefId));

        assertThat(invited.text("collaboration/state")).isEqualTo("INVITED");
    }

    private void theKolAcceptsAndTheGiftArrives() {
        partnerStep(giftId, "accept", """
                {"address":{"recipient":"林小满","phone":"13800000000","country":"CN","region":"浙江","city":"杭州",
                 "street":"文三路 1 号"}}""");

        step(
                giftId,
                "prepare-shipment",
                "{\"productId\":\"%s\",\"shippingCost\":{\"amountMinor\":1200,\"currency\":\"CNY\"}}"
                        .formatted(productId));
        step(giftId, "ship", "{\"carrier\":\"SF Express\",\"trackingNumber\":\"SF%s\"}".formatted(run));
        Answer arrived = partnerStep(giftId, "confirm-delivery", "{}");

        assertThat(arrived.text("state")).isIn("DELIVERED", "CONTENT_DUE");
    }

    private void thePostIsPublishedClickedAndBought() throws IOException {
        Answer published = partnerStep(
                giftId, "submit-post", "{\"url\":\"https://www.xiaohongshu.com/explore/%s\"}".formatted(run));
        assertThat(published.text("state")).isEqualTo("PUBLISHED");

        Answer click = Eventually.answer(
                "the tracked link leads on",
                () -> new Nobody().get("/t/" + published.text("trackingSlug")),
                answer -> answer.status() == 302);
        assertThat(click.location()).startsWith("https://shop.example/serum");

        String now = Clocks.now().toString();
        Eventually.answer(
                "reporting takes the metrics",
                () -> xiaolin.post("/partner/v1/metrics", """
                        {"snapshots":[{"collaborationId":"%s","takenAt":"%s","views":182000,"likes":9100,"comments":640,
                         "shares":410,"saves":3900}]}""".formatted(giftId, now)),
                answer -> answer.status() / 100 == 2);
        Path orders = Files.writeString(
                folder.resolve("orders.csv"), """
                订单编号,实付金额,退款金额,优惠码,付款时间,订单状态,币种
                A%1$s,399.00,0,%2$s,%3$s,交易成功,CNY
                B%1$s,399.00,399.00,%2$s,%3$s,退款成功,CNY
                C%1$s,798.00,0,%2$s,%3$s,交易成功,CNY
                D%1$s,120.00,0,,%3$s,交易成功,CNY
                """.formatted(run, published.text("promoCode"), today()));
        Map<String, String> form = Map.of("shop", "tmall", "zone", "Asia/Shanghai", "currency", "CNY");
        Answer job = mei.upload("/api/v1/orders/imports", orders, form).expect(202);
        assertThat(finished(mei, job).number("added")).isEqualTo(4);

        Clocks.advance(Duration.ofDays(7).plusHours(1));
    }

    private void theResultIsMeasuredAndEscalatedToPaid() {
        Answer measured = Eventually.answer(
                "campaign hears of the result",
                () -> mei.get("/api/v1/collaborations/" + giftId),
                answer -> answer.text("collaboration/state").equals("MEASURED"));
        assertThat(measured.number("results/0/views")).isEqualTo(182_000);

        Answer offered = mei.command(
                        "/api/v1/collaborations/" + giftId + "/escalate",
                        """
                        {"briefId":"%s","fee":{"amountMinor":800000,"currency":"CNY"},"productId":"%s",
                         "reason":"3,900 saves in a week"}""".formatted(briefId, productId),
                        measured.etag())
                .expect(201);

        paidId = offered.text("collaboration/id");
        assertThat(offered.text("collaboration/escalatedFrom")).isEqualTo(giftId);
    }

    private void thePayeeIsEnteredByOneAndConfirmedByAnother() {
        Answer payee = fang.post("/api/v1/payees", """
                        {"name":"林小满","kolId":"%s","bank":{"holder":"Lin Xiaoman","account":"NL91ABNA0417164300",
                         "bic":"ABNANL2A"}}""".formatted(kolId)).expect(201);
        String path = "/api/v1/payees/" + payee.text("id");

        fang.put(
                        path + "/bank",
                        "{\"holder\":\"Lin Xiaoman\",\"account\":\"DE89370400440532013000\",\"bic\":\"COBADEFFXXX\"}",
                        fang.get(path).expect(200).etag())
                .expect(200);
        fang.command(path + "/confirm-bank", "", fang.get(path).expect(200).etag())
                .expect(403);
        wei.command(path + "/confirm-bank", "", wei.get(path).expect(200).etag())
                .expect(200);
    }

    private void theKolCountersAndTheBrandAgreesWhichReservesBudget() {
        partnerStep(
                paidId,
                "counter",
                "{\"fee\":{\"amountMinor\":900000,\"currency\":\"CNY\"},\"message\":\"Two drafts included\"}");

        Answer agreed = step(paidId, "accept-counter", "{}");

        assertThat(agreed.number("reserved/amountMinor")).isEqualTo(900_000);
        feeId = Eventually.answer(
                        "payment opens the fee",
                        () -> fang.get("/api/v1/fees?campaignId=" + campaignId),
                        answer -> answer.items().count() == 1)
                .text("items/0/id");
    }

    private void oneRequestsAnotherApprovesAndTheBatchLeavesAsPain001() {
        Answer fee = Eventually.answer(
                "the signed part is due",
                () -> fang.get("/api/v1/fees/" + feeId),
                answer -> answer.text("milestones/0/state").equals("DUE"));
        String part = "/api/v1/fees/%s/milestones/%s".formatted(feeId, fee.text("milestones/0/name"));
        fang.command(part + "/request", "", fee.etag()).expect(200);
        fang.command(part + "/approve", "", fang.get("/api/v1/fees/" + feeId).etag())
                .expect(403);
        wei.command(part + "/approve", "", wei.get("/api/v1/fees/" + feeId).etag())
                .expect(200);

        String account = payingAccount();
        JsonNode payout = Eventually.answer(
                        "the payout waits",
                        () -> fang.get("/api/v1/payouts?limit=200"),
                        answer -> answer.items().anyMatch(this::isOurs))
                .items()
                .filter(this::isOurs)
                .findFirst()
                .orElseThrow();
        payoutId = payout.path("id").asText();
        endToEndId = payout.path("endToEndId").asText();
        Answer batch = fang.post(
                        "/api/v1/payouts/batches",
                        "{\"payingAccountId\":\"%s\",\"payoutIds\":[\"%s\"]}".formatted(account, payoutId))
                .expect(201);
        String batches = "/api/v1/payouts/batches/" + batch.text("id");
        assertThat(fang.get(batches + "/file").expect(200).text()).contains("pain.001.001.09", endToEndId, "4500.00");
        fang.post(batches + "/send", "").expect(200);
    }

    /** The account that the organisation pays from, entered by whoever needs it first. */
    private String payingAccount() {
        fang.post("/api/v1/payouts/accounts", """
                {"name":"Main","holder":"Lumen Beauty","account":"DE75512108001245126199","bic":"SOGEDEFFXXX",
                 "currency":"CNY"}""");
        for (JsonNode account : fang.get("/api/v1/payouts/accounts").expect(200).body()) {
            if (account.path("currency").asText().equals("CNY")) {
                return account.path("id").asText();
            }
        }
        throw new AssertionError("no account pays CNY");
    }

    private boolean isOurs(JsonNode payout) {
        return payout.path("feeId").asText().equals(feeId);
    }

    private void theBanksStatementSettlesThePayoutAndAgainChangesNothing() throws IOException {
        Path statement = Files.writeString(
                folder.resolve("statement.xml"), BankFile.camt053(run, today(), "4500.00", "5500.00", endToEndId));

        for (int time = 0; time < 2; time++) {
            finished(
                    fang, fang.upload("/api/v1/statements", statement, Map.of()).expect(202));
        }

        Answer settled = Eventually.answer(
                "the bank's word settles it",
                () -> fang.get("/api/v1/payouts/" + payoutId),
                answer -> answer.text("state").equals("SETTLED"));
        assertThat(settled.number("amount/amountMinor")).isEqualTo(450_000);
        Eventually.answer(
                "the KOL sees the payment",
                () -> xiaolin.get("/partner/v1/payouts"),
                answer -> answer.items()
                        .anyMatch(one -> one.path("payoutId").asText().equals(payoutId)
                                && !one.path("paidOn").isNull()));
    }

    private void theExecutiveReadsTheReturnOfTheCampaign() {
        Person elena = Person.named("elena");
        Answer report = Eventually.answer(
                "the report has the orders and the costs",
                () -> elena.get("/api/v1/reports/roi?by=track&campaign=" + campaignId),
                answer -> answer.status() == 200
                        && answer.items().count() >= 2
                        && answer.text().contains("119700"));
        assertThat(report.text()).contains("ROAS");

        elena.get("/api/v1/reports/roi/export?by=track&format=csv&campaign=" + campaignId)
                .expect(200);
    }

    private void anotherOrganisationSeesNoneOfIt() {
        Person bruno = Person.named("bruno");
        for (String path : List.of(
                "/api/v1/kols/" + kolId,
                "/api/v1/campaigns/" + campaignId,
                "/api/v1/collaborations/" + paidId,
                "/api/v1/fees/" + feeId,
                "/api/v1/payouts/" + payoutId)) {
            bruno.get(path).expect(404);
        }
        assertThat(bruno.get("/api/v1/campaigns").expect(200).text()).doesNotContain(run);
        assertThat(bruno.get("/api/v1/orders").expect(200).text()).doesNotContain(run);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clocks.now(), ZoneOffset.UTC);
    }

    private static Answer finished(Person who, Answer job) {
        return Eventually.answer(
                "the job ends",
                () -> who.get(job.location()),
                answer -> answer.text("status").matches(JOB_DONE + "|FAILED|REFUSED"));
    }

    /** A step of the brand manager on the version that is there now. */
    private Answer step(String id, String verb, String json) {
        String path = "/api/v1/collaborations/" + id;
        return mei.command(path + "/" + verb, json, mei.get(path).expect(200).etag())
                .expect(200);
    }

    /** A step of the KOL, as soon as the KOL sees the brief. */
    private Answer partnerStep(String id, String verb, String json) {
        String path = "/partner/v1/briefs/" + id;
        Answer seen =
                Eventually.answer("the KOL sees the brief", () -> xiaolin.get(path), answer -> answer.status() == 200);
        return xiaolin.command(path + "/" + verb, json, seen.etag()).expect(200);
    }
}
