package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.DemoCampaigns.money;
import static org.kolsuite.launcher.seed.DemoCampaigns.objective;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What Lumen Beauty did in the last eleven weeks, written down day by day. */
final class LumenBeauty {
    /** The registry's own audit says the score; with a reason the step counts whatever it says. */
    private static final Map<String, Object> QUALIFIED = Map.of("reason", "审查结果与近期内容已由团队复核");

    private static final Map<String, String> TOLD_US = Map.of("reason", "微信里确认的");
    private static final Map<String, Object> SEEN =
            Map.of("live", true, "tagged", true, "adMark", true, "shoppingLink", true, "reported", true);
    private static final String SPRING = "春季焕肤计划";
    private static final String SUMMER = "夏日轻透防晒";
    private static final String RADIANCE = "Global Radiance";

    private final DemoCampaigns campaigns;
    private final DemoPayments payments;
    private final DemoResults results;
    private final Stories stories;
    private final Timeline timeline;
    private final Map<String, DemoKols.Account> kols;
    /** Identifiers by name, known when their day has come. */
    private final Map<String, String> ids = new HashMap<>();

    LumenBeauty(
            Visitor mei,
            DemoPayments payments,
            Timeline timeline,
            Map<String, DemoKols.Account> kols,
            Consumer<String> progress) {
        this.campaigns = new DemoCampaigns(mei, timeline);
        this.payments = payments;
        this.results = new DemoResults(mei, timeline);
        this.stories = new Stories(mei, timeline, progress);
        this.timeline = timeline;
        this.kols = kols;
    }

    /** Puts everything on the timeline; nothing happens yet. */
    void write() {
        plans();
        spring();
        summer();
        radiance();
        finance();
        timeline.on(28, () -> campaigns.close(id(SPRING), "All work is done and paid for or ended"));
    }

    private void plans() {
        timeline.on(75, () -> {
            String brand = campaigns.brand("Lumen 流光");
            keep("serum", campaigns.product(brand, "焕亮精华 30ml", "LB-SER-30", 8_600, "CNY", "0.62"));
            keep("sunscreen", campaigns.product(brand, "轻透防晒 50ml", "LB-SUN-50", 5_200, "CNY", "0.58"));
            keep("cream", campaigns.product(brand, "Radiance Cream 50ml", "LB-CRM-50", 1_450, "USD", "0.66"));
            keep("brand", brand);
            keep(SPRING, campaigns.campaign(SPRING, 75, 30, plan("serum", "CNY", 30_000_000, "xiaohongshu", "douyin")));
            keep(
                    SPRING + " brief",
                    campaigns.brief(id(SPRING), "28 天焕亮打卡", wishes("https://lumen.example/serum", "SPRING")));
            campaigns.launch(id(SPRING));
        });
        timeline.on(45, () -> {
            keep(
                    SUMMER,
                    campaigns.campaign(
                            SUMMER,
                            45,
                            -20,
                            plan("sunscreen", "CNY", 48_000_000, "xiaohongshu", "douyin", "weibo", "bilibili")));
            keep(
                    SUMMER + " brief",
                    campaigns.brief(id(SUMMER), "通勤防晒一周实测", wishes("https://lumen.example/sun", "SUN")));
            campaigns.launch(id(SUMMER));
        });
        timeline.on(30, () -> {
            keep(RADIANCE, campaigns.campaign(RADIANCE, 30, -45, plan("cream", "USD", 6_000_000, "instagram")));
            keep(
                    RADIANCE + " brief",
                    campaigns.brief(id(RADIANCE), "Seven days of glow", wishes("https://lumen.example/cream", "GLOW")));
            campaigns.launch(id(RADIANCE));
        });
        timeline.on(2, () -> {
            String draft = campaigns.campaign(
                    "双十二礼盒", -10, -40, plan("serum", "CNY", 60_000_000, "xiaohongshu", "douyin", "wechat"));
            campaigns.brief(draft, "礼盒开箱", wishes("https://lumen.example/gift", "D12"));
        });
    }

