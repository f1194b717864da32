package org.kolsuite.registry.kol.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a platform tells handles apart. Data of the platform, not of the program: a new platform is a row.
 *
 * @param caseSensitive whether {@code Anna} and {@code anna} are two accounts; true for no large platform today
 */
public record HandleRule(boolean caseSensitive) {
    public static final HandleRule IGNORES_CASE = new HandleRule(false);

    /**
     * The form by which handles are compared: compatibility characters folded (a full-width {@code ａ} is {@code a}),
     * invisible characters dropped, spaces collapsed, without the {@code @} that people write in front, and in lower
     * case unless the platform distinguishes case. Applying it twice changes nothing.
     */
    public String key(String handle) {
        String key = clean(Normalizer.normalize(handle, Normalizer.Form.NFKC));
        while (key.startsWith("@") && key.length() > 1) {
            key = clean(key.substring(1));
        }
        // Folding can create a decomposed sequence, so compose once more.
        return caseSensitive ? key : clean(Normalizer.normalize(key.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC));
    }

    /** A name as written, without invisible characters and outer or repeated blanks. */
    public static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean joinsEmoji = c == 0x200D || c == 0xFE0F;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                kept.append(' ');
            } else if (joinsEmoji || (type != Character.CONTROL && type != Character.FORMAT)) {
                kept.appendCodePoint(c);
            }
        });
        return kept.toString().replaceAll(" +", " ").strip();
    }
}
