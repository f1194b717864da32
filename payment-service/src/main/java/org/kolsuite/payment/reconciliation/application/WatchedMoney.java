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

                Figure.each(
                        "kol.statement.unmatched.lines",
                        "",
                        "currency",
                        "Lines of bank statements that match no payout and are not explained",
                        """
                        select currency, count(*) from statement_line where state in ('OPEN', 'PROPOSED') group by currency"""),
                Figure.each(
                        "kol.statement.unmatched.amount",
                        "minor",
                        "currency",
                        "What those lines add up to, in minor units",
                        """
                        select currency, sum(amount_minor) from statement_line where state in ('OPEN', 'PROPOSED')
                        group by currency"""),
                Figure.count(
                        "kol.payouts.unknown",
                        "Payouts that the bank has said nothing about, for too long",
                        "select count(*) from payout where state = 'UNKNOWN'"));
    }
}
