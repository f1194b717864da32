package org.kolsuite.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the index has been filled once: a search that finds nothing would be a lie. */
@Readiness
@ApplicationScoped
class SearchReadiness implements HealthCheck {
    @Inject
    Indexer indexer;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index")
                .status(indexer.isReady())
                .build();
    }
}
