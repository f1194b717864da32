package org.kolsuite.platform.tabular;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How much a header sounds like one of a field's names. */
final class HeaderWords {
    private static final double SAME = 1;
    private static final double SAME_WORDS = 0.95;
    private static final double ALL_WORDS_INSIDE = 0.7;
    private static final double EARLIER_SYNONYM_STEP = 0.01;

    /** Words that name no field: {@code Followers Numbers} are followers. */
    private static final Set<String> FILLERS = Set.of("number", "value", "count", "total", "of", "the", "no");

    private HeaderWords() {}

    /** 0 to 1; of equal matches the synonym named earlier counts slightly more. */
    static double likeness(String header, List<String> synonyms) {
        double best = 0;
        for (int i = 0; i < synonyms.size(); i++) {
            best = Math.max(best, likeness(header, synonyms.get(i)) - i * EARLIER_SYNONYM_STEP);
        }
        return best;
    }

    private static double likeness(String header, String synonym) {
        String left = normal(header);
        String right = normal(synonym);
        if (left.equals(right)) {
            return SAME;
        }
        Set<String> leftWords = words(left);
        Set<String> rightWords = words(right);
        if (leftWords.equals(rightWords) && !leftWords.isEmpty()) {
            return SAME_WORDS;
        }
        boolean chinese = right.codePoints().anyMatch(Character::isIdeographic);
        boolean inside = chinese ? left.contains(right) : !rightWords.isEmpty() && leftWords.containsAll(rightWords);
        if (!inside) {
            return 0;
        }
        double share =
                chinese ? (double) right.length() / left.length() : (double) rightWords.size() / leftWords.size();
        return ALL_WORDS_INSIDE * (0.6 + 0.4 * share);
    }

    /** Lower case, without the number of a doubled header and without units or remarks in brackets. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Set<String> words(String normal) {
        return Arrays.stream(normal.split(" "))
                .map(HeaderWords::singular)
                .filter(word -> !FILLERS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
