package org.kolsuite.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gateway's own settings; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "kol.gateway")
public interface GatewaySettings {
    /** By name, as it is spoken of in answers and health. */
    Map<String, ServiceSettings> services();

    /** The name of the service that answers {@code /t/{slug}}. */
    String trackedLinks();

    EdgeSettings edge();

    LimitSettings limits();

    CallSettings calls();

    StatusSettings status();

    SessionSettings session();

    /** Where a service is and which first path segments belong to it. */
    interface ServiceSettings {
        URI url();

        Set<String> segments();
    }

    /** What stands before the gateway, where {@code quarkus.http.proxy} says that something does. */
    interface EdgeSettings {
        int hops();
    }

    /** How much is too much. */
    interface LimitSettings {
        RateSettings address();

        RateSettings subject();

        RateSettings tenant();

        long bodyBytes();

        long commandBytes();
    }

    /** So many calls in so much time. */
    interface RateSettings {
        long requests();

        Duration window();
    }

    /** How the services are called. */
    interface CallSettings {
        Duration connectTimeout();

        Duration answerTimeout();

        int connections();

        int atOnce();

        int failuresToOpen();

        Duration openFor();

        List<String> forwardedHeaders();
    }

    /** How the parts are watched. */
    interface StatusSettings {
        Duration every();

        Duration timeout();

        String serviceHealth();
    }

    /** Secrets of the browser session; read by the OIDC settings. */
    interface SessionSettings {
        String clientSecret();

        String cookieSecret();
    }
}
