package org.kolsuite.gateway.limits;

import io.vertx.ext.web.RoutingContext;
import org.kolsuite.gateway.problem.Refusals;

/** Thrown into a stream that carries more than is allowed; its answer is 413. */
public final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A client that goes on sending has so long to read the answer before the connection closes. */
    private static final long GRACE_MILLIS = 2_000;

    BodyTooLarge() {
        super("body too large", null, false, false);
    }

    static void refuse(RoutingContext call, long limitBytes) {
        closeSoon(call);
        Refusals.bodyTooLarge(limitBytes).send(call);
    }

    /** Closes the connection once the answer is out: the rest of such a body is nothing to wait for. */
    public static void closeSoon(RoutingContext call) {
        call.addEndHandler(ended -> {
            if (!call.request().isEnded()) {
                call.vertx()
                        .setTimer(
                                GRACE_MILLIS,
                                timer -> call.request().connection().close());
            }
        });
    }
}
