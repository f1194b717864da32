package org.kolsuite.gateway.status;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kolsuite.gateway.GatewaySettings;
import org.kolsuite.gateway.GatewaySettings.StatusSettings;
import org.kolsuite.gateway.routing.RoutingTable;

/** Asks every part how it is, every few seconds, and remembers the answer: looking at it costs the parts nothing. */
@ApplicationScoped
public class Parts {
    private static final Logger LOG = Logger.getLogger(Parts.class);

    private final Map<String, URI> addresses = new TreeMap<>();
    private final Map<String, Part> seen = new ConcurrentSkipListMap<>();
    private final StatusSettings settings;
    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client;
    private long timer;

    Parts(
            RoutingTable table,
            GatewaySettings settings,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI realm,
            Vertx vertx,
            Clock clock) {
        this.settings = settings.status();
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) this.settings.timeout().toMillis())
                .setIdleTimeout(Math.max(1, (int) this.settings.timeout().toSeconds())));
        table.services()
                .forEach(service ->
                        addresses.put(service.name(), service.address().resolve(this.settings.serviceHealth())));
        addresses.put("keycloak", URI.create(realm + "/.well-known/openid-configuration"));
        addresses
                .keySet()
                .forEach(name -> seen.put(name, new Part(name, Part.State.UNKNOWN, clock.instant(), List.of())));
    }

    /** Every part as it was last seen, by name. */
    public Collection<Part> all() {
        return List.copyOf(seen.values());
    }

    void start(@Observes StartupEvent started) {
        askAll();
        timer = vertx.setPeriodic(settings.every().toMillis(), again -> askAll());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        client.close();
    }

    private void askAll() {
        addresses.forEach(this::ask);
    }

    private void ask(String name, URI address) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(address.toString())
                        .setTimeout(settings.timeout().toMillis()))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(body -> HealthAnswer.read(answer.statusCode(), body)))
                .onSuccess(health -> note(name, health.state(), health.causes()))
                .onFailure(failure -> note(name, Part.State.DOWN, List.of("unreachable")));
    }

    private void note(String name, Part.State state, List<String> causes) {
        seen.compute(name, (same, before) -> {
            if (before == null) {
                throw new IllegalStateException("unknown part " + name);
            }
            if (before.state() != state) {
                LOG.infof("%s is %s %s", name, state, causes);
            }
            return before.seen(state, clock.instant(), causes);
        });
    }
}
