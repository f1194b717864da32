package org.kolsuite.gateway.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.GatewaySettings.LimitSettings;
import org.kolsuite.gateway.Order;

/** The limits that need not know who calls: the announced size of the body, and calls per address. */
@ApplicationScoped
class CallLimits {
    private final RateLimits rates;
    private final LimitSettings limits;

    CallLimits(RateLimits rates, GatewaySettings settings) {
        this.rates = rates;
        this.limits = settings.limits();
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkAnnouncedSize, Order.BODY_SIZE);
        filters.register(this::countAddress, Order.ADDRESS_RATE);
    }

    private void checkAnnouncedSize(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long most = BodyLimit.of(call.request(), limits);
        if (length != null && Long.parseLong(length) > most) {
            BodyTooLarge.refuse(call, most);
        } else {
            call.next();
        }
    }

    private void countAddress(RoutingContext call) {
        String path = call.request().path();
        boolean counted = Stream.of("/api/", "/partner/", "/session", "/t/").anyMatch(path::startsWith);
        if (counted) {
            rates.countAddress(call).ifPresentOrElse(problem -> problem.send(call), call::next);
        } else {
            call.next();
        }
    }
}
