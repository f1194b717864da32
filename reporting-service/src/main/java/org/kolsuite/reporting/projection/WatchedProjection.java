package org.kolsuite.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Whether reports show what happened. */
@ApplicationScoped
class WatchedProjection implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(Figure.count(
                "kol.projection.waiting",
                "Subjects whose results are to be folded again",
                "select count(distinct subject_id) from fold_mark"));
    }
}
