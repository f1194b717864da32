package org.kolsuite.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Whether events leave: what others have not heard of yet. */
@ApplicationScoped
class WatchedOutbox implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.count(
                        "kol.outbox.waiting",
                        "Messages that no consumer can know yet",
                        "select count(*) from outbox where published_at is null"),
                // By the database's clock, which wrote recorded_at: the service's may be moved.
                Figure.age(
                        "kol.outbox.age",
                        "How long the oldest message has waited",
                        "select cast(:now as timestamptz) - (now() - min(recorded_at)) from outbox where published_at is null"));
    }
}
