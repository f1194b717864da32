package org.kolsuite.launcher.seed;

import static org.kolsuite.launcher.seed.LumenBeauty.RADIANCE;
import static org.kolsuite.launcher.seed.LumenBeauty.SPRING;
import static org.kolsuite.launcher.seed.LumenBeauty.SUMMER;

/**
 * What finance did: payees first, then every other week what has become due. Spring is paid in one batch and summer in a second one;
 * some parts still wait for a request or an approval, and one fee has no payee.
 */
final class LumenFinance {
    private final Plots plots;
    private final DemoPayments payments;
    private final Timeline timeline;

    LumenFinance(Plots plots, DemoPayments payments, Timeline timeline) {
        this.plots = plots;
        this.payments = payments;
        this.timeline = timeline;
    }

    void write() {
        timeline.on(73, this::enterPayees);
        timeline.on(36, () -> {
            payments.awaitFees(5);
            decideOn(SPRING, 50);
        });
        pay(35);
        timeline.on(32, () -> decideOn(SUMMER, 3));
        timeline.on(20, () -> decideOn(SUMMER, 6));
        timeline.on(14, () -> decideOn(RADIANCE, 2));
        pay(13);
        timeline.on(9, () -> decideOn(SUMMER, 8));
        timeline.on(2, () -> payments.request(plots.id(SUMMER), 10));
    }

    private void enterPayees() {
        payments.agencyPayee(DemoRegistry.AGENCY_NAME, DemoRegistry.AGENCY, "6225880100000037");
        payments.payee(plots.kol("xiaohongshu", 2), "6225880100000012", false);
        payments.payee(plots.kol("xiaohongshu", 11), "6225880100000111", false);
        payments.payee(plots.kol("xiaohongshu", 12), "6225880100000129", false);
        payments.payee(plots.kol("xiaohongshu", 13), "6225880100000137", true);
        payments.payee(plots.kol("douyin", 1), "6225880100000052", false);
        payments.payee(plots.kol("douyin", 2), "6225880100000029", true);
        payments.payee(plots.kol("douyin", 6), "6225880100000045", false);
        payments.payee(plots.kol("douyin", 7), "6225880100000086", false);
        payments.payee(plots.kol("bilibili", 1), "6225880100000060", true);
        payments.payee(plots.kol("weibo", 1), "6225880100000078", false);
        payments.payee(plots.kol("instagram", 0), "GB29NWBK60161331926819", false);
        payments.payee(plots.kol("instagram", 1), "FR1420041010050500013M02606", false);
    }

    /** Requested by one and approved by the other on the same day, until so many parts of the campaign were ever decided. */
    private void decideOn(String campaign, int wanted) {
        payments.request(plots.id(campaign), wanted);
        payments.approve(plots.id(campaign), wanted);
    }

    /** A batch goes to the bank, whose statement comes two days later. */
    private void pay(int daysAgo) {
        timeline.on(daysAgo, () -> payments.pay(payments.date(daysAgo - 1)));
        timeline.on(daysAgo - 2, () -> payments.statement(payments.date(daysAgo - 1)));
    }
}
