package org.kolsuite.registry.platforms;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The platforms of the installation. Call inside a unit of work. */
@ApplicationScoped
public class Platforms {
    public Uni<List<PlatformRow>> all() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from PlatformRow order by position", PlatformRow.class)
                        .getResultList());
    }

    /** Fails with {@link UnknownPlatform} when there is none with that code. */
    public Uni<PlatformRow> require(String code) {
        return Panache.getSession()
                .chain(session -> session.find(PlatformRow.class, code))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownPlatform(code));
    }
}
