package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.LumenBeauty.SUMMER;
import static org.kolsuite.launcher.seed.Plots.QUALIFIED;
import static org.kolsuite.launcher.seed.Plots.TOLD_US;

import java.util.List;
import java.util.Map;
import org.kolsuite.launcher.seed.Stories.Story;

/** The running campaign: work in every state, some of it waiting for somebody. */
final class SummerCampaign {
    private final Plots plots;
    private final DemoResults results;
    private final Timeline timeline;

    SummerCampaign(Plots plots, DemoResults results, Timeline timeline) {
        this.plots = plots;
        this.results = results;
        this.timeline = timeline;
    }

    void write() {
        plots.gift(SUMMER, "weibo", 2, 3);
        plots.gift(SUMMER, "weibo", 3, 3);
        plots.gift(SUMMER, "bilibili", 2, 3).then(2, "qualify", QUALIFIED);
        plots.invited(plots.gift(SUMMER, "bilibili", 3, 4), 2, SUMMER);
        plots.invited(plots.gift(SUMMER, "douyin", 1, 4), 1, SUMMER);
        plots.accepted(plots.gift(SUMMER, "bilibili", 4, 8), 6, SUMMER);
        plots.accepted(plots.gift(SUMMER, "weibo", 4, 9), 7, SUMMER)
                .then(4, "prepare-shipment", () -> plots.prepare("sunscreen"));
        plots.shipped(plots.gift(SUMMER, "weibo", 6, 10), 8, SUMMER, "sunscreen");
        plots.shipped(plots.gift(SUMMER, "bilibili", 6, 12), 10, SUMMER, "sunscreen")
                .then(1, "confirm-delivery", TOLD_US);
        plots.shipped(plots.gift(SUMMER, "weibo", 7, 24), 22, SUMMER, "sunscreen")
                .then(10, "confirm-delivery", TOLD_US);
        plots.shipped(plots.gift(SUMMER, "weibo", 8, 44), 43, SUMMER, "sunscreen")
                .then(38, "confirm-delivery", TOLD_US);
        Story fresh = plots.shipped(plots.gift(SUMMER, "xiaohongshu", 6, 20), 18, SUMMER, "sunscreen")
                .then(8, "confirm-delivery", TOLD_US)
                .then(4, "submit-post", plots.post("xiaohongshu", 6, "sun"));
        results.measure(fresh, 4, 1, 0.8);
        Story promising = plots.shipped(plots.gift(SUMMER, "xiaohongshu", 3, 36), 34, SUMMER, "sunscreen")
                .then(28, "confirm-delivery", TOLD_US)
                .then(24, "submit-post", plots.post("xiaohongshu", 3, "sun"));
        results.measure(promising, 24, 15, 2.6);
        promising.becomes(15, "MEASURED");

        // The first creator has an offer to answer; the second a draft to write.
        plots.offered(SUMMER, "xiaohongshu", 0, 1, "sunscreen", 1_600_000, "CNY", -12);
        Plots.agreed(plots.offered(SUMMER, "douyin", 1, 6, "sunscreen", 2_800_000, "CNY", -9), 4);
        plots.offered(SUMMER, "bilibili", 7, 3, "sunscreen", 2_000_000, "CNY", -12)
                .then(1, "counter", Plots.counter(2_600_000, "CNY"));
        Plots.agreed(plots.offered(SUMMER, "douyin", 3, 12, "sunscreen", 2_600_000, "CNY", -6), 10)
                .then(2, "submit-draft", plots.draft("douyin", 3));
        Plots.agreed(plots.offered(SUMMER, "douyin", 4, 14, "sunscreen", 1_100_000, "CNY", -4), 12)
                .then(6, "submit-draft", plots.draft("douyin", 4))
                .then(4, "request-revision", Map.of("comment", "开头 3 秒请直接展示质地，别用功效承诺。"));
        Plots.agreed(plots.offered(SUMMER, "weibo", 1, 15, "sunscreen", 900_000, "CNY", -5), 13)
                .then(6, "submit-draft", plots.draft("weibo", 1))
                .then(5, "approve-draft", Map.of())
                .then(4, "schedule", () -> Map.of("publishAt", timeline.day(-2).toString()));
        Story live = Plots.agreed(plots.offered(SUMMER, "bilibili", 1, 20, "sunscreen", 3_000_000, "CNY", 3), 18)
                .then(12, "submit-draft", plots.draft("bilibili", 1))
                .then(11, "approve-draft", Map.of())
                .then(5, "submit-post", plots.post("bilibili", 1, "sun"));
        results.measure(live, 5, 1, 1.5);
        Story measured = Plots.agreed(plots.offered(SUMMER, "douyin", 2, 40, "sunscreen", 3_600_000, "CNY", 25), 37);
        Plots.published(measured, 33, 28);
        results.measure(measured, 28, 18, 3.4);
        measured.becomes(18, "MEASURED");
        Plots.agreed(plots.offered(SUMMER, "douyin", 7, 22, "sunscreen", 1_500_000, "CNY", 5), 20)
                .then(9, "dispute", Map.of("reason", "对是否算二次授权有分歧"));
        List<Story> again = List.of(boosted(11, 5), boosted(13, 3));
        // Nobody has entered an account for this one, so its fee is refused.
        Plots.agreed(plots.offered(SUMMER, "douyin", 0, 7, "sunscreen", 700_000, "CNY", -10), 5);

        List<Story> selling = List.of(measured, again.getFirst(), again.getLast(), live, promising, fresh);
        results.clicks(selling, 25, 21, 17, 12, 8, 5, 3, 2, 1);
        results.orders(selling, 640, 27, 1);
    }

    /** Paid this time, after a gift in spring. */
    private Story boosted(int index, int later) {
        Story story = Plots.agreed(
                plots.offered(SUMMER, "xiaohongshu", index, 43 - later, "sunscreen", 600_000, "CNY", 26 - later),
                41 - later);
        Plots.published(story, 36 - later, 32 - later);
        results.measure(story, 32 - later, 22 - later, 2.4);
        return story.becomes(22 - later, "MEASURED").then(21 - later, "complete", Map.of());
    }
}
