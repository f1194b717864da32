package org.kolsuite.payment.reconciliation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Money that nobody has accounted for yet. */
@ApplicationScoped
class WatchedMoney implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(
                unmatched(
                        "kol.statement.unmatched.lines",
                        "",
                        "Lines of bank statements that match no payout and are not explained",
                        "count(line.id)"),
                unmatched(
                        "kol.statement.unmatched.amount",
                        "minor",
                        "What those lines add up to, in minor units",
                        "coalesce(sum(line.amount_minor), 0)"),
                // Not from the day that the bank booked it on: a statement may come late, and then nobody is late yet.
                unmatched(
                        "kol.statement.unmatched.age",
                        "seconds",
                        "How long the oldest of them has been here",
                        "greatest(0, coalesce(extract(epoch from cast(:now as timestamptz) - min(statement.imported_at)), 0))"),
                Figure.count(
                        "kol.payouts.unknown",
                        "Payouts that the bank has said nothing about, for too long",
                        "select count(*) from payout where state = 'UNKNOWN'"));
    }

    /** Zero is told too, for each currency that a bank ever reported in: a series that ends says nothing. */
    private static Figure unmatched(String name, String unit, String meaning, String what) {
        return Figure.each(name, unit, "currency", meaning, """
                select known.currency, %s from (select distinct currency from bank_statement) known
                left join statement_line line on line.currency = known.currency and line.state in ('OPEN', 'PROPOSED')
                left join bank_statement statement on statement.id = line.statement_id
                group by known.currency""".formatted(what));
    }
}
