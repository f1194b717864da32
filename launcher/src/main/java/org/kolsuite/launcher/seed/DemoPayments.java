package org.kolsuite.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finance's work by two people: Fang enters and requests, Wei confirms and approves; then the money leaves and the bank says so. */
final class DemoPayments {
    private static final String PAYING_ACCOUNT = "DE89370400440532013000";

    private final Visitor fang;
    private final Visitor wei;
    private final Timeline timeline;
    /** How many batches this run has come past; those that an earlier run sent are not sent again. */
    private int sent;

    DemoPayments(Visitor fang, Visitor wei, Timeline timeline) {
        this.fang = fang;
        this.wei = wei;
        this.timeline = timeline;
    }

    /** A payee with the account of a KOL, and whether it was changed since and confirmed by the other person. */
    void payee(DemoKols.Account who, String account, boolean changed) {
        if (find("/api/v1/payees?search=" + encoded(who.displayName()), "name", who.displayName()) != null) {
            return;
        }
        JsonNode payee = fang.post(
                        "/api/v1/payees",
                        Map.of(
                                "name",
                                who.displayName(),
                                "kolId",
                                who.kolId(),
                                "bank",
                                bank(who.displayName(), account)),
                        "payee " + who.handle())
                .orThrow()
                .json();
        if (changed) {
            String path = "/api/v1/payees/" + payee.path("id").asText();
            String etag = fang.read(path).orThrow().etag();
            fang.put(path + "/bank", bank(who.displayName(), account + "8"), etag)
                    .orThrow();
            Answer now = wei.read(path).orThrow();
            wei.command(path + "/confirm-bank", Map.of(), now.etag(), "confirm " + who.handle())
                    .orThrow();
        }
    }

    /** The payee of an agency, which is paid for the KOLs on its roster. */
    void agencyPayee(String name, String agency, String account) {
        if (find("/api/v1/payees?search=" + encoded(name), "name", name) == null) {
            fang.post(
                            "/api/v1/payees",
                            Map.of("name", name, "agencyId", agency, "bank", bank(name, account)),
                            "payee of the agency " + agency)
                    .orThrow();
        }
    }

    /** Fang requests parts of a campaign that are due, until so many were ever requested; those due first in front. */
    void request(String campaign, int wanted) {
        decide(fang, campaign, "DUE", "request", wanted - parts(campaign, "requestedBy"));
    }

    /** Wei approves requested parts of a campaign, until so many were ever decided. */
    void approve(String campaign, int wanted) {
        decide(wei, campaign, "REQUESTED", "approve", wanted - parts(campaign, "decidedBy"));
    }

    /** Sends every approved payout of the paying account's currency in one batch, once a day. */
    void pay(LocalDate executionDate) {
        JsonNode account = find("/api/v1/payouts/accounts", "name", "Lumen 运营账户");
        if (account == null) {
            account = fang.post(
                            "/api/v1/payouts/accounts",
                            Map.of(
                                    "name", "Lumen 运营账户",
                                    "holder", "Lumen Beauty Trading",
                                    "account", PAYING_ACCOUNT,
                                    "bic", "COBADEFFXXX",
                                    "currency", "CNY"),
                            "paying account")
                    .orThrow()
                    .json();
        }
        if (batches() > sent) {
            sent++;
            return;
        }
        sent++;
        JsonNode batch = fang.post(
                        "/api/v1/payouts/batches",
                        Map.of(
                                "payingAccountId",
                                account.path("id").asText(),
                                "executionDate",
                                executionDate.toString()),
                        "batch " + executionDate)
                .orThrow()
                .json();
        fang.post("/api/v1/payouts/batches/" + batch.path("id").asText() + "/send", Map.of(), "send " + executionDate)
                .orThrow();
    }

    /** The bank's statement of the batch: all payouts but the last, and a charge that nobody explained yet. */
    void statement(LocalDate day) {
        String fileName = "statement-" + day + ".xml";
        for (JsonNode done : fang.get("/api/v1/statements/imports").path("items")) {
            if (done.path("fileName").asText().equals(fileName)
                    && done.path("status").asText().equals("DONE")) {
                return;
            }
        }
        List<CamtFile.Debit> debits = new ArrayList<>();
        for (JsonNode payout : fang.get("/api/v1/payouts?limit=100&state=SENT").path("items")) {
            debits.add(new CamtFile.Debit(
                    payout.path("endToEndId").asText(),
                    payout.path("payeeName").asText(),
                    major(payout.path("amount").path("amountMinor").asLong())));
        }
        if (debits.size() > 3) {
            debits.removeLast();
        }
        debits.add(new CamtFile.Debit("", "Kontofuehrung", new BigDecimal("18.00")));
        JsonNode job = fang.upload(
                        "/api/v1/statements",
                        fileName,
                        CamtFile.of(PAYING_ACCOUNT, "CNY", opening(), day, debits),
                        Map.of(),
                        "statement " + day)
                .orThrow()
                .json();
        Patience.await("the statement is imported", () -> {
            JsonNode now =
                    fang.get("/api/v1/statements/imports/" + job.path("id").asText());
            if (now.hasNonNull("failureCode")) {
                throw new IllegalStateException("the statement was not imported: " + now);
            }
            return now.hasNonNull("finishedAt") ? now : null;
        });
    }

    /** What the last statement closed with. */
    private BigDecimal opening() {
        JsonNode last = fang.get("/api/v1/statements").path("items").path(0);
        return last.isMissingNode()
                ? new BigDecimal("500000.00")
                : major(last.path("closing").path("amountMinor").asLong());
    }

    private int batches() {
        return fang.get("/api/v1/payouts/batches").path("items").size();
    }

    LocalDate date(int daysAgo) {
        return timeline.day(daysAgo).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Fees arrive by events; a collaboration that has agreed has one soon. */
    void awaitFees(int atLeast) {
        Patience.await(atLeast + " fees have arrived", () -> {
            int fees = fang.get("/api/v1/fees?limit=100").path("items").size();
            return fees >= atLeast ? fees : null;
        });
    }

    private int parts(String campaign, String decision) {
        int decided = 0;
        for (JsonNode fee :
                fang.get("/api/v1/fees?limit=100&campaignId=" + campaign).path("items")) {
            for (JsonNode part : fee.path("milestones")) {
                decided += part.hasNonNull(decision) ? 1 : 0;
            }
        }
        return decided;
    }

    private static void decide(Visitor who, String campaign, String state, String verb, int most) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (JsonNode part :
                who.get("/api/v1/approvals?limit=100&state=" + state).path("items")) {
            if (parts.size() < most && part.path("campaignId").asText().equals(campaign)) {
                parts.add(Map.of(
                        "feeId",
                        part.path("feeId").asText(),
                        "milestone",
                        part.path("milestone").asText()));
            }
        }
        if (!parts.isEmpty()) {
            who.post("/api/v1/fees/" + verb, Map.of("parts", parts), verb + " " + parts)
                    .orThrow();
        }
    }

    private @Nullable JsonNode find(String list, String field, String value) {
        JsonNode found = fang.get(list);
        for (JsonNode item : found.isArray() ? found : found.path("items")) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        return null;
    }

    private static Map<String, Object> bank(String holder, String account) {
        Map<String, Object> bank = new LinkedHashMap<>();
        bank.put("holder", holder);
        bank.put("account", account);
        bank.put("bankName", "招商银行");
        return bank;
    }

    private static BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
