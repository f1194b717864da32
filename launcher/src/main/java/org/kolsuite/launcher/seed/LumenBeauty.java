package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.DemoCampaigns.money;
import static org.kolsuite.launcher.seed.DemoCampaigns.objective;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What Lumen Beauty did in the last eleven weeks, written down day by day: its plans here, each campaign in a class of its own. */
final class LumenBeauty {
    static final String SPRING = "春季焕肤计划";
    static final String SUMMER = "夏日轻透防晒";
    static final String RADIANCE = "Global Radiance";

    private final DemoCampaigns campaigns;
    private final DemoPayments payments;
    private final DemoResults results;
    private final Stories stories;
    private final Timeline timeline;
    private final Plots plots;

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
        this.plots = new Plots(stories, timeline, kols);
    }

    /** Puts everything on the timeline; nothing happens yet. */
    void write() {
        plans();
        new SpringCampaign(plots, stories, results).write();
        new SummerCampaign(plots, results, timeline).write();
        new RadianceCampaign(plots, results).write();
        new LumenFinance(plots, payments, timeline).write();
        timeline.on(28, () -> campaigns.close(plots.id(SPRING), "All work is done and paid for or ended"));
    }

    private void plans() {
        timeline.on(75, () -> {
            String brand = campaigns.brand("Lumen 流光");
            plots.keep("serum", campaigns.product(brand, "焕亮精华 30ml", "LB-SER-30", 8_600, "CNY", "0.62"));
            plots.keep("sunscreen", campaigns.product(brand, "轻透防晒 50ml", "LB-SUN-50", 5_200, "CNY", "0.58"));
            plots.keep("cream", campaigns.product(brand, "Radiance Cream 50ml", "LB-CRM-50", 1_450, "USD", "0.66"));
            plots.keep("brand", brand);
            plots.keep(
                    SPRING,
                    campaigns.campaign(SPRING, 75, 30, plan("serum", "CNY", 30_000_000, "xiaohongshu", "douyin")));
            plots.keep(
                    SPRING + " brief",
                    campaigns.brief(plots.id(SPRING), "28 天焕亮打卡", wishes("https://lumen.example/serum", "SPRING")));
            campaigns.launch(plots.id(SPRING));
        });
        timeline.on(45, () -> {
            plots.keep(
                    SUMMER,
                    campaigns.campaign(
                            SUMMER,
                            45,
                            -20,
                            plan("sunscreen", "CNY", 48_000_000, "xiaohongshu", "douyin", "weibo", "bilibili")));
            plots.keep(
                    SUMMER + " brief",
                    campaigns.brief(plots.id(SUMMER), "通勤防晒一周实测", wishes("https://lumen.example/sun", "SUN")));
            campaigns.launch(plots.id(SUMMER));
        });
        timeline.on(30, () -> {
            plots.keep(RADIANCE, campaigns.campaign(RADIANCE, 30, -45, plan("cream", "USD", 6_000_000, "instagram")));
            plots.keep(
                    RADIANCE + " brief",
                    campaigns.brief(
                            plots.id(RADIANCE), "Seven days of glow", wishes("https://lumen.example/cream", "GLOW")));
            campaigns.launch(plots.id(RADIANCE));
        });
        timeline.on(2, () -> {
            String draft = campaigns.campaign(
                    "双十二礼盒", -10, -40, plan("serum", "CNY", 60_000_000, "xiaohongshu", "douyin", "wechat"));
            campaigns.brief(draft, "礼盒开箱", wishes("https://lumen.example/gift", "D12"));
        });
    }

    private Map<String, ?> plan(String product, String currency, long budget, String... platforms) {
        return Map.of(
                "brandId", plots.id("brand"),
                "platforms", List.of(platforms),
                "productIds", List.of(plots.id(product)),
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
}
