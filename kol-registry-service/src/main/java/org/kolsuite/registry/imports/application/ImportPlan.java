package org.kolsuite.registry.imports.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kolsuite.registry.imports.application.LineReader.LineRead;
import org.kolsuite.registry.imports.model.FileReview;
import org.kolsuite.registry.imports.model.FileReview.SplitHandle;
import org.kolsuite.registry.imports.model.FileReview.Verdict;
import org.kolsuite.registry.imports.model.Issue;
import org.kolsuite.registry.imports.model.Issue.Severity;
import org.kolsuite.registry.imports.model.ProfileLine;
import org.kolsuite.registry.kol.model.HandleRule;

/** A whole file, read and reviewed: the same file and mapping always give the same plan. */
record ImportPlan(List<LineRead> lines, Map<Integer, Verdict> verdicts) {

    static ImportPlan of(String platform, List<LineRead> lines, HandleRule rule, Set<SplitHandle> splits) {
        List<ProfileLine> profiles = lines.stream()
                .map(LineRead::profile)
                .filter(profile -> profile != null)
                .toList();
        return new ImportPlan(lines, FileReview.review(platform, profiles, rule, splits));
    }

    int size() {
        return lines.size();
    }

    List<LineRead> chunk(int from, int length) {
        return lines.subList(from, Math.min(lines.size(), from + length));
    }

    /** What keeps the file from being taken as a whole; nothing when it can be. */
    List<Issue> obstacles() {
        List<Issue> obstacles = new java.util.ArrayList<>();
        for (LineRead line : lines) {
            line.issues().stream()
                    .filter(issue -> issue.severity() == Severity.ERROR)
                    .forEach(obstacles::add);
        }
        for (FileReview.Contradiction contradiction : FileReview.contradictions(verdicts)) {
            obstacles.add(Issue.ofLine(
                    contradiction.raisedAt(),
                    Severity.ERROR,
                    "CONTRADICTING_LINES",
                    "The lines %s are about the same handle and contradict each other."
                            .formatted(contradiction.lines().stream()
                                    .map(ProfileLine::line)
                                    .toList())));
        }
        return obstacles;
    }
}
