package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.DemoCampaigns.money;
import static org.kolsuite.launcher.seed.DemoCampaigns.objective;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kolsuite.launcher.SuiteOptions;

/**
 * The demo: Lumen Beauty with eleven weeks of gifts, paid work, results and payments, and Northwind Tea next door. All names are
 * fictional. A run that was killed starts again from the first line and finds what it had done.
 */
public final class DemoSeed implements Seed {
    private static final List<String> PLATFORMS =
            List.of("xiaohongshu", "douyin", "weibo", "bilibili", "wechat", "instagram");

    @Override
    public String title() {
        return "the demo organisations";
    }

    @Override
    public void run(SuiteOptions suite, Consumer<String> progress) {
        String origin = suite.webAddress();
        Instant now = Instant.now();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        Visitor mei = Visitor.signIn(origin, "mei");
        Visitor ada = Visitor.signIn(origin, "ada");

        progress.accept("KOLs of six platforms, with a snapshot a month");
        Map<String, DemoKols.Account> kols = new DemoKols(mei, today).importAll(14, PLATFORMS);

        progress.accept("an agency, rate cards and audits");
        new DemoRegistry(mei, kols).write(today);

        progress.accept("eleven weeks of campaigns, results and payments");
        Timeline timeline = new Timeline(ada, now);
        LumenBeauty lumen = new LumenBeauty(
                mei,
                new DemoPayments(Visitor.signIn(origin, "fang"), Visitor.signIn(origin, "wei"), timeline),
                timeline,
                kols,
                progress);
        lumen.write();
        timeline.run();

        progress.accept("two KOLs confirm that their records are theirs");
        link(mei, Visitor.signIn(origin, "xiaolin"), kols.get(DemoKols.handle("xiaohongshu", 0)));
        link(mei, Visitor.signIn(origin, "haoran"), kols.get(DemoKols.handle("douyin", 1)));

        progress.accept("Northwind Tea");
        northwind(Visitor.signIn(origin, "bruno"), new Timeline(ada, now), today);
    }

    private static void link(Visitor mei, Visitor creator, DemoKols.@Nullable Account record) {
        if (record == null || !creator.get("/partner/v1/profile").path("items").isEmpty()) {
            return;
        }
        String token = mei.post(
                        "/api/v1/kols/" + record.kolId() + "/link-invitations", Map.of(), "invite " + record.handle())
                .orThrow()
                .json()
                .path("token")
                .asText();
        creator.post("/partner/v1/profile/links", Map.of("token", token), "link " + record.handle())
                .orThrow();
    }

    private static void northwind(Visitor bruno, Timeline timeline, LocalDate today) {
        new DemoKols(bruno, today).importAll(4, List.of("wechat", "instagram"));
        DemoCampaigns campaigns = new DemoCampaigns(bruno, timeline);
        String brand = campaigns.brand("Northwind Tea");
        String tea = campaigns.product(brand, "Alpine Oolong", "NT-001", 3_800, "EUR", "0.55");
        String campaign = campaigns.campaign(
                "Autumn Tasting",
                5,
                -25,
                Map.of(
                        "brandId", brand,
                        "platforms", List.of("wechat", "instagram"),
                        "productIds", List.of(tea),
                        "objectives", List.of(objective("AWARENESS", "CPM", "1500")),
                        "budget", money(800_000, "EUR")));
        campaigns.launch(campaign);
    }

    static DemoKols.Account kol(Map<String, DemoKols.Account> kols, String handle) {
        DemoKols.Account found = kols.get(handle);
        if (found == null) {
            throw new IllegalStateException("no KOL is called " + handle);
        }
        return found;
    }
}
