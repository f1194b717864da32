package org.kolsuite.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * How long a service may be silent before its answer begins. While the client is still sending, the wait starts anew: a large
 * upload over a slow line is no silent service.
 */
final class Patience {
    private final Vertx vertx;
    private final long millis;
    private final Promise<Void> exhausted = Promise.promise();
    private long timer;
    private boolean ended;

    Patience(Vertx vertx, Duration most) {
        this.vertx = vertx;
        this.millis = most.toMillis();
    }

    /** The answer, or a failure once patience is at its end. */
    <T> Future<T> await(Future<T> answer) {
        renew();
        Promise<T> first = Promise.promise();
        answer.onComplete(result -> {
            end();
            if (result.succeeded()) {
                first.tryComplete(result.result());
            } else {
                first.tryFail(result.cause());
            }
        });
        exhausted.future().onFailure(first::tryFail);
        return first.future();
    }

    void renew() {
        if (!ended) {
            vertx.cancelTimer(timer);
            timer = vertx.setTimer(
                    millis, late -> exhausted.tryFail(new TimeoutException("no answer within " + millis + " ms")));
        }
    }

    void end() {
        ended = true;
        vertx.cancelTimer(timer);
    }
}
