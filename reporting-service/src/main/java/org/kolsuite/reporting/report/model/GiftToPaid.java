package org.kolsuite.reporting.report.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What paying changed: paid results against gift-only results of comparable accounts (same platform and tier), and the
 * same account before and after. Gifts that were escalated are no gift-only results.
 */
public final class GiftToPaid {
    private GiftToPaid() {}

    /** One collaboration with a post. */
    public record Result(
            UUID collaboration,
            @Nullable UUID escalatedFrom,
            boolean paid,
            String platform,
            String tier,
            String currency,
            Map<String, BigDecimal> values) {}

    /** Paid against gift-only in one platform, tier and currency. */
    public record Comparison(String metric, String platform, String tier, String currency, MeanDifference difference) {}

    /** The same account as a gift and then paid. */
    public record ChainComparison(String metric, String currency, MeanDifference difference) {}

    public static List<Comparison> comparable(List<Result> results, List<String> metrics) {
        Set<UUID> escalated = escalated(results);
        Map<String, List<Result>> strata = results.stream()
                .filter(result -> result.paid() || !escalated.contains(result.collaboration()))
                .collect(Collectors.groupingBy(
                        result -> result.platform() + "|" + result.tier() + "|" + result.currency(),
                        TreeMap::new,
                        Collectors.toList()));
        return strata.values().stream()
                .flatMap(stratum -> metrics.stream().map(metric -> compare(stratum, metric)))
                .toList();
    }

    private static Comparison compare(List<Result> stratum, String metric) {
        Result any = stratum.getFirst();
        return new Comparison(
                metric,
                any.platform(),
                any.tier(),
                any.currency(),
                MeanDifference.between(
                        values(stratum.stream().filter(result -> !result.paid()).toList(), metric),
                        values(stratum.stream().filter(Result::paid).toList(), metric)));
    }

    public static List<ChainComparison> chains(List<Result> results, List<String> metrics) {
        Map<UUID, Result> byId =
                results.stream().collect(Collectors.toMap(Result::collaboration, Function.identity(), (a, b) -> a));
        Map<String, List<Result>> paidByCurrency = results.stream()
                .filter(result -> result.escalatedFrom() != null && byId.containsKey(result.escalatedFrom()))
                .collect(Collectors.groupingBy(Result::currency, TreeMap::new, Collectors.toList()));
        return paidByCurrency.entrySet().stream()
                .flatMap(entry -> metrics.stream().map(metric -> {
                    List<Result> gifts = entry.getValue().stream()
                            .map(paid -> byId.get(paid.escalatedFrom()))
                            .filter(Objects::nonNull)
                            .toList();
                    return new ChainComparison(
                            metric,
                            entry.getKey(),
                            MeanDifference.between(values(gifts, metric), values(entry.getValue(), metric)));
                }))
                .toList();
    }

    private static Set<UUID> escalated(List<Result> results) {
        return results.stream()
                .map(Result::escalatedFrom)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<BigDecimal> values(List<Result> results, String metric) {
        return results.stream()
                .map(result -> result.values().get(metric))
                .filter(Objects::nonNull)
                .toList();
    }
}
