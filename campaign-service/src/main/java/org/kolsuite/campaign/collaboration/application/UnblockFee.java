package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.NoFeeIsBlocked;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.ReasonMissing;
import org.kolsuite.campaign.collaboration.model.Verb;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRow;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Marks a refused fee as dealt with. Payment tells when it refuses a fee and when one is approved, nothing in between: what
 * people settled otherwise, only they can say. The collaboration's state stays, and so does the reservation.
 */
@ApplicationScoped
public class UnblockFee {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    TakeStep steps;

    @Inject
    AuditTrail trail;

    public Uni<TakeStep.Taken> unblock(Caller.Member caller, Step step) {
        return unitOfWork.as(
                caller,
                () -> steps.open(caller, step).chain(situation -> {
                    CollaborationRow row = situation.row();
                    String code = row.blockedCode;
                    if (code == null) {
                        throw new NoFeeIsBlocked();
                    }
                    if (!situation.moment().hasReason()) {
                        throw new ReasonMissing("somebody will ask what became of the refused fee");
                    }
                    Map<String, String> before =
                            Map.of("code", code, "detail", row.blockedDetail == null ? "" : row.blockedDetail);
                    row.blockedCode = null;
                    row.blockedDetail = null;
                    return steps.remember(row.id, Verb.UNBLOCK_FEE, row.state, row.state, situation.moment())
                            .chain(() -> trail.record(
                                    caller, "unblock-fee", "collaboration", row.id, step.reason(), before, null))
                            .chain(Panache::flush)
                            .map(done -> TakeStep.Taken.of(row));
                }));
    }
}
