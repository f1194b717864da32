package org.kolsuite.platform.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Asks the database for every figure now and then, so that reading the metrics costs it nothing. Each replica tells the same: whoever
 * adds up takes the maximum over replicas. A figure that can't be read is left out rather than told as it once was, and its absence is
 * what an alert sees.
 */
@ApplicationScoped
public class Figures {
    private static final Logger LOG = Logger.getLogger(Figures.class);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    @All
    @Inject
    List<Watched> watched;

    private final Map<Figure, MultiGauge> gauges = new LinkedHashMap<>();

    @PostConstruct
    void register() {
        for (Watched part : watched) {
            for (Figure figure : part.figures()) {
                MultiGauge.Builder gauge = MultiGauge.builder(figure.name()).description(figure.meaning());
                gauges.put(figure, (figure.unit().isEmpty() ? gauge : gauge.baseUnit(figure.unit())).register(meters));
            }
        }
    }

    /** Whoever stops tells nothing any more, also where the registry outlives the service. */
    @PreDestroy
    void forget() {
        gauges.values().forEach(gauge -> gauge.register(List.of(), true));
    }

    /** Reads every figure, one after another, so that watching never takes more than one connection. */
    @Scheduled(
            every = "{kol.watch.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "platform-figures")
    public Uni<Void> look() {
        return Multi.createFrom()
                .iterable(gauges.entrySet())
                .onItem()
                .transformToUniAndConcatenate(figure -> read(figure.getKey())
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "%s can't be read: %s", figure.getKey().name(), failure.getMessage()))
                        .onFailure()
                        .recoverWithItem(List.of())
                        .invoke(rows -> figure.getValue().register(rows, true)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<MultiGauge.Row<?>>> read(Figure figure) {
        return unitOfWork
                .acrossTenants(() -> Panache.getSession().chain(session -> {
                    var query = session.createNativeQuery(figure.query(), Object[].class);
                    if (figure.query().contains(":now")) {
                        query.setParameter("now", clock.instant());
                    }
                    return query.getResultList();
                }))
                .map(rows -> rows.stream()
                        .<MultiGauge.Row<?>>map(row -> MultiGauge.Row.of(
                                figure.tag()
                                        .map(tag -> Tags.of(tag, String.valueOf(row[0])))
                                        .orElse(Tags.empty()),
                                (Number) row[1]))
                        .toList());
    }
}
