package org.kolsuite.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One refresh per session, however many calls notice at once that the access token has run out.
 *
 * <p>A page starts several calls together, all with the same cookie and so with the same refresh token. Keycloak gives a new
 * one for it once and takes a second use for theft: it ends the session. So the first call asks, the others wait for its
 * answer and carry the same new cookies; calls that were already on their way when the browser got the new cookie find the
 * answer here for a short while.
 *
 * <p>This holds within one replica. Several replicas need an ingress that keeps a session on one of them.
 */
@ApplicationScoped
class SharedRefresh {
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    private record Answer(SignIn signIn, List<String> cookies) {}

    private final ConcurrentMap<String, Future<Answer>> asking = new ConcurrentHashMap<>();
    private final Cache<String, Answer> refreshed = Caffeine.newBuilder()
            .expireAfterWrite(STRAGGLERS)
            .maximumSize(10_000)
            .build();

    Future<SignIn> once(String cookie, RoutingContext call, Supplier<Future<SignIn>> ask) {
        Answer earlier = refreshed.getIfPresent(cookie);
        if (earlier != null) {
            return Future.succeededFuture(repeat(earlier, call));
        }
        Promise<Answer> promise = Promise.promise();
        Future<Answer> running = asking.putIfAbsent(cookie, promise.future());
        return running == null ? lead(cookie, call, ask, promise) : follow(running, call);
    }

    private Future<SignIn> lead(
            String cookie, RoutingContext call, Supplier<Future<SignIn>> ask, Promise<Answer> promise) {
        return ask.get().onComplete(asked -> {
            if (asked.succeeded()) {
                Answer answer = new Answer(asked.result(), SessionCookie.changesBy(call));
                if (answer.signIn instanceof SignIn.Known && !answer.cookies.isEmpty()) {
                    refreshed.put(cookie, answer);
                }
                asking.remove(cookie);
                promise.complete(answer);
            } else {
                asking.remove(cookie);
                promise.fail(asked.cause());
            }
        });
    }

    private static Future<SignIn> follow(Future<Answer> running, RoutingContext call) {
        @Nullable Context own = Vertx.currentContext();
        Promise<SignIn> promise = Promise.promise();
        running.onComplete(answered -> {
            Runnable pass = () -> promise.handle(answered.map(answer -> repeat(answer, call)));
            if (own == null) {
                pass.run();
            } else {
                own.runOnContext(back -> pass.run());
            }
        });
        return promise.future();
    }

    private static SignIn repeat(Answer answer, RoutingContext call) {
        answer.cookies.forEach(cookie -> call.response().headers().add("Set-Cookie", cookie));
        return answer.signIn;
    }
}
