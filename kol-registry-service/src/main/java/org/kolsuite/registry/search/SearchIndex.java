package org.kolsuite.registry.search;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/**
 * This replica's index. Every session belongs to one tenant, and Hibernate Search itself adds that tenant to each document
 * and each query: this is the one place where a tenant gets into a search, and there is no session without one.
 */
@ApplicationScoped
public class SearchIndex {
    @ConfigProperty(name = "kol.search.directory")
    Optional<String> configured;

    private CloseableSearchMapping mapping;

    @PostConstruct
    void open() {
        mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(Listing.class, Listing.Hit.class))
                .property("hibernate.search.mapping.multi_tenancy.enabled", true)
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.multi_tenancy.strategy", "discriminator")
                .property("hibernate.search.backend.analysis.configurer", "class:" + SearchAnalysis.class.getName())
                .property("hibernate.search.backend.directory.root", directory().toString())
                // The index is a copy that is rebuilt at every start, so it need not survive anything.
                .property("hibernate.search.schema_management.strategy", "drop-and-create-and-drop")
                .property("hibernate.search.backend.io.commit_interval", 1000)
                .build();
    }

    void close(@Observes ShutdownEvent event) {
        mapping.close();
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

    /** Empties the index of every tenant, for a rebuild. */
    void clear() {
        try (SearchSession session = mapping.createSessionWithOptions()
                .tenantId((Object) new UUID(0, 0).toString())
                .build()) {
            session.schemaManager(Listing.class).dropAndCreate();
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

    private Path directory() {
        try {
            return configured.isPresent()
                    ? Files.createDirectories(Path.of(configured.get()))
                    : Files.createTempDirectory("kol-search");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
