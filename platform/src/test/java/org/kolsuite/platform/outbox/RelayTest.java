package org.kolsuite.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the relay looks; what it does then is seen from outside, in {@code PlatformTest}. */
class RelayTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger looks = new AtomicInteger();
    private final Set<Long> timers = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void howeverOftenItWasWokenOneTimerIsLeft() {
        OutboxRelay relay = relay(Duration.ofHours(1));
        for (int commit = 1; commit <= 30; commit++) {
            int before = looks.get();
            relay.look();
            await().until(() -> looks.get() > before);
        }
        await().untilAsserted(() -> assertThat(timers).hasSize(1));
    }

    @Test
    void whoComesDuringALookMakesItLookOnceMore() {
        OutboxRelay relay = relay(Duration.ofHours(1));
        relay.look();
        relay.look();
        await().untilAsserted(() -> assertThat(looks).hasValue(2));
    }

    private OutboxRelay relay(Duration idle) {
        OutboxRelay relay = new OutboxRelay() {
            @Override
            Uni<Relayed> drain() {
                looks.incrementAndGet();
                return Uni.createFrom().item(Relayed.NOTHING);
            }
        };
        relay.vertx = watched();
        relay.idleWait = idle;
        return relay;
    }

    /** Vert.x, with a list of the timers that are set and have neither fired nor been cancelled. */
    private Vertx watched() {
        InvocationHandler watching = (proxy, method, arguments) -> {
            if (method.getName().equals("setTimer")) {
                return setTimer((long) arguments[0], arguments[1]);
            }
            if (method.getName().equals("cancelTimer")) {
                timers.remove(arguments[0]);
            }
            return method.invoke(vertx, arguments);
        };
        return (Vertx) Proxy.newProxyInstance(Vertx.class.getClassLoader(), new Class<?>[] {Vertx.class}, watching);
    }

    @SuppressWarnings("unchecked")
    private long setTimer(long wait, Object handler) {
        long timer = vertx.setTimer(wait, fired -> {
            timers.remove(fired);
            ((Handler<Long>) handler).handle(fired);
        });
        timers.add(timer);
        return timer;
    }
}
