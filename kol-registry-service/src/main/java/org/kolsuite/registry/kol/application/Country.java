package org.kolsuite.registry.kol.application;

import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.Countries;
import org.kolsuite.registry.kol.model.UnknownCountry;

/** Reads a country that a person entered. */
public final class Country {
    private Country() {}

    /** @throws UnknownCountry when it is none; nothing and the empty text are no country */
    public static @Nullable String code(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Countries.code(text).orElseThrow(() -> new UnknownCountry(text));
    }
}
