package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.LumenBeauty.SPRING;

import java.util.List;
import java.util.Map;
import org.kolsuite.launcher.seed.Stories.Story;

/** The closed campaign: every way that a collaboration can end. */
final class SpringCampaign {
    private final Plots plots;
    private final Stories stories;
    private final DemoResults results;

    SpringCampaign(Plots plots, Stories stories, DemoResults results) {
        this.plots = plots;
        this.stories = stories;
        this.results = results;
    }

    void write() {
        Story chain = gift(2, 73, 64);
        results.measure(chain, 64, 56, 1.6);
        chain.becomes(56, "MEASURED");
        chain.then(55, "escalate", () -> plots.offer(SPRING, chain.who(), "serum", 1_800_000, "CNY", 46));
        Story paid = stories.escalated(chain);
        Plots.published(Plots.agreed(paid, 53), 50, 46);
        results.measure(paid, 46, 38, 2.1);
        paid.becomes(38, "MEASURED").then(37, "complete", Map.of());

        Story retained = retained(3);
        // Of one size, and gifted only: what paying adds can be compared with them.
        List<Story> alike = List.of(retained(1), retained(11), retained(13));
        Story dropped = gift(5, 72, 62);
        results.measure(dropped, 62, 54, 0.2);
        dropped.becomes(54, "MEASURED").then(53, "drop", Map.of("reason", "互动明显低于同级，审核分也低"));
        plots.invited(plots.gift(SPRING, "xiaohongshu", 4, 74), 73, SPRING)
                .then(72, "decline", Map.of("reason", "她在备孕，不接护肤"));
        plots.invited(plots.gift(SPRING, "xiaohongshu", 7, 74), 73, SPRING);
        plots.shipped(plots.gift(SPRING, "xiaohongshu", 8, 74), 72, SPRING, "serum")
                .then(65, "report-lost", Map.of("reason", "快递确认丢件"));
        plots.gift(SPRING, "xiaohongshu", 9, 74).then(70, "withdraw", Map.of("reason", "档期不合"));

        Story haggled = plots.offered(SPRING, "douyin", 2, 70, "serum", 3_200_000, "CNY", 55)
                .then(69, "counter", Plots.counter(3_800_000, "CNY"))
                .then(68, "accept-counter", Map.of());
        Plots.published(Plots.revised(haggled, 64), 61, 58);
        results.measure(haggled, 58, 50, 3.2);
        haggled.becomes(50, "MEASURED").then(49, "complete", Map.of());
        Story direct = Plots.agreed(plots.offered(SPRING, "douyin", 3, 70, "serum", 2_400_000, "CNY", 55), 67);
        Plots.published(direct, 62, 57);
        results.measure(direct, 57, 49, 1.4);
        direct.becomes(49, "MEASURED").then(48, "complete", Map.of());
        plots.offered(SPRING, "douyin", 4, 70, "serum", 900_000, "CNY", 50)
                .then(68, "decline", Map.of("reason", "报价低于她的刊例"));
        Plots.agreed(plots.offered(SPRING, "douyin", 6, 69, "serum", 1_200_000, "CNY", 50), 66)
                .then(60, "cancel", Map.of("reason", "双方同意延期到下一季"));
        Story small = Plots.agreed(plots.offered(SPRING, "xiaohongshu", 12, 71, "serum", 900_000, "CNY", 58), 69);
        Plots.published(small, 64, 60);
        results.measure(small, 60, 52, 2.3);
        small.becomes(52, "MEASURED").then(51, "complete", Map.of());

        List<Story> selling = List.of(haggled, direct, small, paid, chain, retained, alike.getFirst());
        results.clicks(selling, 58, 55, 52, 49, 44);
        results.orders(selling, 700, 60, 44);
    }

    private Story gift(int index, int invitedDaysAgo, int postedDaysAgo) {
        return plots.posted(
                SPRING, plots.gift(SPRING, "xiaohongshu", index, 74), invitedDaysAgo, postedDaysAgo, "serum");
    }

    private Story retained(int index) {
        Story gift = gift(index, 72, 63);
        results.measure(gift, 63, 55, 0.9);
        return gift.becomes(55, "MEASURED").then(54, "retain", Map.of("reason", "内容真诚，先继续寄样"));
    }
}
