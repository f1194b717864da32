package org.kolsuite.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kolsuite.contracts.problem.Rejection;

/**
 * The rejections of all modules as their sources declare them, written as the tables of docs/errors.md: the code from the
 * name, the status from the kind, the meaning from the first sentence of the docstring, or of what it says where it has none.
 */
final class ErrorCatalogue {
    private static final Pattern DECLARATION = Pattern.compile(
            "(?:/\\*\\*(?<doc>(?:(?!\\*/).)*)\\*/\\s*)?public (?:static )?(?<final>final )?class (?<name>\\w+) extends \\w*Rejection\\b",
            Pattern.DOTALL);
    private static final Pattern KIND = Pattern.compile("(?<![.\\w])Kind\\.([A-Z_]+)\\b");

    private ErrorCatalogue() {}

    /** @param meaning one sentence */
    record Entry(String module, String code, String status, String meaning) {}

    static List<Entry> of(Path root) {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .sorted()
                    .flatMap(module -> entries(module).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Entry> entries(Path module) {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher declaration = DECLARATION.matcher(source);
                // A file holds one rejection, or an aggregate's rejections one after the other.
                while (declaration.find()) {
                    String rest = source.substring(declaration.end());
                    Matcher next = DECLARATION.matcher(rest);
                    String body = next.find() ? rest.substring(0, next.start()) : rest;
                    entries.add(entry(module.getFileName() + "", declaration, body));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.sort(Comparator.comparing(Entry::code));
        return entries;
    }

    private static Entry entry(String module, Matcher declaration, String body) {
        Matcher kind = KIND.matcher(body);
        String status = "";
        while (kind.find()) {
            String stated = String.valueOf(Rejection.Kind.valueOf(kind.group(1)).status());
            status = status.isEmpty() || status.equals(stated) ? stated : status + ", " + stated;
        }
        String name = declaration.group("name");
        String code = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        String doc = declaration.group("doc");
        return new Entry(module, code, status, doc == null ? detail(body) : firstSentence(doc));
    }

    /** The sentence that the rejection itself says, with an ellipsis for what differs from one time to the next. */
    private static String detail(String body) {
        Matcher call = Pattern.compile("super\\((.*?)\\);", Pattern.DOTALL).matcher(body);
        if (!call.find()) {
            return "";
        }
        String said = call.group(1).replaceAll("String\\.join\\([^)]*\\)", "words");
        Matcher literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(said);
        StringBuilder sentence = new StringBuilder();
        int end = 0;
        while (literal.find()) {
            String before = said.substring(end, literal.start()).strip();
            end = literal.end();
            // A lone word is the name of a field or of a value, not a part of the sentence.
            if (!literal.group(1).matches("\\w*")) {
                sentence.append(before.length() > 1 && before.endsWith("+") ? "…" : "")
                        .append(literal.group(1).replace("\\\"", "\""));
            }
        }
        return firstSentence(sentence.toString());
    }

    private static String firstSentence(String doc) {
        String text = doc.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
        Matcher end = Pattern.compile("\\.(?= |$)").matcher(text);
        return end.find() ? text.substring(0, end.end()) : text;
    }

    /** The tables, one per module. */
    static String toMarkdown(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        String module = "";
        for (Entry entry : entries) {
            if (!entry.module().equals(module)) {
                module = entry.module();
                text.append("\n### ").append(module).append("\n\n| code | status | meaning |\n|---|---|---|\n");
            }
            text.append("| `")
                    .append(entry.code())
                    .append("` | ")
                    .append(entry.status())
                    .append(" | ")
                    .append(entry.meaning())
                    .append(" |\n");
        }
        return text.append('\n').toString();
    }
}
