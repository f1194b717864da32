package org.kolsuite.platform.inbox;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer does with each type of message. A type that is neither handled nor ignored by name is parked as a dead
 * letter, where a person sees it (CASES E7).
 */
public final class Handlers {
    private final Map<String, Handler<?>> byType = new LinkedHashMap<>();
    private final Set<String> ignored = new TreeSet<>();

    private Handlers() {}

    public static Handlers of() {
        return new Handlers();
    }

    /** Handles a contract record; runs in the transaction that also marks the event as seen. */
    public <T> Handlers on(Class<T> type, BiFunction<T, Envelope, Uni<Void>> handler) {
        byType.put(type.getSimpleName(), new Handler<>(type, handler));
        return this;
    }

    public <T> Handlers on(Class<T> type, Function<T, Uni<Void>> handler) {
        return on(type, (event, envelope) -> handler.apply(event));
    }

    /** Handles the erasure of an aggregate's state; gets the aggregate's id. */
    public Handlers onTombstone(Function<UUID, Uni<Void>> handler) {
        byType.put(
                "Tombstone",
                new Handler<>(Void.class, (nothing, envelope) -> handler.apply(UUID.fromString(envelope.subject()))));
        return this;
    }

    /** Types on the topic that this consumer has no use for. */
    public Handlers ignore(Class<?>... types) {
        for (Class<?> type : types) {
            ignored.add(type.getSimpleName());
        }
        return this;
    }

    boolean ignores(String type) {
        return ignored.contains(type);
    }

    @Nullable
    Handler<?> forType(String type) {
        return byType.get(type);
    }

    record Handler<T>(Class<T> type, BiFunction<T, Envelope, Uni<Void>> handler) {}
}
