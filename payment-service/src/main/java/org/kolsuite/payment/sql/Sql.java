package org.kolsuite.payment.sql;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One native statement with named parameters, run in the session of the open unit of work. */
public final class Sql {
    private final String text;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    private Sql(String text) {
        this.text = text;
    }

    public static Sql of(String text) {
        return new Sql(text);
    }

    public Sql with(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Ids for {@code = any(cast(:name as uuid[]))}: the text stays the same however many there are, so PostgreSQL parses it once. */
    public Sql withIds(String name, Collection<UUID> ids) {
        return with(name, ids.toArray(UUID[]::new));
    }

    /** Reads every row; the columns are taken from left to right. */
    public <T> Uni<List<T>> list(Function<Columns, T> reader) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(text, Object.class);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows ->
                        rows.stream().map(row -> reader.apply(new Columns(row))).toList());
    }

    public <T> Uni<Optional<T>> first(Function<Columns, T> reader) {
        return list(reader).map(rows -> rows.stream().findFirst());
    }

    /** A single count or sum. */
    public Uni<Long> number() {
        return list(Columns::number).map(rows -> rows.isEmpty() ? 0L : rows.getFirst());
    }

    /** Inserts, updates; how many rows. */
    public Uni<Integer> execute() {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(text);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }
}
