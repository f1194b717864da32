package org.kolsuite.payment.payout.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Whether payouts without an answer are noticed when their time is over. */
@ApplicationScoped
class WatchedPayouts implements Watched {
    @Inject
    @ConfigProperty(name = "kol.payment.answer-after")
    Duration answerAfter;

    @Override
    public List<Figure> figures() {
        String patience = "interval '%d seconds'".formatted(answerAfter.toSeconds());
        String overdue = "from payout where state = 'SENT' and sent_at < cast(:now as timestamptz) - " + patience;
        return List.of(
                Figure.count(
                        "kol.timers.waiting",
                        "Payouts without an answer that are not marked as such",
                        "select count(*) " + overdue),
                Figure.age(
                        "kol.timers.age",
                        "How late the latest of them is",
                        "select min(sent_at) + " + patience + " " + overdue));
    }
}
