package org.kolsuite.registry.imports.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.AccountIdentity;
import org.kolsuite.registry.kol.model.HandleRule;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.model.ProfileFacts;

/**
 * Reads a whole file for lines that are about the same account on the same day, before anything is applied. A file may be longer than what
 * fits into memory, so of each line only fingerprints are kept: of whom it is about, and of what it says.
 *
 * <ul>
 *   <li>The same facts twice: the first line stands, the others are {@link Verdict.Repeat}.
 *   <li>One handle, different facts: the first such line {@link Verdict.Raises} the question, the others are {@link Verdict.Contradicts}; they
 *       may be two accounts or one with a wrong line, and only a person can tell. None is applied before that. What is more than a
 *       person can decide on is {@link Verdict.OneTooMany}.
 *   <li>One platform id, different facts: certainly one account, seen several times that day. Every value is kept as an
 *       observation; all but the last line are {@link Verdict.SupersededThatDay}.
 * </ul>
 */
public final class FileReview {
    /** How many lines a person can be asked to choose from. */
    public static final int MOST_CONTRADICTING = 100;

    private static final Comparator<Trace> BY_SUBJECT =
            Comparator.comparingLong(Trace::subjectHigh).thenComparingLong(Trace::subjectLow);
    private static final Comparator<Trace> BY_FACTS =
            Comparator.comparingLong(Trace::factsHigh).thenComparingLong(Trace::factsLow);

    /** What becomes of a line. */
    public sealed interface Verdict {
        /** The only one about its account and day. */
        record Stands() implements Verdict {}

        /** Says what an earlier line says. */
        record Repeat(int ofLine) implements Verdict {}

        /** Another value of the same day comes later in the file; this one stays in the history only. */
        record SupersededThatDay(int byLine) implements Verdict {}

        /**
         * The first of several lines with one handle and different facts.
         *
         * @param members one line per distinct set of facts, in file order, this one and at least one more
         */
        record Raises(List<Member> members) implements Verdict {}

        /** A later line of a question that an earlier one has raised. */
        record Contradicts() implements Verdict {}

        /** Contradicts others, but comes after as many as a person can be asked about. */
        record OneTooMany() implements Verdict {}
    }

    /**
     * A line of a question.
     *
     * @param place among the rows of the file, from 0
     * @param line as an editor or spreadsheet numbers it
     */
    public record Member(int place, int line) {}

    /** A handle that a person has split: several accounts, told apart by the normalised display name. */
    public record SplitHandle(String handleKey, String qualifier) {}

    /** What is kept of a line; 128 bits of SHA-256 each, so that equal fingerprints mean equal contents. */
    private record Trace(
            int place, int line, boolean byHandle, long subjectHigh, long subjectLow, long factsHigh, long factsLow) {}

    private final HandleRule rule;
    private final Set<SplitHandle> splits;
    private final List<Trace> traces = new ArrayList<>();

    /** @param splits what was decided about this platform's handles before */
    public FileReview(HandleRule rule, Set<SplitHandle> splits) {
        this.rule = rule;
        this.splits = splits;
    }

    /**
     * Takes note of the next line that can be read.
     *
     * @param place among all rows of the file, from 0; rows that can't be read have one too
     */
    public void add(int place, ProfileLine line) {
        ProfileFacts facts = line.facts();
        AccountIdentity identity = AccountIdentity.of("", facts.platformUid(), facts.handle(), rule);
        Fingerprint subject = new Fingerprint();
        boolean byHandle = switch (identity) {
            case AccountIdentity.ByPlatformId byId -> {
                subject.add("id").add(byId.platformUid());
                yield false;
            }
            case AccountIdentity.ByHandle handle -> {
                String qualifier = rule.key(facts.nameOrHandle());
                boolean split = splits.contains(new SplitHandle(handle.handleKey(), qualifier));
                subject.add("handle").add(handle.handleKey()).add(split ? qualifier : "");
                yield true;
            }
        };
        ByteBuffer who = subject.add(facts.takenOn().toString()).take();
        ByteBuffer what = Fingerprint.of(facts).take();
        traces.add(
                new Trace(place, line.line(), byHandle, who.getLong(), who.getLong(), what.getLong(), what.getLong()));
    }

    /**
     * The verdicts, once the whole file was read.
     *
     * @param places how many rows it has
     */
    public Verdicts verdicts(int places) {
        Verdicts verdicts = new Verdicts(places);
        // Stable: lines about one subject stay in file order.
        traces.sort(BY_SUBJECT);
        int from = 0;
        for (int to = 1; to <= traces.size(); to++) {
            if (to == traces.size() || BY_SUBJECT.compare(traces.get(from), traces.get(to)) != 0) {
                review(traces.subList(from, to), verdicts);
                from = to;
            }
        }
        traces.clear();
        return verdicts;
    }

