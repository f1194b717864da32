package org.kolsuite.registry.imports.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kolsuite.registry.kol.model.AccountIdentity;
import org.kolsuite.registry.kol.model.HandleRule;
import org.kolsuite.registry.kol.model.ProfileFacts;

/**
 * Reads a whole file for lines that are about the same account on the same day, before anything is applied.
 *
 * <ul>
 *   <li>The same facts twice: the first line stands, the others are {@link Verdict.Repeat}.
 *   <li>One handle, different facts: every such line is {@link Verdict.Contradicts} the others; they may be two accounts
 *       or one with a wrong line, and only a person can tell. None is applied before that.
 *   <li>One platform id, different facts: certainly one account, seen several times that day. Every value is kept as an
 *       observation; all but the last line are {@link Verdict.SupersededThatDay}.
 * </ul>
 */
public final class FileReview {
    /** What becomes of a line. */
    public sealed interface Verdict {
        /** The only one about its account and day. */
        record Stands() implements Verdict {}

        /** Says what an earlier line says. */
        record Repeat(int ofLine) implements Verdict {}

        /** Another value of the same day comes later in the file; this one stays in the history only. */
        record SupersededThatDay(int byLine) implements Verdict {}

        /** Stands against other lines with the same handle. */
        record Contradicts(Contradiction contradiction) implements Verdict {}
    }

    /**
     * Lines with one handle and different facts.
     *
     * @param lines one line per distinct set of facts, in file order, at least two
     */
    public record Contradiction(String handleKey, LocalDate takenOn, List<ProfileLine> lines) {
        /** The line whose turn in the file it is to raise the question: the first. */
        public int raisedAt() {
            return lines.getFirst().line();
        }
    }

    /** A handle that a person has split: several accounts, told apart by the normalised display name. */
    public record SplitHandle(String handleKey, String qualifier) {}

    private record Subject(AccountIdentity identity, String qualifier, LocalDate takenOn) {}

    private FileReview() {}

    /**
     * @param lines every readable line of the file, in order
     * @param splits what was decided about this platform's handles before
     * @return a verdict per line number
     */
    public static Map<Integer, Verdict> review(
            String platform, List<ProfileLine> lines, HandleRule rule, Set<SplitHandle> splits) {
        Map<Subject, List<ProfileLine>> bySubject = new LinkedHashMap<>();
        for (ProfileLine line : lines) {
            bySubject
                    .computeIfAbsent(subject(platform, line.facts(), rule, splits), s -> new ArrayList<>())
                    .add(line);
        }
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        bySubject.forEach((subject, sameSubject) -> verdicts.putAll(reviewSubject(subject, sameSubject)));
        return verdicts;
    }

    private static Subject subject(String platform, ProfileFacts facts, HandleRule rule, Set<SplitHandle> splits) {
        AccountIdentity identity = AccountIdentity.of(platform, facts.platformUid(), facts.handle(), rule);
        String qualifier = rule.key(facts.nameOrHandle());
        boolean split = identity instanceof AccountIdentity.ByHandle byHandle
                && splits.contains(new SplitHandle(byHandle.handleKey(), qualifier));
        return new Subject(identity, split ? qualifier : "", facts.takenOn());
    }

    private static Map<Integer, Verdict> reviewSubject(Subject subject, List<ProfileLine> lines) {
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        Map<ProfileFacts, ProfileLine> distinct = new LinkedHashMap<>();
        for (ProfileLine line : lines) {
            ProfileLine first = distinct.putIfAbsent(line.facts(), line);
            if (first != null) {
                verdicts.put(line.line(), new Verdict.Repeat(first.line()));
            }
        }
        List<ProfileLine> distinctLines = List.copyOf(distinct.values());
        ProfileLine last = distinctLines.getLast();
        boolean contradict = distinctLines.size() > 1 && subject.identity() instanceof AccountIdentity.ByHandle;
        for (ProfileLine line : distinctLines) {
            verdicts.put(
                    line.line(),
                    contradict
                            ? new Verdict.Contradicts(new Contradiction(
                                    ((AccountIdentity.ByHandle) subject.identity()).handleKey(),
                                    subject.takenOn(),
                                    distinctLines))
                            : line.line() == last.line()
                                    ? new Verdict.Stands()
                                    : new Verdict.SupersededThatDay(last.line()));
        }
        return verdicts;
    }

    /** The contradictions among the verdicts, in file order, each once. */
    public static List<Contradiction> contradictions(Map<Integer, Verdict> verdicts) {
        Set<Contradiction> seen = new HashSet<>();
        return verdicts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue() instanceof Verdict.Contradicts contradicts
                                && seen.add(contradicts.contradiction())
                        ? java.util.stream.Stream.of(contradicts.contradiction())
                        : java.util.stream.Stream.empty())
                .toList();
    }
}