    /** The closed campaign: every way that a collaboration can end. */
    private void spring() {
        Stories.Story chain = posted(gift(SPRING, "xiaohongshu", 2, 74), 73, 64);
        results.measure(chain, 64, 56, 1.6);
        chain.becomes(56, "MEASURED");
        chain.then(55, "escalate", () -> offer(SPRING, chain.who(), "serum", 1_800_000, "CNY", 46));
        Stories.Story paid = stories.escalated(chain);
        published(agreed(paid, 53), 50, 46);
        results.measure(paid, 46, 38, 2.1);
        paid.becomes(38, "MEASURED").then(37, "complete", Map.of());

        Stories.Story retained = posted(gift(SPRING, "xiaohongshu", 3, 74), 72, 63);
        results.measure(retained, 63, 55, 0.9);
        retained.becomes(55, "MEASURED").then(54, "retain", Map.of("reason", "内容真诚，先继续寄样"));
        Stories.Story dropped = posted(gift(SPRING, "xiaohongshu", 5, 74), 72, 62);
        results.measure(dropped, 62, 54, 0.2);
        dropped.becomes(54, "MEASURED").then(53, "drop", Map.of("reason", "互动明显低于同级，审核分也低"));
        invited(gift(SPRING, "xiaohongshu", 4, 74), 73, SPRING).then(72, "decline", Map.of("reason", "她在备孕，不接护肤"));
        invited(gift(SPRING, "xiaohongshu", 7, 74), 73, SPRING);
        shipped(gift(SPRING, "xiaohongshu", 8, 74), 72, SPRING, "serum")
                .then(65, "report-lost", Map.of("reason", "快递确认丢件"));
        gift(SPRING, "xiaohongshu", 9, 74).then(70, "withdraw", Map.of("reason", "档期不合"));

        Stories.Story haggled = offered(SPRING, "douyin", 2, 70, "serum", 3_200_000, "CNY", 55)
                .then(69, "counter", counter(3_800_000, "CNY"))
                .then(68, "accept-counter", Map.of());
        published(revised(haggled, 64), 61, 58);
        results.measure(haggled, 58, 50, 3.2);
        haggled.becomes(50, "MEASURED").then(49, "complete", Map.of());
        Stories.Story direct = agreed(offered(SPRING, "douyin", 3, 70, "serum", 2_400_000, "CNY", 55), 67);
        published(direct, 62, 57);
        results.measure(direct, 57, 49, 1.4);
        direct.becomes(49, "MEASURED").then(48, "complete", Map.of());
        offered(SPRING, "douyin", 4, 70, "serum", 900_000, "CNY", 50).then(68, "decline", Map.of("reason", "报价低于她的刊例"));
        agreed(offered(SPRING, "douyin", 6, 69, "serum", 1_200_000, "CNY", 50), 66)
                .then(60, "cancel", Map.of("reason", "双方同意延期到下一季"));
        results.orders(List.of(haggled, direct, chain, retained), 60, 47);
    }

