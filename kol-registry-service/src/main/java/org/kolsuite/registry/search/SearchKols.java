package org.kolsuite.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.dsl.AggregationFinalStep;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;

/** Somebody looks for KOLs. Blocking; the index is on this machine's disk. */
@ApplicationScoped
public class SearchKols {
    private static final int MOST_FACET_VALUES = 50;

    @Inject
    SearchIndex index;

    @Inject
    Listings listings;

    /** The facets, and the fields they count. */
    private static final List<String> FACETS = List.of("platform", "tier", "topics", "country");

    /**
     * What to look for.
     *
     * @param text in Chinese or English; null for everything
     * @param platforms any of them; empty for all. Likewise the other lists
     * @param engagementFrom engagement rate (by views, or by followers where views are unknown)
     * @param priceCurrency the currency of the price bounds
     * @param accounts only these; null for any
     */
    public record Query(
            @Nullable String text,
            List<String> platforms,
            List<String> tiers,
            List<String> topics,
            List<String> countries,
            @Nullable Long followersFrom,
            @Nullable Long followersTo,
            @Nullable Double engagementFrom,
            @Nullable Double engagementTo,
            @Nullable Long priceFromMinor,
            @Nullable Long priceToMinor,
            @Nullable String priceCurrency,
            Sort sort,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable List<UUID> accounts) {

        /** The same, among these accounts only. */
        Query among(List<UUID> accountIds) {
            return new Query(
                    text,
                    platforms,
                    tiers,
                    topics,
                    countries,
                    followersFrom,
                    followersTo,
                    engagementFrom,
                    engagementTo,
                    priceFromMinor,
                    priceToMinor,
                    priceCurrency,
                    sort,
                    cursor,
                    limit,
                    accountIds);
        }

        private List<String> wanted(String facet) {
            return switch (facet) {
                case "platform" -> platforms;
                case "tier" -> tiers;
                case "topics" -> topics;
                default -> countries;
            };
        }
    }

    /** In which order; what is unknown comes last. */
    public enum Sort {
        RELEVANCE,
        FOLLOWERS,
        ENGAGEMENT,
        PRICE,
        AUDIT,
        NAME
    }

    /** What was found. */
    public record Found(List<ListingAnswer> items, @Nullable String nextCursor, long total, Facets facets) {}

    /** How many there are of each value, counted without the facet's own filter so that another value can be chosen. */
    public record Facets(
            List<FacetValue> platform, List<FacetValue> tier, List<FacetValue> topic, List<FacetValue> country) {}

    public record FacetValue(String value, long count) {}

    public Found search(Caller.Member caller, Query query) {
        Cursor cursor = Cursor.decode(query.cursor(), 1);
        int offset = cursor == null ? 0 : Math.clamp(cursor.number(0), 0, 100_000);
        int limit = Limits.of(query.limit());
        return index.search(caller.tenant(), session -> {
            // A facet without a filter of its own counts what the page is taken from: one search does both.
            var search = session.search(Listing.class)
                    .select(Listing.Hit.class)
                    .where(f -> matching(f, query, ""))
                    .sort(f -> sort(f, query));
            for (String facet : FACETS) {
                if (query.wanted(facet).isEmpty()) {
                    search = search.aggregation(key(facet), f -> values(f, facet));
                }
            }
            var result = search.fetch(offset, limit);
            Map<String, List<FacetValue>> counted = new HashMap<>();
            for (String facet : FACETS) {
                counted.put(
                        facet,
                        query.wanted(facet).isEmpty()
                                ? byCount(result.aggregation(key(facet)))
                                : count(session, query, facet));
            }
            long total = result.total().hitCount();
            return new Found(
                    result.hits().stream()
                            .map(hit -> listings.read(hit.answer()))
                            .toList(),
                    offset + limit < total ? Cursor.of(offset + limit).encode() : null,
                    total,
                    new Facets(
                            counted.getOrDefault("platform", List.of()),
                            counted.getOrDefault("tier", List.of()),
                            counted.getOrDefault("topics", List.of()),
                            counted.getOrDefault("country", List.of())));
        });
    }

    private static AggregationKey<Map<String, Long>> key(String facet) {
        return AggregationKey.of(facet);
    }

    private static AggregationFinalStep<Map<String, Long>> values(SearchAggregationFactory f, String facet) {
        return f.terms().field(facet, String.class).maxTermCount(MOST_FACET_VALUES);
    }

    private static List<FacetValue> count(SearchSession session, Query query, String facet) {
        return byCount(session.search(Listing.class)
                .where(f -> matching(f, query, facet))
                .aggregation(key(facet), f -> values(f, facet))
                .fetch(0)
                .aggregation(key(facet)));
    }

    private static List<FacetValue> byCount(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new FacetValue(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .toList();
    }

    private static PredicateFinalStep matching(SearchPredicateFactory f, Query query, String exceptFacet) {
        BooleanPredicateClausesStep<?, ?> root = f.bool();
        String text = query.text();
        if (text == null || text.isBlank()) {
            root.must(f.matchAll());
        } else {
            root.must(f.or(
                    f.simpleQueryString()
                            .field("displayName")
                            .boost(3)
                            .field("handle")
                            .boost(2)
                            .field("about")
                            .matching(text)
                            .defaultOperator(org.hibernate.search.engine.search.common.BooleanOperator.AND),
                    f.match().field("handleExact").matching(text).boost(5),
                    f.prefix().field("handleExact").matching(text.strip())));
        }
        for (String facet : FACETS) {
            List<String> wanted = query.wanted(facet);
            if (!wanted.isEmpty() && !facet.equals(exceptFacet)) {
                root.filter(f.terms().field(facet).matchingAny(wanted));
            }
        }
        range(f, root, "followers", query.followersFrom(), query.followersTo());
        range(f, root, "engagement", query.engagementFrom(), query.engagementTo());
        range(f, root, "priceMinor", query.priceFromMinor(), query.priceToMinor());
        String currency = query.priceCurrency();
        if (currency != null && (query.priceFromMinor() != null || query.priceToMinor() != null)) {
            root.filter(f.match().field("priceCurrency").matching(currency));
        }
        List<UUID> accounts = query.accounts();
        if (accounts != null) {
            root.filter(accounts.isEmpty() ? f.matchNone() : f.id().matchingAny(ids(accounts)));
        }
        return root;
    }

    private static List<String> ids(List<UUID> accounts) {
        return accounts.stream().map(UUID::toString).toList();
    }

    private static <N> void range(
            SearchPredicateFactory f,
            BooleanPredicateClausesStep<?, ?> root,
            String field,
            @Nullable N from,
            @Nullable N to) {
        if (from != null || to != null) {
            root.filter(f.range().field(field).between(from, to));
        }
    }

    private static SortFinalStep sort(SearchSortFactory f, Query query) {
        boolean hasText = query.text() != null && !query.text().isBlank();
        var byFollowers = f.field("followers").desc().missing().last();
        return switch (query.sort()) {
            case RELEVANCE -> hasText ? f.composite().add(f.score()).add(byFollowers) : byFollowers;
            case FOLLOWERS -> byFollowers;
            case ENGAGEMENT -> f.field("engagement").desc().missing().last();
            case PRICE -> f.field("priceMinor").asc().missing().last();
            case AUDIT -> f.field("auditScore").desc().missing().last();
            case NAME -> f.field("nameSort").asc();
        };
    }
}
