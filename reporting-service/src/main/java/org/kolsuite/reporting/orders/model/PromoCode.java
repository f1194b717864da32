package org.kolsuite.reporting.orders.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** A promo code as it is compared: upper case, without spaces around it. */
public record PromoCode(String value) {
    public PromoCode {
        value = value.replaceAll("\\p{Cntrl}", "").strip().toUpperCase(Locale.ROOT);
    }

    /** The codes of a cell in the order they stand, each once. Shops separate them by comma, semicolon, space or 、. */
    public static List<PromoCode> listedIn(String cell) {
        LinkedHashSet<PromoCode> codes = new LinkedHashSet<>();
        for (String part : cell.split("[,;|，；、\\s\\p{Cntrl}]+", -1)) {
            if (!part.isBlank()) {
                codes.add(new PromoCode(part));
            }
        }
        return new ArrayList<>(codes);
    }
}