    /** The running campaign: work in every state, some of it waiting for somebody. */
    private void summer() {
        gift(SUMMER, "weibo", 2, 3);
        gift(SUMMER, "weibo", 3, 3);
        gift(SUMMER, "bilibili", 2, 3).then(2, "qualify", QUALIFIED);
        invited(gift(SUMMER, "bilibili", 3, 4), 2, SUMMER);
        invited(gift(SUMMER, "douyin", 1, 4), 1, SUMMER);
        accepted(gift(SUMMER, "bilibili", 4, 8), 6, SUMMER);
        accepted(gift(SUMMER, "weibo", 4, 9), 7, SUMMER).then(4, "prepare-shipment", () -> prepare("sunscreen"));
        shipped(gift(SUMMER, "weibo", 6, 10), 8, SUMMER, "sunscreen");
        shipped(gift(SUMMER, "bilibili", 6, 12), 10, SUMMER, "sunscreen").then(1, "confirm-delivery", TOLD_US);
        shipped(gift(SUMMER, "weibo", 7, 24), 22, SUMMER, "sunscreen").then(10, "confirm-delivery", TOLD_US);
        shipped(gift(SUMMER, "weibo", 8, 44), 43, SUMMER, "sunscreen").then(38, "confirm-delivery", TOLD_US);
        Stories.Story fresh = shipped(gift(SUMMER, "xiaohongshu", 6, 20), 18, SUMMER, "sunscreen")
                .then(8, "confirm-delivery", TOLD_US)
                .then(4, "submit-post", post("xiaohongshu", 6, "sun"));
        results.measure(fresh, 4, 1, 0.8);
        Stories.Story promising = shipped(gift(SUMMER, "xiaohongshu", 3, 36), 34, SUMMER, "sunscreen")
                .then(28, "confirm-delivery", TOLD_US)
                .then(24, "submit-post", post("xiaohongshu", 3, "sun"));
        results.measure(promising, 24, 15, 2.6);
        promising.becomes(15, "MEASURED");

        // The first creator has an offer to answer; the second a draft to write.
        offered(SUMMER, "xiaohongshu", 0, 1, "sunscreen", 1_600_000, "CNY", -12);
        agreed(offered(SUMMER, "douyin", 1, 6, "sunscreen", 2_800_000, "CNY", -9), 4);
        offered(SUMMER, "bilibili", 7, 3, "sunscreen", 2_000_000, "CNY", -12)
                .then(1, "counter", counter(2_600_000, "CNY"));
        agreed(offered(SUMMER, "douyin", 3, 12, "sunscreen", 2_600_000, "CNY", -6), 10)
                .then(2, "submit-draft", draft("douyin", 3));
        agreed(offered(SUMMER, "douyin", 4, 14, "sunscreen", 1_100_000, "CNY", -4), 12)
                .then(6, "submit-draft", draft("douyin", 4))
                .then(4, "request-revision", Map.of("comment", "开头 3 秒请直接展示质地，别用功效承诺。"));
        agreed(offered(SUMMER, "weibo", 1, 15, "sunscreen", 900_000, "CNY", -5), 13)
                .then(6, "submit-draft", draft("weibo", 1))
                .then(5, "approve-draft", Map.of())
                .then(4, "schedule", () -> Map.of("publishAt", timeline.day(-2).toString()));
        Stories.Story live = agreed(offered(SUMMER, "bilibili", 1, 20, "sunscreen", 3_000_000, "CNY", 3), 18)
                .then(12, "submit-draft", draft("bilibili", 1))
                .then(11, "approve-draft", Map.of())
                .then(5, "submit-post", post("bilibili", 1, "sun"));
        results.measure(live, 5, 1, 1.5);
        Stories.Story measured = agreed(offered(SUMMER, "douyin", 2, 40, "sunscreen", 3_600_000, "CNY", 25), 37);
        published(measured, 33, 28);
        results.measure(measured, 28, 18, 3.4);
        measured.becomes(18, "MEASURED");
        agreed(offered(SUMMER, "douyin", 7, 22, "sunscreen", 1_500_000, "CNY", 5), 20)
                .then(9, "dispute", Map.of("reason", "对是否算二次授权有分歧"));
        results.orders(List.of(measured, live, fresh, promising), 27, 1);
    }

    private void radiance() {
        Stories.Story ava = agreed(offered(RADIANCE, "instagram", 0, 28, "cream", 240_000, "USD", 12), 26);
        published(ava, 20, 16);
        results.measure(ava, 16, 7, 1.8);
        ava.becomes(7, "MEASURED");
        agreed(offered(RADIANCE, "instagram", 1, 12, "cream", 180_000, "USD", -10), 9)
                .then(3, "submit-draft", draft("instagram", 1));
        offered(RADIANCE, "instagram", 2, 2, "cream", 150_000, "USD", -15);
        invited(gift(RADIANCE, "instagram", 3, 5), 3, RADIANCE);
    }

