package org.kolsuite.registry.imports.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.tabular.CellProblem;
import org.kolsuite.platform.tabular.CellReader;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.registry.imports.model.ColumnMapping;
import org.kolsuite.registry.imports.model.Field;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.model.Issue.Severity;
import org.kolsuite.registry.imports.model.ProfileLine;
import org.kolsuite.registry.kol.model.Countries;
import org.kolsuite.registry.kol.model.HandleRule;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.model.ProfileFacts;

/**
 * Turns the rows of a table into lines about accounts, a part of the file at a time, once from the first to the last. A row that is
 * broken, or that doesn't say whom it is about or of when it is, is kept out with an error; any other cell that can't be read stays
 * unknown, with a warning. Blocking; close it.
 */
final class LineReader implements AutoCloseable {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TOPIC = 60;

    /** More than anybody is known for; the cells of one row could hold millions. */
    private static final int MOST_TOPICS = 100;

    /** Roughly; a part with long texts or many issues is shorter than others, so that it takes no more memory. */
    private static final int MOST_CHARS_OF_A_PART = 1 << 20;

    private static final int CHARS_OF_AN_ISSUE = 400;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private final Table table;
    private final ColumnMapping mapping;
    private final LocalDate snapshotDate;
    private final LocalDate today;
    private final Stream<Row> rows;
    private final Iterator<Row> left;
    private int place;

    LineReader(Table table, ColumnMapping mapping, LocalDate snapshotDate, LocalDate today) {
        this.table = table;
        this.mapping = mapping;
        this.snapshotDate = snapshotDate;
        this.today = today;
        rows = table.rows();
        left = rows.iterator();
    }

    /**
     * A row, read.
     *
     * @param place among the rows of the file, from 0
     * @param profile null when the row is kept out
     */
    record LineRead(int place, long line, @Nullable ProfileLine profile, List<Issue> issues) {
        boolean isKeptOut() {
            return profile == null;
        }

        private int chars() {
            int chars = issues.size() * CHARS_OF_AN_ISSUE;
            if (profile != null) {
                ProfileFacts facts = profile.facts();
                chars += facts.handle().length() + facts.nameOrHandle().length();
                chars += facts.bio() == null ? 0 : facts.bio().length();
                chars += facts.profileUrl() == null ? 0 : facts.profileUrl().length();
                chars += facts.topics().stream().mapToInt(String::length).sum();
            }
            return chars;
        }
    }

    /** The next lines, as many as asked for unless they are long; none after the last. */
    List<LineRead> next(int most) {
        List<LineRead> part = new ArrayList<>();
        int chars = 0;
        while (part.size() < most && chars < MOST_CHARS_OF_A_PART && left.hasNext()) {
            LineRead read = new RowReader(left.next(), place).read();
            place++;
            chars += read.chars();
            part.add(read);
        }
        return part;
    }

