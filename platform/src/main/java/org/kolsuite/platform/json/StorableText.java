package org.kolsuite.platform.json;

/**
 * What counts as text here: any characters but the two kinds that no part of the suite could keep as they came. PostgreSQL
 * stores no U+0000, and half of a surrogate pair has no UTF-8.
 */
public final class StorableText {
    private StorableText() {}

    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == 0) {
                return false;
            }
            if (Character.isSurrogate(each)) {
                boolean isPair = Character.isHighSurrogate(each)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The same text with a question mark for each character that can't be kept: for telling a caller what it sent. */
    public static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .forEach(each -> kept.appendCodePoint(
                        each == 0 || (each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)
                                ? '?'
                                : each));
        return kept.toString();
    }
}
