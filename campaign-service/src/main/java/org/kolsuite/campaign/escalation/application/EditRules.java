package org.kolsuite.campaign.escalation.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.escalation.model.EscalationRule;
import org.kolsuite.campaign.escalation.persistence.EscalationRepository;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Writes, changes and lists the organisation's escalation rules. */
@ApplicationScoped
public class EditRules {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    EscalationRepository escalations;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    public Uni<Page<EscalationRule>> list(Caller.Member caller) {
        return unitOfWork.as(
                caller, () -> escalations.rules().map(rules -> new Page<>(rules, null, (long) rules.size())));
    }

    public Uni<EscalationRule> read(Caller.Member caller, UUID id) {
        return unitOfWork.as(caller, () -> escalations.row(id).map(escalations::toModel));
    }

    /** Joins the transaction of the idempotency key. */
    public Uni<EscalationRule> add(Caller.Member caller, Function<UUID, EscalationRule> rule) {
        return escalations
                .add(rule.apply(Ids.next()), clock.instant())
                .call(added ->
                        trail.record(caller, "add-escalation-rule", "escalation-rule", added.id(), null, null, added));
    }

    public Uni<EscalationRule> change(Caller.Member caller, UUID id, @Nullable String ifMatch, EscalationRule rule) {
        return unitOfWork.as(
                caller,
                () -> escalations.row(id).chain(row -> {
                    IfMatch.require(ifMatch, row.version);
                    EscalationRule before = escalations.toModel(row);
                    escalations.write(row, rule);
                    return Panache.flush()
                            .chain(() -> trail.record(
                                    caller, "change-escalation-rule", "escalation-rule", id, null, before, rule))
                            .map(done -> escalations.toModel(row));
                }));
    }
}
