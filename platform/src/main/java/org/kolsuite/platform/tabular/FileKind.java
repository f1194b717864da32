package org.kolsuite.platform.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a file is by its first bytes. */
sealed interface FileKind {

    /** A ZIP archive; whether it is a workbook shows when it is opened. */
    record Xlsx() implements FileKind {}

    record Text() implements FileKind {}

    /** @param found in words for a person, with its article */
    record Other(String found) implements FileKind {}

    static FileKind of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8192);
        }
        if (startsWith(start, "PK\u0003\u0004") || startsWith(start, "PK\u0005\u0006")) {
            return new Xlsx();
        }
        for (Magic magic : MAGICS) {
            if (startsWith(start, magic.bytes())) {
                return new Other(magic.found());
            }
        }
        if (isMarkup(start)) {
            return new Other("a web page or XML");
        }
        boolean utf16 = startsWith(start, "\u00FF\u00FE") || startsWith(start, "\u00FE\u00FF");
        return hasNul(start) && !utf16 ? new Other("a binary file") : new Text();
    }

    /** @param bytes each character is one byte */
    record Magic(String bytes, String found) {}

    List<Magic> MAGICS = List.of(
            new Magic("\u00D0\u00CF\u0011\u00E0", "an old Excel file (.xls); save it as .xlsx"),
            new Magic("%PDF", "a PDF"),
            new Magic("\u0089PNG", "an image"),
            new Magic("\u00FF\u00D8\u00FF", "an image"),
            new Magic("GIF8", "an image"),
            new Magic("RIFF", "an image or a sound"),
            new Magic("\u001F\u008B", "a packed archive"),
            new Magic("Rar!", "a packed archive"),
            new Magic("7z\u00BC\u00AF", "a packed archive"),
            new Magic("\u007FELF", "a program"),
            new Magic("MZ\u0090", "a program"));

    private static boolean isMarkup(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<?xml")
                || text.startsWith("<svg");
    }

    private static boolean hasNul(byte[] start) {
        for (byte b : start) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] start, String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (i >= start.length || (start[i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