    /** Passes over the lines before a place. */
    void skipTo(int first) {
        while (place < first && left.hasNext()) {
            left.next();
            place++;
        }
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Reads one row; a cell that can't be read is noted and left out. */
    private final class RowReader {
        private final Row row;
        private final int place;
        private final CellReader cells;
        private final Map<Field, String> texts = new EnumMap<>(Field.class);
        private final Map<Field, Long> numbers = new EnumMap<>(Field.class);
        private final Set<String> topics = new LinkedHashSet<>();
        private final List<Issue> issues = new ArrayList<>();
        private LocalDate takenOn = snapshotDate;

        RowReader(Row row, int place) {
            this.row = row;
            this.place = place;
            this.cells = table.reader(row);
        }

        LineRead read() {
            if (row.isBroken()) {
                for (CellProblem problem : row.problems()) {
                    note(problem, "", Severity.ERROR);
                }
                return keptOut();
            }
            for (ColumnMapping.Column column : mapping.columns()) {
                int before = cells.problems().size();
                readCell(column);
                for (CellProblem problem :
                        cells.problems().subList(before, cells.problems().size())) {
                    note(problem, column.field().code(), severity(column.field(), problem.code()));
                }
            }
            return whole();
        }

        private void readCell(ColumnMapping.Column column) {
            Field field = column.field();
            switch (field.kind()) {
                case TEXT -> cells.text(column.index()).ifPresent(text -> keepText(column, text));
                case NUMBER -> cells.decimal(column.index()).ifPresent(number -> keepNumber(column, number));
                case DATE ->
                    cells.required(column.index(), cells.date(column.index())).ifPresent(date -> {
                        if (date.isAfter(today)) {
                            cells.reject(column.index(), "DATE_IN_FUTURE", date.toString());
                        } else {
                            takenOn = date;
                        }
                    });
            }
        }

        private void keepText(ColumnMapping.Column column, String raw) {
            String text = HandleRule.clean(raw);
            switch (column.field()) {
                case TOPIC -> keepTopics(column, text);
                case COUNTRY -> {
                    Optional<String> code = Countries.code(text);
                    code.ifPresentOrElse(
                            found -> texts.put(Field.COUNTRY, found),
                            () -> cells.reject(column.index(), "UNKNOWN_COUNTRY", text));
                }
                case PROFILE_URL -> {
                    if (text.matches("https?://\\S{3,490}")) {
                        texts.put(Field.PROFILE_URL, text);
                    } else {
                        cells.reject(column.index(), "NOT_A_WEB_ADDRESS", text);
                    }
                }
                case BIO -> texts.put(Field.BIO, text.length() > 4000 ? text.substring(0, 4000) : text);
                default -> {
                    if (text.length() > LONGEST_NAME) {
                        cells.reject(column.index(), "TOO_LONG", text);
                    } else if (!text.isEmpty()) {
                        texts.put(column.field(), text);
                    }
                }
            }
        }

        private void keepTopics(ColumnMapping.Column column, String text) {
            for (String part : text.split("[,;、|，；]", -1)) {
                String topic = part.strip();
                if (topic.isEmpty() || topic.length() > LONGEST_TOPIC || topics.contains(topic)) {
                    continue;
                }
                if (topics.size() == MOST_TOPICS) {
                    cells.reject(column.index(), "TOO_MANY_TOPICS", topic);
                    return;
                }
                topics.add(topic);
            }
        }

        private void keepNumber(ColumnMapping.Column column, BigDecimal number) {
            if (number.signum() < 0) {
                cells.reject(column.index(), "NEGATIVE", row.text(column.index()));
            } else if (number.compareTo(LARGEST) > 0) {
                cells.reject(column.index(), CellProblem.NUMBER_TOO_LARGE, row.text(column.index()));
            } else {
                // Averages have decimals (348.5 views); the registry counts in whole ones.
                numbers.put(
                        column.field(), number.setScale(0, RoundingMode.HALF_UP).longValueExact());
            }
        }

        private LineRead whole() {
            String uid = texts.get(Field.PLATFORM_UID);
            String name = texts.get(Field.DISPLAY_NAME);
            String handle = texts.get(Field.HANDLE);
            if (handle == null && uid != null) {
                handle = name == null ? uid : name;
            }
            if (handle == null) {
                boolean told = issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
                if (!told) {
                    issues.add(Issue.ofLine(
                            row.line(),
                            Severity.ERROR,
                            "MISSING_IDENTITY",
                            "The line has neither a handle nor a platform id, so nobody knows whom it is about."));
                }
                return keptOut();
            }
            if (issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR)) {
                return keptOut();
            }
            return new LineRead(
                    place,
                    row.line(),
                    new ProfileLine(
                            Math.toIntExact(row.line()),
                            new ProfileFacts(
                                    uid,
                                    handle,
                                    name,
                                    takenOn,
                                    metrics(),
                                    texts.get(Field.COUNTRY),
                                    List.copyOf(topics),
                                    texts.get(Field.PROFILE_URL),
                                    texts.get(Field.BIO))),
                    issues);
        }

        private Metrics metrics() {
            return new Metrics(
                    numbers.get(Field.FOLLOWERS),
                    numbers.get(Field.FOLLOWINGS),
                    numbers.get(Field.POSTS),
                    numbers.get(Field.AVG_VIEWS),
                    numbers.get(Field.AVG_LIKES),
                    numbers.get(Field.AVG_COMMENTS),
                    numbers.get(Field.AVG_SHARES),
                    numbers.get(Field.AVG_SAVES),
                    numbers.get(Field.AVG_ENGAGEMENTS),
                    numbers.get(Field.AUTHENTIC_ENGAGEMENTS));
        }

        private LineRead keptOut() {
            return new LineRead(place, row.line(), null, issues);
        }

        private void note(CellProblem problem, String field, Severity severity) {
            issues.add(new Issue(
                    problem.line(),
                    problem.column(),
                    problem.header(),
                    field,
                    severity,
                    problem.code(),
                    problem.value().replace("\0", ""),
                    Sentences.of(problem.code(), problem.value())));
        }

        private static Severity severity(Field field, String code) {
            return switch (field) {
                case HANDLE, PLATFORM_UID, SNAPSHOT_DATE -> Severity.ERROR;
                case DISPLAY_NAME -> code.equals("TOO_LONG") ? Severity.ERROR : Severity.WARNING;
                default -> Severity.WARNING;
            };
        }
    }
}
