package org.kolsuite.registry.imports.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.kolsuite.platform.file.OffLoop;
import org.kolsuite.registry.imports.application.LineReader.LineRead;
import org.kolsuite.registry.imports.model.FileReview;
import org.kolsuite.registry.imports.model.FileReview.Member;
import org.kolsuite.registry.imports.model.FileReview.Verdict;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.model.Issue.Severity;
import org.kolsuite.registry.imports.model.ProfileLine;
import org.kolsuite.registry.imports.persistence.ImportRow;
import org.kolsuite.registry.imports.persistence.Imports;
import org.kolsuite.registry.kol.application.RecordProfiles;
import org.kolsuite.registry.kol.application.RecordProfiles.Outcome;
import org.kolsuite.registry.kol.application.RecordProfiles.Statement;
import org.kolsuite.registry.kol.model.HandleRule;

/** Applies some lines of a plan, and counts what became of each. Runs in the transaction that is open. */
@ApplicationScoped
class ApplyLines {
    @Inject
    Imports imports;

    @Inject
    RecordProfiles recordProfiles;

    Uni<Void> apply(ImportRow job, ImportPlan plan, List<LineRead> chunk, HandleRule rule) {
        Batch batch = new Batch(job, plan, rule);
        chunk.forEach(batch::add);
        return recordProfiles
                .record(job.platform, "import:" + job.id, batch.statements)
                .chain(outcomes -> {
                    batch.count(outcomes);
                    return imports.addIssues(job.id, batch.issues);
                })
                .chain(() -> addConflicts(job, batch))
                .invoke(() -> job.position += chunk.size());
    }

    /** Later in the file, larger; a later import of the same day, larger still. */
    static long ordinal(ImportRow job, long line) {
        return job.createdAt.toEpochMilli() * 1_000_000 + line;
    }

    private Uni<Void> addConflicts(ImportRow job, Batch batch) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (NewConflict conflict : batch.conflicts) {
            ProfileLine first = conflict.first();
            chain = chain.chain(() -> linesOf(conflict, batch.plan))
                    .chain(lines -> imports.addConflict(
                            job, conflict.handleKey(), first.facts().takenOn(), first.line(), lines));
        }
        return chain;
    }

    /** One question after another: the lines of all of them may be many. */
    private Uni<String> linesOf(NewConflict conflict, ImportPlan plan) {
        return conflict.members().isEmpty()
                ? Uni.createFrom().item(imports.write(List.of(conflict.first())))
                : OffLoop.run(() -> plan.asked(conflict.members()));
    }

    /** @param members the lines to choose from; none where it is only the first */
    private record NewConflict(String handleKey, ProfileLine first, List<Member> members) {}

    /** What the lines of one chunk come to. */
    private static final class Batch {
        private final ImportRow job;
        private final ImportPlan plan;
        private final HandleRule rule;
        private final List<Statement> statements = new ArrayList<>();
        private final List<ProfileLine> stated = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();
        private final List<NewConflict> conflicts = new ArrayList<>();

        Batch(ImportRow job, ImportPlan plan, HandleRule rule) {
            this.job = job;
            this.plan = plan;
            this.rule = rule;
        }

        void add(LineRead read) {
            read.issues().forEach(this::note);
            ProfileLine profile = read.profile();
            if (profile == null) {
                job.rejectedCount++;
                return;
            }
            switch (plan.verdictOn(read)) {
                case Verdict.Stands ignored -> state(profile);
                case Verdict.Repeat repeat -> {
                    job.repeatedCount++;
                    note(Issue.ofLine(
                            read.line(),
                            Severity.WARNING,
                            "REPEATED_LINE",
                            "Says what line " + repeat.ofLine() + " says."));
                }
                case Verdict.SupersededThatDay superseded -> {
                    note(
                            Issue.ofLine(
                                    read.line(),
                                    Severity.WARNING,
                                    "SEVERAL_VALUES_THAT_DAY",
                                    "Line " + superseded.byLine()
                                            + " gives other values for the same account and day; both are kept, the later one counts."));
                    state(profile);
                }
                case Verdict.Raises raises -> {
                    job.conflictLines++;
                    conflicts.add(new NewConflict(rule.key(profile.facts().handle()), profile, raises.members()));
                }
                case Verdict.Contradicts ignored -> job.conflictLines++;
                case Verdict.OneTooMany ignored -> {
                    job.rejectedCount++;
                    note(
                            Issue.ofLine(
                                    read.line(),
                                    Severity.ERROR,
                                    "TOO_MANY_CONTRADICTING_LINES",
                                    "More than " + FileReview.MOST_CONTRADICTING
                                            + " lines give other values for the same handle and day; nobody is asked about this one."));
                }
            }
        }

        void count(List<Outcome> outcomes) {
            for (int i = 0; i < outcomes.size(); i++) {
                ProfileLine line = stated.get(i);
                switch (outcomes.get(i)) {
                    case Outcome.Created ignored -> job.createdCount++;
                    case Outcome.Updated ignored -> job.updatedCount++;
                    case Outcome.Ambiguous ignored -> {
                        job.conflictLines++;
                        conflicts.add(new NewConflict(rule.key(line.facts().handle()), line, List.of()));
                    }
                    case Outcome.Erased ignored -> {
                        job.rejectedCount++;
                        note(Issue.ofLine(
                                line.line(),
                                Severity.ERROR,
                                "ERASED_ON_REQUEST",
                                "The person behind this account asked to be erased, so the line is not recorded."));
                    }
                }
            }
        }

        private void state(ProfileLine profile) {
            stated.add(profile);
            statements.add(new Statement(ordinal(job, profile.line()), profile.facts(), false, null));
        }

        private void note(Issue issue) {
            issues.add(issue);
            if (issue.severity() == Severity.WARNING) {
                job.warningCount++;
            }
        }
    }
}
