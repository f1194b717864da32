package org.kolsuite.payment.ledger.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.payment.ledger.persistence.LedgerRepository;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Closes months, in order, once they are over. */
@ApplicationScoped
public class ClosePeriod {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    LedgerRepository ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** A closed month. */
    public record Closed(YearMonth month, String by, Instant at) {}

    public Uni<Closed> close(Caller caller, YearMonth month) {
        Instant now = clock.instant();
        return unitOfWork.as(
                caller,
                () -> ledger.lockHead()
                        .chain(head -> ledger.earliestOpenMonth(head.periods().closedThrough())
                                .invoke(earliest -> head.periods()
                                        .close(month, LocalDate.ofInstant(now, ZoneOffset.UTC), earliest)))
                        .chain(() -> ledger.closeThrough(month))
                        .chain(() -> Sql.of("""
                                insert into ledger_period (month, closed_by, closed_by_name, closed_at)
                                values (:month, :by, :name, :at)""")
                                .with("month", month.toString())
                                .with("by", caller.subject())
                                .with("name", caller.name())
                                .with("at", now)
                                .execute())
                        .chain(() -> trail.record(
                                caller, "close-period", "ledger-period", Ids.next(), null, null, month.toString()))
                        .replaceWith(new Closed(month, caller.name(), now)));
    }

    public Uni<List<Closed>> list(Caller caller) {
        return unitOfWork.as(
                caller,
                () -> Sql.of("select month, closed_by_name, closed_at from ledger_period order by month desc")
                        .list(row -> new Closed(YearMonth.parse(row.text()), row.text(), row.instant())));
    }
}
