package org.kolsuite.gateway.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Whatever goes wrong unforeseen still ends as a problem, without a stack trace or the name of a class (CASES S19). */
@ApplicationScoped
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int BEFORE_ALL_OTHERS = -10_000;

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).failureHandler(Failures::answer);
    }

    private static void answer(RoutingContext call) {
        int status = call.failure() instanceof HttpException known ? known.getStatusCode() : call.statusCode();
        switch (status) {
            case 400 -> Refusals.badRequest().send(call);
            case 404 -> Refusals.notFound().send(call);
            default -> {
                LOG.error("A call failed", call.failure());
                Refusals.internalError().send(call);
            }
        }
    }
}
