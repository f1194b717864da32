package org.kolsuite.payment.fee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.ApprovalLimits;
import org.kolsuite.payment.fee.model.ApprovalLimits.Limit;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Up to which amount each role approves: the installation's defaults, and what the organisation sets over them. */
@ApplicationScoped
public class SetApprovalLimits {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    AuditTrail trail;

    @ConfigProperty(name = "kol.payment.approval-limits")
    Map<String, BigDecimal> defaults;

    /** In the transaction that is open. */
    Uni<ApprovalLimits> limits() {
        return Sql.of("select role, limit_minor, currency from approval_limit order by role, currency")
                .list(row -> new Limit(row.text(), row.money()))
                .map(own -> new ApprovalLimits(own, defaults));
    }

    public Uni<ApprovalLimits> read(Caller caller) {
        return unitOfWork.as(caller, this::limits);
    }

    public Uni<ApprovalLimits> set(Caller caller, String role, Money upTo) {
        return unitOfWork.as(
                caller,
                () -> Sql.of("""
                        insert into approval_limit (role, currency, limit_minor) values (:role, :currency, :minor)
                        on conflict (tenant_id, role, currency) do update set limit_minor = excluded.limit_minor""")
                        .with("role", role)
                        .with("currency", upTo.currency())
                        .with("minor", upTo.amountMinor())
                        .execute()
                        .chain(() -> trail.record(
                                caller,
                                "set-approval-limit",
                                "approval-limit",
                                Ids.next(),
                                null,
                                null,
                                List.of(role, upTo.toString())))
                        .chain(this::limits));
    }
}
