package org.kolsuite.registry.imports.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.registry.imports.application.ImportViews.ConflictAnswer;
import org.kolsuite.registry.imports.model.ConflictDecidedAlready;
import org.kolsuite.registry.imports.model.ConflictDecision;
import org.kolsuite.registry.imports.model.ProfileLine;
import org.kolsuite.registry.imports.persistence.ConflictRow;
import org.kolsuite.registry.imports.persistence.ImportRow;
import org.kolsuite.registry.imports.persistence.Imports;
import org.kolsuite.registry.kol.application.RecordProfiles;
import org.kolsuite.registry.kol.application.RecordProfiles.Outcome;
import org.kolsuite.registry.kol.application.RecordProfiles.Statement;
import org.kolsuite.registry.kol.model.ErasedOnRequest;
import org.kolsuite.registry.kol.model.HandleAmbiguous;
import org.kolsuite.registry.platforms.Platforms;

/** Somebody decides what contradicting lines mean. Runs in the transaction that is open. */
@ApplicationScoped
public class ResolveConflict {
    @Inject
    Imports imports;

    @Inject
    Platforms platforms;

    @Inject
    RecordProfiles recordProfiles;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    public Uni<ConflictAnswer> resolve(Caller caller, UUID importId, UUID conflictId, ConflictDecision decision) {
        return imports.require(importId)
                .chain(job -> imports.requireConflict(importId, conflictId)
                        .chain(conflict -> platforms.require(conflict.platform).chain(platform -> {
                            if (conflict.decision != null) {
                                throw new ConflictDecidedAlready();
                            }
                            List<ProfileLine> admitted =
                                    decision.admit(imports.linesOf(conflict), platform.handleRule());
                            return apply(job, admitted, decision)
                                    .invoke(() -> note(conflict, caller, decision))
                                    .chain(() -> trail.record(
                                            caller,
                                            "resolve-conflict",
                                            "import",
                                            importId,
                                            null,
                                            null,
                                            Map.of("conflict", conflictId, "decision", conflict.decision)))
                                    .map(done -> ConflictAnswer.of(conflict, imports.linesOf(conflict)));
                        })));
    }

    private Uni<Void> apply(ImportRow job, List<ProfileLine> lines, ConflictDecision decision) {
        boolean separate = decision instanceof ConflictDecision.SeparateAccounts;
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return recordProfiles
                .record(
                        job.platform,
                        "import:" + job.id,
                        lines.stream()
                                .map(line -> new Statement(
                                        ApplyLines.ordinal(job, line.line()), line.facts(), separate, null))
                                .toList())
                .invoke(outcomes -> {
                    String handle = lines.getFirst().facts().handle();
                    if (outcomes.stream().anyMatch(outcome -> outcome instanceof Outcome.Ambiguous)) {
                        throw new HandleAmbiguous(handle);
                    }
                    if (outcomes.stream().anyMatch(outcome -> outcome instanceof Outcome.Erased)) {
                        throw new ErasedOnRequest();
                    }
                })
                .replaceWithVoid();
    }

    private void note(ConflictRow conflict, Caller caller, ConflictDecision decision) {
        switch (decision) {
            case ConflictDecision.KeepLine keep -> {
                conflict.decision = "KEEP_LINE";
                conflict.keptLine = keep.line();
            }
            case ConflictDecision.SeparateAccounts ignored -> conflict.decision = "SEPARATE_ACCOUNTS";
            case ConflictDecision.DiscardAll ignored -> conflict.decision = "DISCARD_ALL";
        }
        conflict.decidedBy = caller.subject();
        conflict.decidedByName = caller.name();
        conflict.decidedAt = clock.instant();
    }
}
