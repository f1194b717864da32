package org.kolsuite.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A query whose conditions depend on what was asked for: only what is given becomes part of it. */
public final class Filter {
    private final StringBuilder text;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String glue = " where ";

    private Filter(String from) {
        this.text = new StringBuilder(from);
    }

    /** @param from for example {@code from CampaignRow} */
    public static Filter of(String from) {
        return new Filter(from);
    }

    public Filter and(String condition) {
        text.append(glue).append(condition);
        glue = " and ";
        return this;
    }

    public Filter and(String condition, String name, Object value) {
        return and(condition).with(name, value);
    }

    /** Adds the condition unless the value is null. */
    public Filter andIf(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition, name, value);
    }

    public Filter with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * The query itself.
     *
     * @param select before the from, or empty
     * @param order after the conditions, or empty
     */
    public <T> Mutiny.SelectionQuery<T> query(Mutiny.Session session, String select, String order, Class<T> type) {
        Mutiny.SelectionQuery<T> query = session.createQuery(select + text + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
