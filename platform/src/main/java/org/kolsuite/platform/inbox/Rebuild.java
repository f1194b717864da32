package org.kolsuite.platform.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.kolsuite.contracts.event.State;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Makes a projection of one organisation what its state topic says, whatever is known so far. The steps, in one transaction:
 *
 * <ol>
 *   <li>lock the table, so that the consumers' news waits: the topic read below then holds all that was taken in so far;
 *   <li>read the topic to its end, and forget which version is known of each aggregate on it;
 *   <li>take each state, and erase those of which only a tombstone is left. Who was erased stays so, and what the topic
 *       doesn't know stays as it is: other rows hang on it, and a topic that lost records must not erase anybody.
 * </ol>
 */
@ApplicationScoped
public class Rebuild {
    /** Aggregates that are taken before the session forgets their rows. */
    public static final int PART = 100;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    StateTopics topics;

    @Inject
    AuditTrail trail;

    /**
     * What a rebuild did.
     *
     * @param same whether everything was as the topic says before
     * @param subjects how many aggregates the topic told of
     */
    public record Rebuilt(String hashBefore, String hashAfter, boolean same, int subjects) {}

    /** Safe to repeat; leaves a line in the audit trail. */
    public <S extends State> Uni<Rebuilt> of(StateProjection<S> projection, Caller.Member admin) {
        return unitOfWork.as(
                admin,
                () -> unitOfWork
                        .unhurried()
                        .chain(projection::lock)
                        .chain(() -> hash(projection))
                        .chain(before -> topics.read(projection.topic(), projection.type(), admin.tenant())
                                .call(present -> takeAll(projection, present))
                                .chain(present -> hash(projection).map(after -> rebuilt(before, after, present))))
                        .call(rebuilt -> trail.record(
                                admin,
                                "rebuild-" + projection.name(),
                                "projection",
                                admin.tenant(),
                                null,
                                null,
                                rebuilt)));
    }

    private static Rebuilt rebuilt(String before, String after, StateTopics.Present<?> present) {
        int subjects = present.states().size() + present.erased().size();
        return new Rebuilt(before, after, before.equals(after), subjects);
    }

    private static <S extends State> Uni<Void> takeAll(StateProjection<S> projection, StateTopics.Present<S> present) {
        UUID[] ids = present.states().stream().map(State::aggregateId).toArray(UUID[]::new);
        return forgetVersions(projection, ids)
                .chain(() -> inParts(
                        present.states(),
                        part -> projection
                                .expect(part.stream().map(State::aggregateId).toList())
                                .chain(() -> oneAfterAnother(part, projection::take))))
                .chain(() -> inParts(present.erased(), part -> oneAfterAnother(part, projection::erase)));
    }

    /** Each flush looks at every row that the session knows, so that it must not know them all. */
    private static <T> Uni<Void> inParts(Collection<T> all, Function<List<T>, Uni<Void>> step) {
        return Panache.getSession()
                .invoke(session -> session.setBatchSize(PART))
                .chain(session -> oneAfterAnother(
                        Multi.createFrom().iterable(all).group().intoLists().of(PART),
                        part -> step.apply(part).chain(session::flush).invoke(session::clear)));
    }

    private static <T> Uni<Void> oneAfterAnother(Collection<T> all, Function<T, Uni<?>> step) {
        return oneAfterAnother(Multi.createFrom().iterable(all), step);
    }

    private static <T> Uni<Void> oneAfterAnother(Multi<T> all, Function<T, Uni<?>> step) {
        return all.onItem()
                .transformToUniAndConcatenate(each -> step.apply(each).replaceWithVoid())
                .collect()
                .last();
    }

    private static Uni<Integer> forgetVersions(StateProjection<?> projection, UUID[] ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(projection.forgetVersions())
                        .setParameter("ids", ids)
                        .executeUpdate());
    }

    private static Uni<String> hash(StateProjection<?> projection) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(projection.hash(), String.class)
                        .getSingleResult());
    }
}
