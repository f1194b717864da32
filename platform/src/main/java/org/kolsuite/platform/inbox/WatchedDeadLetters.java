package org.kolsuite.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Messages that wait for a person. */
@ApplicationScoped
class WatchedDeadLetters implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(Figure.count(
                "kol.dead.letters.waiting",
                "Parked messages that nobody has replayed",
                "select count(*) from dead_letter where replayed_at is null"));
    }
}
