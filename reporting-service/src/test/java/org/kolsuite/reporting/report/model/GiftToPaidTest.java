package org.kolsuite.reporting.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.reporting.report.model.GiftToPaid.ChainComparison;
import org.kolsuite.reporting.report.model.GiftToPaid.Comparison;
import org.kolsuite.reporting.report.model.GiftToPaid.Result;
import org.kolsuite.reporting.report.model.MeanDifference.Verdict;

class GiftToPaidTest {
    private static final List<String> VIEWS = List.of("VIEWS");

    @Test
    void paidIsHeldAgainstGiftsOfTheSamePlatformTierAndCurrencyOnly() {
        List<Comparison> comparisons = GiftToPaid.comparable(
                List.of(
                        gift("weibo", "mid", "CNY", 10),
                        gift("weibo", "mid", "CNY", 12),
                        paid("weibo", "mid", "CNY", 30),
                        paid("weibo", "mid", "CNY", 32),
                        gift("tiktok", "mid", "CNY", 1_000),
                        paid("weibo", "top", "CNY", 2_000),
                        paid("weibo", "mid", "USD", 3_000)),
                VIEWS);

        assertThat(comparisons)
                .extracting(comparison -> comparison.platform() + " " + comparison.tier() + " " + comparison.currency())
                .containsExactly("tiktok mid CNY", "weibo mid CNY", "weibo mid USD", "weibo top CNY");
        MeanDifference weibo = comparisons.get(1).difference();
        assertThat(weibo.baseCount()).isEqualTo(2);
        assertThat(weibo.comparedCount()).isEqualTo(2);
        assertThat(weibo.baseMean()).isEqualByComparingTo("11");
        assertThat(weibo.comparedMean()).isEqualByComparingTo("31");
        assertThat(weibo.difference()).isEqualByComparingTo("20");
        assertThat(weibo.verdict()).isEqualTo(Verdict.HIGHER);
        assertThat(comparisons.getFirst().difference().verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void aGiftThatWasEscalatedIsNoGiftOnlyResult() {
        Result escalated = gift("weibo", "mid", "CNY", 500);
        Result kept = gift("weibo", "mid", "CNY", 10);
        Result paid = paidAfter(escalated, "CNY", 900);

        MeanDifference difference = GiftToPaid.comparable(List.of(escalated, kept, paid), VIEWS)
                .getFirst()
                .difference();

        assertThat(difference.baseCount()).isEqualTo(1);
        assertThat(difference.baseMean()).isEqualByComparingTo("10");
        assertThat(difference.comparedMean()).isEqualByComparingTo("900");
    }

    @Test
    void paidWorkThatGrewFurtherStaysAPaidResult() {
        Result first = paid("weibo", "mid", "CNY", 500);
        Result second = paidAfter(first, "CNY", 700);

        MeanDifference difference =
                GiftToPaid.comparable(List.of(first, second), VIEWS).getFirst().difference();

        assertThat(difference.comparedCount()).isEqualTo(2);
    }

    @Test
    void theSameAccountIsHeldAgainstItselfBeforeItWasPaid() {
        Result firstGift = gift("weibo", "mid", "CNY", 10);
        Result secondGift = gift("tiktok", "top", "CNY", 14);
        Result neverPaid = gift("weibo", "mid", "CNY", 999);
        Result paidAtOnce = paid("weibo", "mid", "CNY", 999);
        Result giftUnknown = paidAfter(gift("weibo", "mid", "CNY", 0), "CNY", 999);

        List<ChainComparison> chains = GiftToPaid.chains(
                List.of(
                        firstGift,
                        secondGift,
                        neverPaid,
                        paidAtOnce,
                        giftUnknown,
                        paidAfter(firstGift, "CNY", 30),
                        paidAfter(secondGift, "CNY", 34)),
                VIEWS);

        assertThat(chains).hasSize(1);
        assertThat(chains.getFirst().currency()).isEqualTo("CNY");
        MeanDifference difference = chains.getFirst().difference();
        assertThat(difference.baseCount()).isEqualTo(2);
        assertThat(difference.baseMean()).isEqualByComparingTo("12");
        assertThat(difference.comparedCount()).isEqualTo(2);
        assertThat(difference.comparedMean()).isEqualByComparingTo("32");
    }

    @Test
    void chainsInTwoCurrenciesAreComparedApart() {
        Result yuan = gift("weibo", "mid", "CNY", 10);
        Result dollars = gift("youtube", "mid", "USD", 20);

        assertThat(GiftToPaid.chains(
                        List.of(yuan, dollars, paidAfter(dollars, "USD", 40), paidAfter(yuan, "CNY", 30)), VIEWS))
                .extracting(ChainComparison::currency)
                .containsExactly("CNY", "USD");
    }

    @Test
    void everyMetricIsComparedAndAResultWithoutItIsLeftOut() {
        List<Comparison> comparisons = GiftToPaid.comparable(
                List.of(gift("weibo", "mid", "CNY", 10), paid("weibo", "mid", "CNY", 30)), List.of("VIEWS", "SAVES"));

        assertThat(comparisons).extracting(Comparison::metric).containsExactly("VIEWS", "SAVES");
        assertThat(comparisons.get(0).difference().baseCount()).isEqualTo(1);
        assertThat(comparisons.get(1).difference().baseCount()).isZero();
        assertThat(comparisons.get(1).difference().comparedCount()).isZero();
    }

    private static Result gift(String platform, String tier, String currency, long views) {
        return result(null, false, platform, tier, currency, views);
    }

    private static Result paid(String platform, String tier, String currency, long views) {
        return result(null, true, platform, tier, currency, views);
    }

    private static Result paidAfter(Result before, String currency, long views) {
        return result(before.collaboration(), true, before.platform(), before.tier(), currency, views);
    }

    private static Result result(
            @Nullable UUID escalatedFrom, boolean paid, String platform, String tier, String currency, long views) {
        return new Result(
                UUID.randomUUID(),
                escalatedFrom,
                paid,
                platform,
                tier,
                currency,
                Map.of("VIEWS", BigDecimal.valueOf(views)));
    }
}
