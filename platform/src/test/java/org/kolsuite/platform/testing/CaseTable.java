package org.kolsuite.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of cases that break such software, and the tests whose names carry a case's number. */
final class CaseTable {
    private static final Pattern JAVA_TEST = Pattern.compile("\\bvoid ((?:[mwsefb]\\d{1,2}_)+)\\w*\\(");
    private static final Pattern WEB_TEST =
            Pattern.compile("\\b(?:test|it)(?:\\.each\\([^)]*\\))?\\(\\s*['\"`]((?:[MWSEFBmwsefb]\\d{1,2}[ ,:_])+)");
    private static final Pattern NUMBER = Pattern.compile("([mwsefb])0?(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("M", "Money");
        TITLES.put("W", "Workflow");
        TITLES.put("S", "Security and tenancy");
        TITLES.put("E", "Events and faults");
        TITLES.put("F", "Files");
        TITLES.put("B", "Web");
    }

    private CaseTable() {}

    /**
     * One case.
     *
     * @param untestedBecause why no test can meet it yet; null where there must be one
     * @param tests the classes and specs that have a test of this number
     */
    record Case(String number, String rule, @Nullable String untestedBecause, List<String> tests) {}

    static List<Case> of(Path root) {
        Map<String, TreeSet<String>> tests = testsByNumber(root);
        List<Case> cases = new ArrayList<>();
        for (String line : lines(root.resolve("platform/src/test/resources/cases.txt"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split(" \\| ", -1);
                cases.add(new Case(
                        parts[0],
                        parts[1],
                        parts.length > 2 ? parts[2] : null,
                        List.copyOf(tests.getOrDefault(parts[0], new TreeSet<>()))));
            }
        }
        return cases;
    }

    static String toMarkdown(List<Case> cases) {
        StringBuilder page = new StringBuilder();
        cases.stream()
                .collect(Collectors.groupingBy(
                        one -> one.number().substring(0, 1), LinkedHashMap::new, Collectors.toList()))
                .forEach((group, members) -> {
                    page.append("\n## %s\n\n| case | what must hold | tests |\n|---|---|---|\n"
                            .formatted(Objects.requireNonNull(TITLES.get(group))));
                    members.forEach(
                            one -> page.append("| %s | %s | %s |\n".formatted(one.number(), one.rule(), where(one))));
                });
        return page.append('\n').toString();
    }

    private static String where(Case one) {
        return one.untestedBecause() != null
                ? "none: " + one.untestedBecause()
                : one.tests().stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
    }

    private static Map<String, TreeSet<String>> testsByNumber(Path root) {
        Map<String, TreeSet<String>> tests = new LinkedHashMap<>();
        for (Path file : testFiles(root)) {
            String text = String.join("\n", lines(file));
            Matcher test = (file.toString().endsWith(".java") ? JAVA_TEST : WEB_TEST).matcher(text);
            while (test.find()) {
                Matcher number = NUMBER.matcher(test.group(1));
                while (number.find()) {
                    tests.computeIfAbsent(
                                    number.group(1).toUpperCase(Locale.ROOT) + number.group(2), key -> new TreeSet<>())
                            .add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return tests;
    }

    private static List<Path> testFiles(Path root) {
        try (Stream<Path> modules = Files.list(root)) {
            List<Path> folders = modules.flatMap(module -> Stream.of(
                            module.resolve("src/test/java"),
                            module.resolve("browser"),
                            module.resolve("src/main/webui/src")))
                    .filter(Files::isDirectory)
                    .toList();
            List<Path> files = new ArrayList<>();
            for (Path folder : folders) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(CaseTable::isTest)
                            .filter(file -> !file.toString().contains("node_modules"))
                            .forEach(files::add);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") || name.matches(".*\\.(spec|test)\\.tsx?");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
