package org.kolsuite.reporting.measuring.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Whether results are announced when they are due. */
@ApplicationScoped
class WatchedMeasurements implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.count(
                        "kol.timers.waiting",
                        "Results that are due and not announced",
                        "select count(*) from measurement where announced is null and due_at <= :now"),
                Figure.age(
                        "kol.timers.age",
                        "How late the latest result is",
                        "select min(due_at) from measurement where announced is null and due_at <= :now"));
    }
}
