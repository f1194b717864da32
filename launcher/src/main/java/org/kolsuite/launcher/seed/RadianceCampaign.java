package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.LumenBeauty.RADIANCE;

import java.util.List;
import org.kolsuite.launcher.seed.Stories.Story;

/** The campaign abroad, in another currency. */
final class RadianceCampaign {
    private final Plots plots;
    private final DemoResults results;

    RadianceCampaign(Plots plots, DemoResults results) {
        this.plots = plots;
        this.results = results;
    }

    void write() {
        Story ava = Plots.agreed(plots.offered(RADIANCE, "instagram", 0, 28, "cream", 240_000, "USD", 12), 26);
        Plots.published(ava, 20, 16);
        results.measure(ava, 16, 7, 1.8);
        ava.becomes(7, "MEASURED");
        Plots.agreed(plots.offered(RADIANCE, "instagram", 1, 12, "cream", 180_000, "USD", -10), 9)
                .then(3, "submit-draft", plots.draft("instagram", 1));
        plots.offered(RADIANCE, "instagram", 2, 2, "cream", 150_000, "USD", -15);
        plots.invited(plots.gift(RADIANCE, "instagram", 3, 5), 3, RADIANCE);
        results.clicks(List.of(ava), 15, 13, 11, 8, 5, 3);
        results.shopifyOrders(List.of(ava), 90, 15, 2);
    }
}
