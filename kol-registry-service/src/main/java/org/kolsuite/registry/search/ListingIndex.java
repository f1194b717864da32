package org.kolsuite.registry.search;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/**
 * One index of listings in a directory of its own. Every session belongs to one tenant, and Hibernate Search itself adds that tenant to
 * each document and each query: this is the one place where a tenant gets into a search, and there is no session without one.
 */
final class ListingIndex implements AutoCloseable {
    private final CloseableSearchMapping mapping;

    /** Opens an empty index. */
    ListingIndex(Path directory) {
        mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(Listing.class, Listing.Hit.class))
                .property("hibernate.search.mapping.multi_tenancy.enabled", true)
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.multi_tenancy.strategy", "discriminator")
                .property("hibernate.search.backend.analysis.configurer", "class:" + SearchAnalysis.class.getName())
                .property("hibernate.search.backend.directory.root", directory.toString())
                // The index is a copy that is filled anew at every start, so it need not survive anything.
                .property("hibernate.search.schema_management.strategy", "drop-and-create-and-drop")
                .property("hibernate.search.backend.io.commit_interval", 1000)
                .build();
    }

    /** Replaces and removes listings of one tenant. Searches see it at once. */
    void update(UUID tenant, List<Listing> present, List<String> goneIds) {
        try (SearchSession session = mapping.createSessionWithOptions()
                .tenantId((Object) tenant.toString())
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync())
                .build()) {
            for (Listing listing : present) {
                session.indexingPlan().addOrUpdate(listing);
            }
            for (String id : goneIds) {
                session.indexingPlan().purge(Listing.class, id, null);
            }
        }
    }

    /** Searches what the tenant has. */
    <T> T search(UUID tenant, Function<SearchSession, T> query) {
        try (SearchSession session = mapping.createSessionWithOptions()
                .tenantId((Object) tenant.toString())
                .build()) {
            return query.apply(session);
        }
    }

    /** Removes it from the disk; nobody may search it any more. */
    @Override
    public void close() {
        mapping.close();
    }
}