    /** Weeks later finance pays what spring earned; one KOL has no payee, so that one fee is blocked. */
    private void finance() {
        timeline.on(47, () -> {
            payments.payee(kol("xiaohongshu", 2), "6225880100000012", false);
            payments.payee(kol("douyin", 2), "6225880100000029", true);
            payments.payee(kol("douyin", 3), "6225880100000037", false);
            payments.payee(kol("douyin", 6), "6225880100000045", true);
        });
        timeline.on(36, () -> {
            payments.awaitFees(4);
            payments.request(id(SPRING), 50);
            payments.approve(id(SPRING), 50);
        });
        timeline.on(35, () -> payments.pay(payments.date(34)));
        timeline.on(33, () -> payments.statement(payments.date(34)));
        timeline.on(6, () -> {
            payments.payee(kol("douyin", 1), "6225880100000052", false);
            payments.payee(kol("bilibili", 1), "6225880100000060", true);
            payments.payee(kol("weibo", 1), "6225880100000078", false);
            payments.payee(kol("instagram", 0), "GB29NWBK60161331926819", false);
            payments.payee(kol("instagram", 1), "FR1420041010050500013M02606", false);
        });
        timeline.on(2, () -> payments.request(id(SUMMER), 4));
        timeline.on(1, () -> payments.approve(id(SUMMER), 2));
    }

    // Gifts

    private Stories.Story gift(String campaign, String platform, int index, int daysAgo) {
        return stories.gift(() -> id(campaign), kol(platform, index), daysAgo);
    }

    private Stories.Story invited(Stories.Story gift, int daysAgo, String campaign) {
        return gift.then(daysAgo + 1, "qualify", QUALIFIED)
                .then(daysAgo, "invite", () -> Map.of("briefId", id(campaign + " brief")));
    }

