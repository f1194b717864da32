package org.kolsuite.e2e.operation;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** As much of Prometheus' language as it takes to see which metrics an expression reads. */
final class PromQl {
    private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern SELECTORS = Pattern.compile("\\{[^}]*}|\\[[^]]*]");
    /** Label lists: {@code by (job)}, {@code on (job, instance)}. */
    private static final Pattern LABELS =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    /** Aggregations may stand apart from their bracket: {@code sum by (job) (…)}. */
    private static final Pattern AGGREGATIONS = Pattern.compile("\\b(?:sum|max|min|avg|count)\\b");
    /** Names that no bracket follows; functions have one. */
    private static final Pattern NAMES = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        String bare = expression;
        for (Pattern noise : new Pattern[] {STRINGS, SELECTORS, LABELS, AGGREGATIONS}) {
            bare = noise.matcher(bare).replaceAll(" ");
        }
        Set<String> metrics = new TreeSet<>();
        NAMES.matcher(bare).results().map(MatchResult::group).forEach(metrics::add);
        metrics.removeAll(WORDS);
        return metrics;
    }
}
