package org.kolsuite.registry.imports.application;

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
                        "select count(*) from import_job where state in ('QUEUED', 'RUNNING')"),
                Figure.age(
                        "kol.imports.age",
                        "How long the oldest of them has waited",
                        "select min(created_at) from import_job where state in ('QUEUED', 'RUNNING')"));
    }
}
