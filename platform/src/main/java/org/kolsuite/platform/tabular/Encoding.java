package org.kolsuite.platform.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How the bytes of a text file become characters: by its byte order mark; else UTF-8 where the lines are valid UTF-8;
 * else GB18030 where they read as Chinese; else Windows-1252. A file that mixes encodings is read in the one that most of its
 * lines are in; the lines in another one come out with {@link #BROKEN} in place of what did not decode.
 */
record Encoding(Charset charset, int bomBytes) {
    /** Stands where bytes did not decode; a noncharacter, so no honest text holds it. */
    static final char BROKEN = '\uFFFF';

    /** In bytes; a longer line is judged by its pieces, which end where no character is cut. */
    private static final int LONG_LINE = 1 << 20;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static Encoding of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(byItsLines(file), 0);
    }

    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(bomBytes);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(BROKEN)));
    }

    /** No encoding that we take has a line feed inside another character, so lines are whole in each of them. */
    private static Charset byItsLines(Path file) throws IOException {
        Evidence evidence = new Evidence();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            byte[] line = new byte[1 << 12];
            int length = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    byte next = buffer[i];
                    if (length == line.length) {
                        line = Arrays.copyOf(line, 2 * length);
                    }
                    line[length++] = next;
                    if (next == '\n' || (length >= LONG_LINE && next >= 0)) {
                        evidence.add(line, length);
                        length = 0;
                    }
                }
            }
            evidence.add(line, length);
        }
        return evidence.verdict();
    }

    /** Counts over the lines that have a byte beyond ASCII. */
    private static final class Evidence {
        private long lines;
        private long utf8;
        private long gb18030;
        private long pairedHighBytes;
        private long lonelyHighBytes;

        void add(byte[] line, int length) {
            int run = 0;
            boolean ascii = true;
            for (int i = 0; i <= length; i++) {
                if (i < length && line[i] < 0) {
                    run++;
                    ascii = false;
                } else if (run > 0) {
                    pairedHighBytes += run - run % 2;
                    lonelyHighBytes += run % 2;
                    run = 0;
                }
            }
            if (ascii) {
                return;
            }
            lines++;
            utf8 += decodes(line, length, StandardCharsets.UTF_8) ? 1 : 0;
            gb18030 += decodes(line, length, GB18030) ? 1 : 0;
        }

        Charset verdict() {
            if (utf8 == lines || utf8 * 2 > lines) {
                return StandardCharsets.UTF_8;
            }
            boolean readsAsChinese = pairedHighBytes > lonelyHighBytes * 2;
            return gb18030 * 2 > lines && readsAsChinese ? GB18030 : WINDOWS_1252;
        }

        private static boolean decodes(byte[] line, int length, Charset charset) {
            try {
                charset.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
                return true;
            } catch (CharacterCodingException malformed) {
                return false;
            }
        }
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
