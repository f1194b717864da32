package org.kolsuite.registry.kol.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a country as people and exports write it, in English or Chinese, as name or code, and gives its ISO 3166-1
 * alpha-2 code. Names come from the JDK's locale data (CLDR); the aliases are older or shorter names found in real files.
 */
public final class Countries {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            CODES.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
            CODES.put(key(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), code);
            CODES.put(key(code), code);
        }
        CODES.putAll(Map.ofEntries(
                Map.entry("turkey", "TR"),
                Map.entry("czech republic", "CZ"),
                Map.entry("hong kong", "HK"),
                Map.entry("macau", "MO"),
                Map.entry("taiwan", "TW"),
                Map.entry("usa", "US"),
                Map.entry("uk", "GB"),
                Map.entry("great britain", "GB"),
                Map.entry("korea", "KR"),
                Map.entry("republic of korea", "KR"),
                Map.entry("russian federation", "RU"),
                Map.entry("viet nam", "VN"),
                Map.entry("uae", "AE"),
                Map.entry("burma", "MM"),
                Map.entry("ivory coast", "CI"),
                Map.entry("中国大陆", "CN"),
                Map.entry("香港", "HK"),
                Map.entry("澳门", "MO"),
                Map.entry("中国香港", "HK"),
                Map.entry("中国澳门", "MO"),
                Map.entry("中国台湾", "TW")));
    }

    private Countries() {}

    /** The code of a country, or nothing when the text is no country that anyone listed. */
    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(key(text)));
    }

    /** Whether most of the cells that hold something are countries. */
    public static boolean mostly(List<String> cells) {
        List<String> present = cells.stream().filter(cell -> !cell.isBlank()).toList();
        long countries = present.stream().filter(cell -> code(cell).isPresent()).count();
        return !present.isEmpty() && countries >= 0.8 * present.size();
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("\\s+", " ");
    }
}