    private static void review(List<Trace> sameSubject, Verdicts verdicts) {
        if (sameSubject.size() == 1) {
            verdicts.stands(sameSubject.getFirst());
            return;
        }
        List<Trace> byFacts = new ArrayList<>(sameSubject);
        byFacts.sort(BY_FACTS);
        List<Trace> distinct = new ArrayList<>();
        for (Trace trace : byFacts) {
            if (distinct.isEmpty() || BY_FACTS.compare(distinct.getLast(), trace) != 0) {
                distinct.add(trace);
            } else {
                verdicts.repeats(trace, distinct.getLast());
            }
        }
        distinct.sort(Comparator.comparingInt(Trace::place));
        if (distinct.size() > 1 && distinct.getFirst().byHandle()) {
            verdicts.contradict(distinct);
        } else {
            distinct.forEach(trace -> verdicts.seen(trace, distinct.getLast()));
        }
    }

    /** What becomes of each line of a file, held in a few bytes per row. */
    public static final class Verdicts {
        private static final byte UNREADABLE = 0;
        private static final byte STANDS = 1;
        private static final byte REPEAT = 2;
        private static final byte SUPERSEDED = 3;
        private static final byte RAISES = 4;
        private static final byte CONTRADICTS = 5;
        private static final byte ONE_TOO_MANY = 6;
        private static final int NONE = -1;

        private final byte[] kinds;
        private final int[] lines;
        /** The line that a verdict names, or the place of the next line of the same question. */
        private final int[] others;

        private int questions;
        private int asked;

        private Verdicts(int places) {
            kinds = new byte[places];
            lines = new int[places];
            others = new int[places];
            Arrays.fill(others, NONE);
        }

        /** What becomes of the line at a place; null for a row that can't be read. */
        public @Nullable Verdict of(int place) {
            return switch (kinds[place]) {
                case UNREADABLE -> null;
                case REPEAT -> new Verdict.Repeat(others[place]);
                case SUPERSEDED -> new Verdict.SupersededThatDay(others[place]);
                case RAISES -> new Verdict.Raises(members(place));
                case CONTRADICTS -> new Verdict.Contradicts();
                case ONE_TOO_MANY -> new Verdict.OneTooMany();
                default -> new Verdict.Stands();
            };
        }

        /** How many questions the file raises. */
        public int questions() {
            return questions;
        }

        /** How many lines a person is asked about, of all questions together. */
        public int asked() {
            return asked;
        }

        /** Whether a person is asked about the line at a place. */
        public boolean isAsked(int place) {
            return kinds[place] == RAISES || kinds[place] == CONTRADICTS;
        }

        private List<Member> members(int first) {
            List<Member> members = new ArrayList<>();
            for (int place = first; place != NONE; place = others[place]) {
                members.add(new Member(place, lines[place]));
            }
            return members;
        }

        private void stands(Trace trace) {
            note(trace, STANDS, NONE);
        }

        private void repeats(Trace trace, Trace first) {
            note(trace, REPEAT, first.line());
        }

        private void seen(Trace trace, Trace last) {
            if (trace.place() == last.place()) {
                stands(trace);
            } else {
                note(trace, SUPERSEDED, last.line());
            }
        }

        private void contradict(List<Trace> distinct) {
            int most = Math.min(distinct.size(), MOST_CONTRADICTING);
            questions++;
            asked += most;
            for (int i = 0; i < distinct.size(); i++) {
                boolean last = i + 1 >= most;
                byte kind = i == 0 ? RAISES : i < most ? CONTRADICTS : ONE_TOO_MANY;
                note(distinct.get(i), kind, last ? NONE : distinct.get(i + 1).place());
            }
        }

        private void note(Trace trace, byte kind, int other) {
            kinds[trace.place()] = kind;
            lines[trace.place()] = trace.line();
            others[trace.place()] = other;
        }
    }

    /** Parts with their lengths, so that no two lists of parts look alike. */
    private static final class Fingerprint {
        private final MessageDigest digest = sha256();

        static Fingerprint of(ProfileFacts facts) {
            Fingerprint print = new Fingerprint();
            print.add(facts.platformUid()).add(facts.handle()).add(facts.displayName());
            print.add(facts.takenOn().toString());
            Metrics metrics = facts.metrics();
            // A record of numbers: its text says all of it, and nothing in it can look like another field.
            print.add(metrics.toString()).add(facts.country()).add(facts.profileUrl());
            print.add(facts.bio());
            facts.topics().forEach(print::add);
            return print;
        }

        Fingerprint add(@Nullable String part) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(part == null ? -1 : bytes.length)
                    .flip());
            digest.update(bytes);
            return this;
        }

        ByteBuffer take() {
            return ByteBuffer.wrap(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }
}
