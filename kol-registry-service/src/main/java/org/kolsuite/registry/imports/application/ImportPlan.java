package org.kolsuite.registry.imports.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.imports.application.LineReader.LineRead;
import org.kolsuite.registry.imports.model.FileReview;
import org.kolsuite.registry.imports.model.FileReview.Member;
import org.kolsuite.registry.imports.model.FileReview.SplitHandle;
import org.kolsuite.registry.imports.model.FileReview.Verdict;
import org.kolsuite.registry.imports.model.FileReview.Verdicts;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.model.Issue.Severity;
import org.kolsuite.registry.imports.model.ProfileLine;
import org.kolsuite.registry.kol.model.HandleRule;

/**
 * A whole file, read and reviewed: the same file and mapping always give the same plan. It holds what becomes of each line, not the lines,
 * which are read again from the file, a part at a time. Close it: the file is temporary.
 */
final class ImportPlan implements AutoCloseable {
    private static final int LINES_AT_ONCE = 500;

    private final Path file;
    private final Supplier<LineReader> readers;
    private final Verdicts verdicts;
    private final int size;
    private final int keptOut;
    private @Nullable AskedLines askedLines;

    private ImportPlan(Path file, Supplier<LineReader> readers, Verdicts verdicts, int size, int keptOut) {
        this.file = file;
        this.readers = readers;
        this.verdicts = verdicts;
        this.size = size;
        this.keptOut = keptOut;
    }

    /**
     * @param readers each begins with the first line of the file
     * @param perPart is told after each part of the file that was read
     */
    static ImportPlan of(
            Path file, Supplier<LineReader> readers, HandleRule rule, Set<SplitHandle> splits, Runnable perPart) {
        FileReview review = new FileReview(rule, splits);
        int size = 0;
        int keptOut = 0;
        try (LineReader lines = readers.get()) {
            for (List<LineRead> part = lines.next(LINES_AT_ONCE); !part.isEmpty(); part = lines.next(LINES_AT_ONCE)) {
                for (LineRead line : part) {
                    ProfileLine profile = line.profile();
                    if (profile == null) {
                        keptOut++;
                    } else {
                        review.add(line.place(), profile);
                    }
                }
                size += part.size();
                perPart.run();
            }
        }
        return new ImportPlan(file, readers, review.verdicts(size), size, keptOut);
    }

    /** Puts the lines that people will be asked about where they are found again, if there are any. */
    ImportPlan withAskedLines(Function<ProfileLine, String> json, Runnable perPart) {
        if (verdicts.asked() > 0) {
            try (LineReader lines = readers.get()) {
                askedLines = AskedLines.of(verdicts, lines, json, perPart);
            }
        }
        return this;
    }

    int size() {
        return size;
    }

    /** The lines from a place on. */
    LineReader linesFrom(int place) {
        LineReader lines = readers.get();
        lines.skipTo(place);
        return lines;
    }

    /** What becomes of a line that can be read. */
    Verdict verdictOn(LineRead line) {
        return Objects.requireNonNull(verdicts.of(line.place()));
    }

    /** The lines of a question, as a JSON array. Blocking. */
    String asked(List<Member> members) {
        return Objects.requireNonNull(askedLines).of(members);
    }

    /** Whether every line can be taken, and nobody needs to be asked. */
    boolean isFlawless() {
        return obstacles() == 0;
    }

    /** How many lines keep the file from being taken as a whole. */
    int obstacles() {
        return keptOut + verdicts.questions();
    }

    /** What keeps the file from being taken as a whole, among some of its lines. */
    List<Issue> obstacles(List<LineRead> lines) {
        List<Issue> obstacles = new ArrayList<>();
        for (LineRead line : lines) {
            line.issues().stream()
                    .filter(issue -> issue.severity() == Severity.ERROR)
                    .forEach(obstacles::add);
            if (verdicts.of(line.place()) instanceof Verdict.Raises raises) {
                obstacles.add(Issue.ofLine(
                        line.line(),
                        Severity.ERROR,
                        "CONTRADICTING_LINES",
                        "The lines %s are about the same handle and contradict each other."
                                .formatted(raises.members().stream()
                                        .map(Member::line)
                                        .toList())));
            }
        }
        return obstacles;
    }

    @Override
    public void close() {
        if (askedLines != null) {
            askedLines.close();
        }
        Uploads.delete(file);
    }
}
