package org.kolsuite.campaign.collaboration.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Whether what is due is done. */
@ApplicationScoped
class WatchedTimers implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.count(
                        "kol.timers.waiting",
                        "Steps that are due and not done",
                        "select count(*) from collaboration where due_at <= :now"),
                Figure.age(
                        "kol.timers.age",
                        "How late the latest step is",
                        "select min(due_at) from collaboration where due_at <= :now"));
    }
}
