package org.kolsuite.registry.imports.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.Countries;

/**
 * Guesses from headers and the first lines which column is what. Headers alone mislead: in real exports handle and
 * display name swap places between two files of one source, and labels stand one column too far left. So a number
 * column must hold numbers, the handle is the name-like column that looks most like handles, and of two columns for the
 * same number ("13.8M" beside 13800000) the exact one wins. A person sees the guess and corrects it.
 */
public final class ColumnGuess {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[\\d.,\\s]+\\s*([kmb]|万|亿|w|千|百万)?\\+?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXACT_NUMBER = Pattern.compile("\\d+(\\.0+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?.*");
    private static final Pattern HANDLE_LIKE = Pattern.compile("@?[a-z0-9._-]{2,60}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSENT = Pattern.compile("(n/?a'?|-+|#.*|null|none|无|)", Pattern.CASE_INSENSITIVE);
    private static final Set<Field> NAMES = EnumSet.of(Field.HANDLE, Field.DISPLAY_NAME);
    private static final double MOSTLY = 0.8;

    private ColumnGuess() {}

    /**
     * @param headers the file's header line
     * @param samples the first lines below it, cells in the header's order
     * @return the guessed columns by index; may lack an identity, which the person then has to map
     */
    public static List<ColumnMapping.Column> guess(List<String> headers, List<List<String>> samples) {
        Map<Integer, Field> guessed = new TreeMap<>();
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            int column = i;
            List<String> cells = cells(samples, column);
            byHeader(headers.get(column)).ifPresent(field -> {
                if (NAMES.contains(field)) {
                    names.add(column);
                } else if (holds(cells, field)) {
                    guessed.put(column, field);
                } else if (Countries.mostly(cells)) {
                    guessed.put(column, Field.COUNTRY);
                }
            });
        }
        keepOneColumnPerField(guessed, samples);
        nameColumns(names, headers, samples, guessed);
        return guessed.entrySet().stream()
                .map(entry -> new ColumnMapping.Column(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A header in lower case without punctuation, "avg" and its like at the end: {@code "Avg. likes"} is {@code likes avg}. */
    public static String words(String header) {
        List<String> words = new ArrayList<>(List.of(header.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("\\b(count|counts|number|numbers|values|total)\\b", " ")
                .replaceAll("\\b(average|mean)\\b", "avg")
                .strip()
                .split("\\s+")));
        words.removeIf(word -> word.isEmpty() || word.matches("\\d+"));
        if (words.remove("avg")) {
            words.add("avg");
        }
        return String.join(" ", words);
    }

    private static Optional<Field> byHeader(String header) {
        String words = words(header);
        for (Field field : Field.values()) {
            if (field.synonyms().contains(words)) {
                return Optional.of(field);
            }
        }
        // "Influencer insta name", "Tiktok name", "instagram name": some name; the cells say which.
        return words.endsWith(" name") ? Optional.of(Field.DISPLAY_NAME) : Optional.empty();
    }

    private static boolean holds(List<String> cells, Field field) {
        return switch (field.kind()) {
            case NUMBER -> share(cells, NUMBER) >= MOSTLY;
            case DATE -> share(cells, DATE) >= MOSTLY;
            case TEXT -> field != Field.COUNTRY || share(cells, NUMBER) < MOSTLY;
        };
    }

    private static void keepOneColumnPerField(Map<Integer, Field> guessed, List<List<String>> samples) {
        for (Field field : Field.values()) {
            List<Integer> columns = guessed.entrySet().stream()
                    .filter(entry -> entry.getValue() == field)
                    .map(Map.Entry::getKey)
                    .toList();
            if (columns.size() < 2 || field.repeatable()) {
                continue;
            }
            int best = columns.getFirst();
            for (int column : columns) {
                if (share(cells(samples, column), EXACT_NUMBER) > share(cells(samples, best), EXACT_NUMBER)) {
                    best = column;
                }
            }
            int kept = best;
            columns.stream().filter(column -> column != kept).forEach(guessed::remove);
        }
    }

    private static void nameColumns(
            List<Integer> names, List<String> headers, List<List<String>> samples, Map<Integer, Field> guessed) {
        @Nullable Integer handle = null;
        for (int column : names) {
            boolean saysHandle = byHeader(headers.get(column)).orElseThrow() == Field.HANDLE;
            if (saysHandle || handle == null || handleLikeness(samples, column) > handleLikeness(samples, handle)) {
                handle = column;
                if (saysHandle) {
                    break;
                }
            }
        }
        boolean hasUid = guessed.containsValue(Field.PLATFORM_UID);
        if (handle != null && !(hasUid && names.size() == 1)) {
            guessed.put(handle, Field.HANDLE);
        }
        for (int column : names) {
            if (!guessed.containsKey(column)) {
                guessed.put(column, Field.DISPLAY_NAME);
                break;
            }
        }
    }

    private static double handleLikeness(List<List<String>> samples, int column) {
        return share(cells(samples, column), HANDLE_LIKE);
    }

    private static List<String> cells(List<List<String>> samples, int column) {
        return samples.stream()
                .map(line -> column < line.size() ? line.get(column).strip() : "")
                .toList();
    }

    /** The share of the cells that hold something and match; nothing at all counts as a match. */
    private static double share(List<String> cells, Pattern pattern) {
        List<String> present =
                cells.stream().filter(cell -> !ABSENT.matcher(cell).matches()).toList();
        if (present.isEmpty()) {
            return 1;
        }
        return (double) IntStream.range(0, present.size())
                        .filter(i -> pattern.matcher(present.get(i)).matches())
                        .count()
                / present.size();
    }
}
