package org.kolsuite.launcher.seed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** What a brand manager keeps beside the imported numbers: an agency with its roster, rate cards, audits, a list. */
final class DemoRegistry {
    /** The agency that the realm's client {@code mcn-starlight} acts for. */
    static final String AGENCY = "0190a000-0000-7000-8000-0000000000c1";

    static final String AGENCY_NAME = "星光文化 Starlight MCN";
    /** Format, price per thousand followers in minor units, the platform's fee and what comes back, by platform. */
    private static final List<Offer> OFFERS = List.of(
            new Offer("xiaohongshu", "图文笔记", 4_000, "0.10", "0.15"),
            new Offer("xiaohongshu", "视频笔记", 6_200, "0.10", "0.15"),
            new Offer("douyin", "21-60s", 5_000, "0.05", "0.20"),
            new Offer("weibo", "直发", 1_800, "0", "0.10"),
            new Offer("bilibili", "定制视频", 7_500, "0.05", "0.10"));

    private final Visitor manager;
    private final Map<String, DemoKols.Account> kols;

    DemoRegistry(Visitor manager, Map<String, DemoKols.Account> kols) {
        this.manager = manager;
        this.kols = kols;
    }

    private record Offer(String platform, String format, long perThousand, String platformFee, String rebate) {}

    void write(LocalDate today) {
        agency();
        for (Offer offer : OFFERS) {
            for (int index = 0; index < 10; index++) {
                price(offer, index, YearMonth.from(today).minusMonths(2), 100);
                price(offer, index, YearMonth.from(today), 100 + index % 4 * 5);
            }
        }
        audits();
        list();
    }

    private void agency() {
        manager.post(
                        "/api/v1/agencies",
                        Map.of("id", AGENCY, "name", AGENCY_NAME, "country", "CN", "notes", "返点 15 %，按季度结算"),
                        "agency starlight")
                .orThrow();
        for (DemoKols.Account who : List.of(account("xiaohongshu", 3), account("douyin", 3), account("douyin", 4))) {
            manager.post(
                            "/api/v1/agencies/" + AGENCY + "/roster",
                            Map.of("kolId", who.kolId()),
                            "roster " + who.handle())
                    .orThrow();
        }
    }

    /** @param percent of the usual price */
    private void price(Offer offer, int index, YearMonth month, int percent) {
        DemoKols.Account who = account(offer.platform(), index);
        long usual = Math.max(DemoKols.followers(offer.platform(), index) / 1_000 * offer.perThousand(), 30_000);
        Map<String, ?> price = Map.of(
                "format",
                offer.format(),
                "month",
                month.toString(),
                "price",
                DemoCampaigns.money(usual * percent / 10_000 * 100, "CNY"),
                "platformFeeRate",
                new java.math.BigDecimal(offer.platformFee()),
                "rebateRate",
                new java.math.BigDecimal(offer.rebate()),
                "source",
                "刊例 " + month);
        manager.post(
                        "/api/v1/kols/" + who.kolId() + "/accounts/" + who.accountId() + "/rate-cards",
                        price,
                        "price " + who.handle() + " " + offer.format() + " " + month)
                .orThrow();
    }

    /** The latest picture of everybody is audited, those with bought growth among them. */
    private void audits() {
        for (DemoKols.Account who : kols.values()) {
            manager.post("/api/v1/kols/" + who.kolId() + "/audit", Map.of(), "audit " + who.kolId())
                    .orThrow();
        }
    }

    private void list() {
        String list = manager.post("/api/v1/lists", Map.of("name", "双十二备选"), "list")
                .orThrow()
                .json()
                .path("id")
                .asText();
        for (int index : List.of(7, 8, 9, 12)) {
            DemoKols.Account who = account("xiaohongshu", index);
            manager.post(
                            "/api/v1/lists/" + list + "/entries",
                            Map.of("accountId", who.accountId(), "note", "礼盒季可约"),
                            "list " + who.handle())
                    .orThrow();
        }
    }

    private DemoKols.Account account(String platform, int index) {
        return DemoSeed.kol(kols, DemoKols.handle(platform, index));
    }
}