    private Stories.Story accepted(Stories.Story gift, int daysAgo, String campaign) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("recipient", gift.who().displayName());
        address.put("phone", "+86 138 0000 0000");
        address.put("country", "CN");
        address.put("region", "上海市");
        address.put("city", "上海市");
        address.put("street", "示例路 88 号 3 单元");
        address.put("postcode", "200000");
        return invited(gift, daysAgo, campaign)
                .then(daysAgo - 1, "accept", Map.of("address", address, "reason", "微信里确认的"));
    }

    private Stories.Story shipped(Stories.Story gift, int daysAgo, String campaign, String product) {
        return accepted(gift, daysAgo, campaign)
                .then(daysAgo - 2, "prepare-shipment", () -> prepare(product))
                .then(
                        daysAgo - 3,
                        "ship",
                        Map.of(
                                "carrier",
                                "顺丰速运",
                                "trackingNumber",
                                "SF10" + Math.abs(gift.who().handle().hashCode())));
    }

    private Map<String, ?> prepare(String product) {
        return Map.of("productId", id(product), "shippingCost", money(1_200, "CNY"));
    }

    private Stories.Story posted(Stories.Story gift, int invitedDaysAgo, int postedDaysAgo) {
        return shipped(gift, invitedDaysAgo, SPRING, "serum")
                .then(postedDaysAgo + 3, "confirm-delivery", TOLD_US)
                .then(postedDaysAgo, "submit-post", link(gift.who(), "gift"));
    }

    // Paid work

    private Stories.Story offered(
            String campaign,
            String platform,
            int index,
            int daysAgo,
            String product,
            long fee,
            String currency,
            int dueDaysAgo) {
        DemoKols.Account who = kol(platform, index);
        return stories.paid(
                () -> id(campaign), who, daysAgo, () -> offer(campaign, who, product, fee, currency, dueDaysAgo));
    }

    private Map<String, ?> offer(
            String campaign, DemoKols.Account who, String product, long fee, String currency, int dueDaysAgo) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("accountId", who.accountId());
        offer.put("briefId", id(campaign + " brief"));
        offer.put("fee", money(fee, currency));
        offer.put("productId", id(product));
        offer.put(
                "publishBy", timeline.day(dueDaysAgo).plus(Duration.ofHours(6)).toString());
        return offer;
    }

    private static Stories.Story agreed(Stories.Story offer, int daysAgo) {
        return offer.then(daysAgo, "accept", TOLD_US);
    }

    private static Stories.Story revised(Stories.Story story, int daysAgo) {
        return story.then(daysAgo, "submit-draft", Map.of("text", "初稿：28 天焕亮打卡", "reason", "微信发来的稿子"))
                .then(daysAgo - 1, "request-revision", Map.of("comment", "请补上成分说明，并把 #广告 放在第一行。"));
    }

    private static Stories.Story published(Stories.Story story, int draftedDaysAgo, int postedDaysAgo) {
        return story.then(draftedDaysAgo + 1, "submit-draft", Map.of("text", "终稿：按简报完成，附成分说明。", "reason", "微信发来的稿子"))
                .then(draftedDaysAgo, "approve-draft", Map.of())
                .then(postedDaysAgo, "submit-post", link(story.who(), "paid"))
                .then(postedDaysAgo - 1, "verify", SEEN);
    }

    private Map<String, ?> draft(String platform, int index) {
        return Map.of("text", kol(platform, index).displayName() + " 的初稿：开箱、质地、通勤一周实测。", "reason", "微信发来的稿子");
    }

    private Map<String, ?> post(String platform, int index, String what) {
        return link(kol(platform, index), what);
    }

    private static Map<String, ?> link(DemoKols.Account who, String what) {
        return Map.of("url", "https://posts.example/" + who.handle() + "/" + what, "reason", "微信里发来的链接");
    }

    private static Map<String, ?> counter(long fee, String currency) {
        return Map.of("fee", money(fee, currency), "reason", "她的刊例更高");
    }

    // Plans

    private Map<String, ?> plan(String product, String currency, long budget, String... platforms) {
        return Map.of(
                "brandId", id("brand"),
                "platforms", List.of(platforms),
                "productIds", List.of(id(product)),
                "objectives",
                        List.of(
                                objective("SALES", "ROAS", "1.8"),
                                objective("ENGAGEMENT", "CPE", "350"),
                                objective("AWARENESS", "CPM", "8000")),
                "budget", money(budget, currency));
    }

    private static Map<String, ?> wishes(String target, String prefix) {
        Map<String, Object> wishes = new LinkedHashMap<>();
        wishes.put("keyMessage", "轻、透、看得见的光泽：讲真实使用感受，不承诺功效。");
        wishes.put("deliverables", List.of(Map.of("format", "图文笔记", "quantity", 1)));
        wishes.put("dos", List.of("展示质地和使用前后", "素颜到妆后一镜到底"));
        wishes.put("donts", List.of("不用「最」「第一」等绝对化用语", "不与其他品牌比较"));
        wishes.put("disclosure", "广告");
        wishes.put("hashtags", List.of("#Lumen流光"));
        wishes.put("trackingTarget", target);
        wishes.put("promoCodePrefix", prefix);
        wishes.put(
                "rights",
                Map.of(
                        "channels",
                        List.of("天猫详情页", "小红书"),
                        "territory",
                        List.of("CN"),
                        "termDays",
                        180,
                        "paidAds",
                        true,
                        "exclusive",
                        false));
        wishes.put("scriptRequired", false);
        wishes.put("retentionDays", 90);
        return wishes;
    }

    private DemoKols.Account kol(String platform, int index) {
        return DemoSeed.kol(kols, DemoKols.handle(platform, index));
    }

    private void keep(String name, String id) {
        ids.put(name, id);
    }

    private String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException(name + " is not there yet");
        }
        return id;
    }
}
