package org.kolsuite.platform.file;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Work that blocks, beside an event loop that must not. */
public final class OffLoop {
    private OffLoop() {}

    /** Does the work on a worker thread, and goes on in the context from which it was asked for. */
    public static <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }
}
