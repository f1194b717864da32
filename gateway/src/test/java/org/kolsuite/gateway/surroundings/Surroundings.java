package org.kolsuite.gateway.surroundings;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Everything that the gateway talks to, on ports of its own. The payment service is down. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("kol.keycloak.url", new FakeKeycloak(vertx).url());
        for (String name : new String[] {"kol-registry", "campaign", "reporting"}) {
            settings.put("kol.gateway.services." + name + ".url", new FakeService(vertx, name, 0).url());
        }
        settings.put("kol.gateway.services.payment.url", "http://localhost:" + freePort());
        settings.put("kol.gateway.calls.answer-timeout", "PT1S");
        settings.put("kol.gateway.calls.open-for", "PT0.3S");
        settings.put("kol.gateway.status.every", "PT0.2S");
        settings.put("kol.gateway.limits.body-bytes", Long.toString(5 * 1024 * 1024));
        return settings;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
