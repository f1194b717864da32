package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.DemoCampaigns.money;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The turns that a collaboration takes: each begins or continues a story, with what its people would have entered. */
final class Plots {
    static final Map<String, String> TOLD_US = Map.of("reason", "微信里确认的");
    /** The registry's own audit says the score; with a reason the step counts whatever it says. */
    static final Map<String, Object> QUALIFIED = Map.of("reason", "审查结果与近期内容已由团队复核");

    private static final Map<String, Object> SEEN =
            Map.of("live", true, "tagged", true, "adMark", true, "shoppingLink", true, "reported", true);

    private final Stories stories;
    private final Timeline timeline;
    private final Map<String, DemoKols.Account> kols;
    /** Identifiers by name, known when their day has come. */
    private final Map<String, String> ids = new HashMap<>();

    Plots(Stories stories, Timeline timeline, Map<String, DemoKols.Account> kols) {
        this.stories = stories;
        this.timeline = timeline;
        this.kols = kols;
    }

    DemoKols.Account kol(String platform, int index) {
        return DemoSeed.kol(kols, DemoKols.handle(platform, index));
    }

    void keep(String name, String id) {
        ids.put(name, id);
    }

    String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException(name + " is not there yet");
        }
        return id;
    }

    // Gifts

    Stories.Story gift(String campaign, String platform, int index, int daysAgo) {
        return stories.gift(() -> id(campaign), kol(platform, index), daysAgo);
    }

    Stories.Story invited(Stories.Story gift, int daysAgo, String campaign) {
        return gift.then(daysAgo + 1, "qualify", QUALIFIED)
                .then(daysAgo, "invite", () -> Map.of("briefId", id(campaign + " brief")));
    }

    Stories.Story accepted(Stories.Story gift, int daysAgo, String campaign) {
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

    Stories.Story shipped(Stories.Story gift, int daysAgo, String campaign, String product) {
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

    Map<String, ?> prepare(String product) {
        return Map.of("productId", id(product), "shippingCost", money(1_200, "CNY"));
    }

    /** A gift from the first invitation to the post. */
    Stories.Story posted(String campaign, Stories.Story gift, int invitedDaysAgo, int postedDaysAgo, String product) {
        return shipped(gift, invitedDaysAgo, campaign, product)
                .then(postedDaysAgo + 3, "confirm-delivery", TOLD_US)
                .then(postedDaysAgo, "submit-post", link(gift.who(), "gift"));
    }

    // Paid work

    Stories.Story offered(
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

    Map<String, ?> offer(
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

    static Stories.Story agreed(Stories.Story offer, int daysAgo) {
        return offer.then(daysAgo, "accept", TOLD_US);
    }

    static Stories.Story revised(Stories.Story story, int daysAgo) {
        return story.then(daysAgo, "submit-draft", Map.of("text", "初稿：28 天焕亮打卡", "reason", "微信发来的稿子"))
                .then(daysAgo - 1, "request-revision", Map.of("comment", "请补上成分说明，并把 #广告 放在第一行。"));
    }

    static Stories.Story published(Stories.Story story, int draftedDaysAgo, int postedDaysAgo) {
        return story.then(draftedDaysAgo + 1, "submit-draft", Map.of("text", "终稿：按简报完成，附成分说明。", "reason", "微信发来的稿子"))
                .then(draftedDaysAgo, "approve-draft", Map.of())
                .then(postedDaysAgo, "submit-post", link(story.who(), "paid"))
                .then(postedDaysAgo - 1, "verify", SEEN);
    }

    Map<String, ?> draft(String platform, int index) {
        return Map.of("text", kol(platform, index).displayName() + " 的初稿：开箱、质地、通勤一周实测。", "reason", "微信发来的稿子");
    }

    Map<String, ?> post(String platform, int index, String what) {
        return link(kol(platform, index), what);
    }

    private static Map<String, ?> link(DemoKols.Account who, String what) {
        return Map.of("url", "https://posts.example/" + who.handle() + "/" + what, "reason", "微信里发来的链接");
    }

    static Map<String, ?> counter(long fee, String currency) {
        return Map.of("fee", money(fee, currency), "reason", "她的刊例更高");
    }
}
