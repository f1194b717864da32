package org.kolsuite.registry.imports.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kolsuite.registry.imports.application.LineReader.LineRead;
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
        Batch batch = new Batch(job, plan);
        chunk.forEach(batch::add);
        return recordProfiles
                .record(job.platform, "import:" + job.id, batch.statements)
                .chain(outcomes -> {
                    batch.count(outcomes, rule);
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
            chain = chain.chain(() -> imports.addConflict(job, conflict.handleKey(), conflict.lines()));
        }
        return chain;
    }

    private record NewConflict(String handleKey, List<ProfileLine> lines) {}

    /** What the lines of one chunk come to. */
    private static final class Batch {
        private final ImportRow job;
        private final ImportPlan plan;
        private final List<Statement> statements = new ArrayList<>();
        private final List<ProfileLine> stated = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();
        private final List<NewConflict> conflicts = new ArrayList<>();

        Batch(ImportRow job, ImportPlan plan) {
            this.job = job;
            this.plan = plan;
        }

        void add(LineRead read) {
            read.issues().forEach(this::note);
            ProfileLine profile = read.profile();
            if (profile == null) {
                job.rejectedCount++;
                return;
            }
            switch (Objects.requireNonNull(plan.verdicts().get(profile.line()))) {
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
                case Verdict.Contradicts contradicts -> {
                    job.conflictLines++;
                    if (contradicts.contradiction().raisedAt() == profile.line()) {
                        conflicts.add(new NewConflict(
                                contradicts.contradiction().handleKey(),
                                contradicts.contradiction().lines()));
                    }
                }
            }
        }

        void count(List<Outcome> outcomes, HandleRule rule) {
            for (int i = 0; i < outcomes.size(); i++) {
                ProfileLine line = stated.get(i);
                switch (outcomes.get(i)) {
                    case Outcome.Created ignored -> job.createdCount++;
                    case Outcome.Updated ignored -> job.updatedCount++;
                    case Outcome.Ambiguous ignored -> {
                        job.conflictLines++;
                        conflicts.add(new NewConflict(rule.key(line.facts().handle()), List.of(line)));
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
