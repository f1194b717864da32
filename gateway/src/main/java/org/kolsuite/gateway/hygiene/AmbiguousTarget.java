package org.kolsuite.gateway.hygiene;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Request targets that a second reader could take for another path than the gateway did: a matrix parameter dropped by one
 * library and kept by the next, an encoded slash, a dot segment. Nothing in the suite needs them, so none gets past the door
 * (CASES S20).
 */
final class AmbiguousTarget {
    private record Rule(Pattern pattern, String complaint) {}

    private static final List<Rule> RULES = List.of(
            rule("^[^/]", "The request target has to be a path."),
            rule(";|%3b", "A path must not contain a semicolon."),
            rule("//", "A path must not contain an empty segment."),
            rule("%2f", "A path must not contain an encoded slash."),
            rule("\\\\|%5c", "A path must not contain a backslash."),
            rule("%2e", "A path must not contain an encoded dot."),
            rule("/\\.{1,2}(/|$)", "A path must not contain a dot segment."),
            rule("%25", "A path must not be encoded twice."),
            rule("%([01][0-9a-f]|7f)|[\\x00-\\x20\\x7f]", "A path must not contain control characters."),
            rule("%(?![0-9a-f]{2})", "A percent sign has to start an encoded byte."),
            rule("#", "A request target has no fragment."));

    private AmbiguousTarget() {}

    /**
     * What is wrong with the target, as a sentence; empty when it can be read in one way only.
     *
     * @param target as it stood in the request line, undecoded, with its query
     */
    static Optional<String> complaintAbout(String target) {
        int query = target.indexOf('?');
        String path = (query < 0 ? target : target.substring(0, query)).toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> rule.pattern.matcher(path).find())
                .map(Rule::complaint)
                .findFirst();
    }

    private static Rule rule(String regex, String complaint) {
        return new Rule(Pattern.compile(regex), complaint);
    }
}
