package org.kolsuite.payment.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kolsuite.platform.watch.Figure;
import org.kolsuite.platform.watch.Watched;

/** Whether files are worked off. */
@ApplicationScoped
class WatchedImports implements Watched {
    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.count(
                        "kol.imports.waiting",
                        "Files that are not worked off",
                        "select count(*) from upload where status in ('QUEUED', 'RUNNING')"),
                Figure.age(
                        "kol.imports.age",
                        "How long the oldest of them has waited",
                        "select min(uploaded_at) from upload where status in ('QUEUED', 'RUNNING')"));
    }
}
